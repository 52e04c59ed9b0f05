using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Tenants;

internal sealed class Permissions : IPermissionProvider
{
    public static readonly Permission ManageTenants = new("ManageTenants", "Manage tenants", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageTenants]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ManageTenants] }];
}
