using Microsoft.AspNetCore.Identity;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Security;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>Users</c>: makes accounts with their ids and roles. None gets a password here; people choose theirs by invitation.</summary>
internal sealed class UsersStep(UserManager<IUser> users, RoleManager<IRole> roles) : NamedRecipeStepHandler("Users")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "Users");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var json in step.Objects("Users"))
        {
            json.AllowOnly("UserId", "UserName", "Email", "EmailConfirmed", "PhoneNumber", "IsEnabled", "RoleNames");
            var name = json.RequiredText("UserName").Trim();
            if (!seen.Add(name)) throw new RecipeProblem(R["The account \"{0}\" is here twice.", name], json.PathOf("UserName"));
            await StoreAsync(json, name, await RolesAsync(json));
        }
    }

    private async Task<string[]> RolesAsync(RecipeJson json)
    {
        var named = new List<string>();
        foreach (var (name, path) in json.Texts("RoleNames"))
        {
            var role = await roles.FindByNameAsync(name) ?? throw new RecipeProblem(R["There is no role \"{0}\".", name], path);
            named.Add(role.RoleName);
        }
        return [.. named.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // An account is the same by its id; a recipe that names none means the one of that name.
    private async Task StoreAsync(RecipeJson json, string name, string[] named)
    {
        var id = json.Text("UserId");
        var existing = (id is { Length: > 0 } ? await users.FindByIdAsync(id) : await users.FindByNameAsync(name)) as User;
        var user = existing ?? new User { UserId = id ?? "" };
        user.UserName = name;
        if (json.Has("Email")) user.Email = json.Text("Email");
        if (json.Has("EmailConfirmed")) user.EmailConfirmed = json.Flag("EmailConfirmed");
        if (json.Has("PhoneNumber")) user.PhoneNumber = json.Text("PhoneNumber");
        if (json.Has("IsEnabled")) user.IsEnabled = json.Flag("IsEnabled", defaultValue: true);
        if (json.Has("RoleNames")) user.RoleNames = [.. named];

        var result = existing is null ? await users.CreateAsync(user) : await users.UpdateAsync(user);
        if (!result.Succeeded)
        {
            throw new RecipeProblem(R["The account \"{0}\" cannot be stored: {1}", name, string.Join(" ", result.Errors.Select(error => error.Description))], json.Path);
        }
    }
}
