using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Users;

/// <summary>Lets the person pass who set the site up.</summary>
internal sealed class SuperUserHandler(ISiteService sites) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true
            && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } userId
            && userId.Equals((await sites.GetSiteSettingsAsync()).SuperUser, StringComparison.Ordinal))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>Grants what the person's roles carry now. Roles are read at each check, so a role that loses a permission loses it at once.</summary>
internal sealed class RolePermissionHandler(RolePermissions roles, ISystemRoleProvider systemRoles, IPermissionGrantingService granting)
    : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.HasSucceeded)
        {
            return;
        }

        var granted = PermissionClosure.Of(requirement.Permission);
        var byRole = await roles.GetAsync();
        if (byRole.Grants(OrchardCoreConstants.Roles.Anonymous, granted))
        {
            context.Succeed(requirement);
            return;
        }

        if (context.User.Identity?.IsAuthenticated != true)
        {
            return;
        }

        var administrator = systemRoles.GetAdminRole().RoleName;
        if (byRole.Grants(OrchardCoreConstants.Roles.Authenticated, granted)
            || granting.IsGranted(requirement, context.User.Claims)
            || context.User.FindAll(ClaimTypes.Role).Any(role =>
                role.Value.Equals(administrator, StringComparison.OrdinalIgnoreCase) || byRole.Grants(role.Value, granted)))
        {
            context.Succeed(requirement);
        }
    }
}
