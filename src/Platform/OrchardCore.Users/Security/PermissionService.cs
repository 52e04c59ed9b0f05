using System.Security.Claims;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Users;

internal sealed class PermissionService(IEnumerable<IPermissionProvider> providers) : IPermissionService
{
    private Dictionary<string, Permission>? _permissions;

    public async ValueTask<Permission?> FindByNameAsync(string name)
        => (await AllAsync()).GetValueOrDefault(name);

    public async ValueTask<IEnumerable<Permission>> GetPermissionsAsync() => (await AllAsync()).Values;

    private async ValueTask<Dictionary<string, Permission>> AllAsync()
    {
        if (_permissions is not null)
        {
            return _permissions;
        }

        var all = new Dictionary<string, Permission>(StringComparer.OrdinalIgnoreCase)
        {
            [StandardPermissions.SiteOwner.Name] = StandardPermissions.SiteOwner,
        };
        foreach (var provider in providers)
        {
            foreach (var permission in await provider.GetPermissionsAsync())
            {
                all.TryAdd(permission.Name, permission);
            }
        }

        return _permissions = all;
    }
}

internal sealed class PermissionGrantingService : IPermissionGrantingService
{
    public bool IsGranted(PermissionRequirement requirement, IEnumerable<Claim> claims)
    {
        var granting = PermissionClosure.Of(requirement.Permission);
        return claims.Any(claim => claim.Type == Permission.ClaimType && granting.Contains(claim.Value));
    }
}
