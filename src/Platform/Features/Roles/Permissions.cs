using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Roles;

internal sealed class Permissions : IPermissionProvider
{
    /// <summary>Who may say what roles may do can give themselves anything.</summary>
    public static readonly Permission ManageRoles = new("ManageRoles", "Manage roles", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync()
        => Task.FromResult<IEnumerable<Permission>>([ManageRoles, StandardPermissions.SiteOwner]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
        => [new() { Name = "Administrator", Permissions = [ManageRoles, StandardPermissions.SiteOwner] }];
}
