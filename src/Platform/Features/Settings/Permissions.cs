using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Features.Settings;

internal sealed class Permissions : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync()
        => Task.FromResult<IEnumerable<Permission>>([SettingsPermissions.ManageSettings, SettingsPermissions.ManageGroupSettings]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [SettingsPermissions.ManageSettings] },
        new() { Name = "Manager", Permissions = [SettingsPermissions.ManageSettings] },
    ];
}
