using OrchardCore;
using OrchardCore.Roles;
using OrchardCore.Security;

namespace PropertySuite.Platform.Users;

internal sealed class SystemRoles : ISystemRoleProvider
{
    private static readonly Role[] All =
    [
        Make(OrchardCoreConstants.Roles.Administrator, "A system role that grants all permissions to the assigned users."),
        Make(OrchardCoreConstants.Roles.Authenticated, "A system role representing all authenticated users."),
        Make(OrchardCoreConstants.Roles.Anonymous, "A system role representing all non-authenticated users."),
    ];

    public static Task<RolesDocument> CreateDocumentAsync()
        => Task.FromResult(new RolesDocument { Roles = [.. All.Select(role => role.Clone())] });

    public IEnumerable<IRole> GetSystemRoles() => All;

    public IRole GetAdminRole() => All[0];

    public bool IsSystemRole(string name) => All.Any(role => role.RoleName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Role Make(string name, string description)
        => new() { RoleName = name, NormalizedRoleName = name.ToUpperInvariant(), RoleDescription = description };
}
