using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Themes;

internal sealed class Permissions : IPermissionProvider
{
    public static readonly Permission ApplyTheme = new("ApplyTheme", "Apply a Theme");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ApplyTheme]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ApplyTheme] }];
}
