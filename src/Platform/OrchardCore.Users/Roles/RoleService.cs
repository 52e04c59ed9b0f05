using System.Security.Claims;
using OrchardCore.Documents;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Security.Services;

namespace PropertySuite.Platform.Users;

internal sealed class RoleService(IDocumentManager<RolesDocument> documents, ISystemRoleProvider systemRoles) : IRoleService
{
    public async Task<IEnumerable<IRole>> GetRolesAsync() => (await GetAsync()).Roles.Select(role => role.Clone()).ToArray();

    public async Task<IEnumerable<Claim>> GetRoleClaimsAsync(string role, CancellationToken cancellationToken = default)
        => (await GetAsync()).Find(role)?.RoleClaims.Select(claim => claim.ToClaim()).ToArray() ?? [];

    public async Task<IEnumerable<string>> GetNormalizedRoleNamesAsync()
        => (await GetAsync()).Roles.Select(role => role.NormalizedRoleName ?? role.RoleName.ToUpperInvariant()).ToArray();

    public ValueTask<bool> IsAdminRoleAsync(string role)
        => ValueTask.FromResult(systemRoles.GetAdminRole().RoleName.Equals(role, StringComparison.OrdinalIgnoreCase));

    public ValueTask<bool> IsSystemRoleAsync(string role) => ValueTask.FromResult(systemRoles.IsSystemRole(role));

    private Task<RolesDocument> GetAsync() => documents.GetOrCreateImmutableAsync(SystemRoles.CreateDocumentAsync);
}
