using Microsoft.AspNetCore.Identity;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>roles</c>: makes roles and sets, adds or removes their permissions.</summary>
internal sealed class RolesStep(RoleManager<IRole> roles, IPermissionService permissions) : NamedRecipeStepHandler("roles")
{
    private enum Behavior
    {
        Replace,
        Add,
        Remove,
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "Roles");
        var known = (await permissions.GetPermissionsAsync()).ToDictionary(permission => permission.Name, permission => permission.Name, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var json in step.Objects("Roles"))
        {
            json.AllowOnly("Name", "Description", "Permissions", "PermissionBehavior");
            var name = json.RequiredText("Name").Trim();
            if (!seen.Add(name)) throw new RecipeProblem(R["The role \"{0}\" is here twice.", name], json.PathOf("Name"));
            var named = json.Texts("Permissions")
                .Select(permission => known.GetValueOrDefault(permission.Value) ?? throw new RecipeProblem(R["There is no permission \"{0}\".", permission.Value], permission.Path))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToArray();
            await StoreAsync(json, name, named, ReadBehavior(json));
        }
    }

    private async Task StoreAsync(RecipeJson json, string name, string[] named, Behavior behavior)
    {
        var existing = await roles.FindByNameAsync(name);
        var role = existing as Role ?? new Role { RoleName = name };
        if (json.Has("Description")) role.RoleDescription = json.Text("Description") ?? "";
        role.NormalizedRoleName ??= roles.NormalizeKey(name);
        if (json.Has("Permissions"))
        {
            // Claims of other kinds are not this step's business.
            role.RoleClaims.RemoveAll(claim => claim.ClaimType == Permission.ClaimType
                && (behavior == Behavior.Replace || named.Contains(claim.ClaimValue, StringComparer.OrdinalIgnoreCase)));
            if (behavior != Behavior.Remove) role.RoleClaims.AddRange(named.Select(RoleClaim.Create));
        }
        var result = existing is null ? await roles.CreateAsync(role) : await roles.UpdateAsync(role);
        if (!result.Succeeded) throw new RecipeProblem(R["The role \"{0}\" cannot be stored: {1}", name, string.Join(" ", result.Errors.Select(error => error.Description))], json.Path);
    }

    private static Behavior ReadBehavior(RecipeJson json)
    {
        var text = json.Text("PermissionBehavior");
        if (string.IsNullOrEmpty(text)) return Behavior.Replace;
        return Enum.TryParse<Behavior>(text, ignoreCase: true, out var behavior) && Enum.IsDefined(behavior) && !char.IsAsciiDigit(text[0])
            ? behavior
            : throw new RecipeProblem(R["\"{0}\" is not one of Replace, Add and Remove.", text], json.PathOf("PermissionBehavior"));
    }
}
