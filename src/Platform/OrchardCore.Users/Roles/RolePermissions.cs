using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using OrchardCore.Documents;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Users;

/// <summary>What each role may do, in a form that is quick to ask.</summary>
internal sealed class RolePermissions(IDocumentManager<RolesDocument> documents)
{
    private static readonly ConditionalWeakTable<RolesDocument, PermissionsByRole> Known = [];

    public async Task<PermissionsByRole> GetAsync()
        => Known.GetValue(await documents.GetOrCreateImmutableAsync(SystemRoles.CreateDocumentAsync), static document => new PermissionsByRole(document));
}

internal sealed class PermissionsByRole(RolesDocument document)
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _byRole = document.Roles
        .DistinctBy(role => role.RoleName, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            role => role.RoleName,
            role => role.RoleClaims.Where(claim => claim.ClaimType == Permission.ClaimType).Select(claim => claim.ClaimValue)
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);

    /// <param name="granting">Names of which any one is enough.</param>
    public bool Grants(string role, FrozenSet<string> granting)
        => _byRole.TryGetValue(role, out var permissions) && permissions.Overlaps(granting);
}
