using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Extensions;
using OrchardCore.Modules;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Localization;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Roles;

/// <summary>The roles of a site and what they may do.</summary>
[Area("OrchardCore.Roles")]
[Feature("OrchardCore.Roles")]
[Admin("Roles/{action}/{id?}", "Roles{action}")]
[Requires("ManageRoles")]
public sealed class AdminController(
    RoleManager<IRole> roles,
    ISystemRoleProvider systemRoles,
    IEnumerable<IPermissionProvider> providers,
    ITypeFeatureProvider types,
    IAuthorizationService authorization,
    DeclaredTexts texts,
    RoleNames names,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    [HttpGet]
    public IActionResult Index() => View(roles.Roles.OfType<Role>().Select(role => new RoleRow(
        role.RoleName,
        role.RoleDescription,
        role.RoleClaims.Count(claim => claim.ClaimType == Permission.ClaimType),
        IsAdministrator(role.RoleName),
        systemRoles.IsSystemRole(role.RoleName))).ToList());

    [HttpGet]
    public IActionResult Create() => View(new RoleForm { IsNew = true });

    [HttpPost]
    public async Task<IActionResult> Create(RoleForm form)
    {
        form.IsNew = true;
        var role = new Role { RoleName = form.Name?.Trim() ?? string.Empty, RoleDescription = form.Description?.Trim() ?? string.Empty };
        if (!Report(await roles.CreateAsync(role)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        await notifier.SuccessAsync(H["The role {0} is created. Say what it may do.", names.Of(role.RoleName)]);
        return RedirectToAction(nameof(Edit), new { id = role.RoleName });
    }

    [HttpGet]
    public async Task<IActionResult> Edit(string id)
        => await roles.FindByNameAsync(id ?? string.Empty) is Role role && !IsAdministrator(role.RoleName)
            ? View(await FillAsync(new RoleForm { Permissions = PermissionsOf(role), Description = role.RoleDescription }, role))
            : NotFound();

    [HttpPost]
    public async Task<IActionResult> Edit(string id, RoleForm form)
    {
        if (await roles.FindByNameAsync(id ?? string.Empty) is not Role role || IsAdministrator(role.RoleName))
        {
            return NotFound();
        }

        var known = (await AllAsync()).SelectMany(group => group.Permissions).ToDictionary(permission => permission.Name, StringComparer.OrdinalIgnoreCase);

        // Permissions of features that are switched off at the moment are kept; nobody gives what they do not hold and could misuse.
        var had = PermissionsOf(role);
        var mayAll = await authorization.AuthorizeAsync(User, StandardPermissions.SiteOwner);
        var wanted = had.Where(name => !known.ContainsKey(name))
            .Concat(form.Permissions.Where(name => known.TryGetValue(name, out var row)
                && (mayAll || !row.IsCritical || had.Contains(name, StringComparer.OrdinalIgnoreCase))))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        role.RoleDescription = form.Description?.Trim() ?? string.Empty;
        role.RoleClaims = [.. role.RoleClaims.Where(claim => claim.ClaimType != Permission.ClaimType), .. wanted.Select(RoleClaim.Create)];
        if (!Report(await roles.UpdateAsync(role)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(await FillAsync(form, role));
        }

        await notifier.SuccessAsync(H["The role {0} is saved.", names.Of(role.RoleName)]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> Delete(string id)
    {
        if (await roles.FindByNameAsync(id ?? string.Empty) is not { } role)
        {
            return NotFound();
        }

        var result = await roles.DeleteAsync(role);
        await (result.Succeeded
            ? notifier.SuccessAsync(H["The role {0} is deleted, and nobody holds it any more.", names.Of(role.RoleName)])
            : notifier.ErrorAsync(H["The role {0} belongs to the system and stays.", names.Of(role.RoleName)]));
        return RedirectToAction(nameof(Index));
    }

    private bool IsAdministrator(string name) => systemRoles.GetAdminRole().RoleName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string[] PermissionsOf(Role role)
        => [.. role.RoleClaims.Where(claim => claim.ClaimType == Permission.ClaimType).Select(claim => claim.ClaimValue)];

    private async Task<RoleForm> FillAsync(RoleForm form, Role role)
    {
        form.Name = role.RoleName;
        form.IsSystem = systemRoles.IsSystemRole(role.RoleName);
        var all = await AllAsync();
        var byName = all.SelectMany(group => group.Permissions).DistinctBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(row => row.Name, row => row.Description, StringComparer.OrdinalIgnoreCase);
        form.Groups = [.. all.Select(group => group with
        {
            Permissions = [.. group.Permissions.Select(row => row with
            {
                ImpliedBy = [.. row.ImpliedBy.Intersect(form.Permissions, StringComparer.OrdinalIgnoreCase).Select(name => byName.GetValueOrDefault(name, name))],
            })],
        })];
        return form;
    }

    private async Task<IReadOnlyList<PermissionGroup>> AllAsync()
    {
        var groups = new List<PermissionGroup>();
        foreach (var provider in providers)
        {
            var feature = types.GetFeaturesForDependency(provider.GetType()).FirstOrDefault() is { } owner ? texts.NameOf(owner) : string.Empty;
            var rows = (await provider.GetPermissionsAsync()).Select(permission => new PermissionRow(
                permission.Name,
                texts.DescriptionOf(permission),
                permission.IsSecurityCritical,
                [.. PermissionClosure.Of(permission).Where(name => !name.Equals(permission.Name, StringComparison.OrdinalIgnoreCase))])).ToList();
            var at = groups.FindIndex(group => group.Feature == feature);
            if (at < 0)
            {
                groups.Add(new PermissionGroup(feature, rows));
            }
            else
            {
                groups[at] = new PermissionGroup(feature, [.. groups[at].Permissions.UnionBy(rows, row => row.Name)]);
            }
        }

        return [.. groups.Where(group => group.Permissions.Count > 0).OrderBy(group => group.Feature, StringComparer.CurrentCulture)];
    }

    private bool Report(IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(nameof(RoleForm.Name), error.Description);
        }

        return result.Succeeded;
    }
}
