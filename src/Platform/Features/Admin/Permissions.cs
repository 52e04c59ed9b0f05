using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Admin;

internal sealed class Permissions : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync()
        => Task.FromResult<IEnumerable<Permission>>([AdminPermissions.AccessAdminPanel, AdminPermissions.ManageAdminSettings]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [AdminPermissions.AccessAdminPanel, AdminPermissions.ManageAdminSettings] },
        new() { Name = "Manager", Permissions = [AdminPermissions.AccessAdminPanel] },
        new() { Name = "Desk", Permissions = [AdminPermissions.AccessAdminPanel] },
        new() { Name = "Guard", Permissions = [AdminPermissions.AccessAdminPanel] },
        new() { Name = "Editor", Permissions = [AdminPermissions.AccessAdminPanel] },
    ];
}
