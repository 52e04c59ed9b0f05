using OrchardCore.Security.Permissions;
using OrchardCore.Users;

namespace PropertySuite.Platform.Features.Users;

internal sealed class Permissions : IPermissionProvider
{
    private static readonly Permission[] General =
    [
        UsersPermissions.ManageUsers,
        UsersPermissions.ViewUsers,
        UsersPermissions.ListUsers,
        UsersPermissions.EditUsers,
        UsersPermissions.DeleteUsers,
        UsersPermissions.AssignRoleToUsers,
        UsersPermissions.DisableTwoFactorAuthenticationForUsers,
        UsersPermissions.EditOwnUser,
    ];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(General);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = General },
        new() { Name = "Manager", Permissions = [UsersPermissions.ManageUsers] },
        new() { Name = "Authenticated", Permissions = [UsersPermissions.EditOwnUser] },
    ];
}
