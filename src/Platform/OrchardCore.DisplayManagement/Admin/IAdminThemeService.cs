using OrchardCore.Environment.Extensions;

namespace OrchardCore.Admin;

/// <summary>The theme of the admin pages.</summary>
public interface IAdminThemeService
{
    Task<IExtensionInfo> GetAdminThemeAsync();

    Task SetAdminThemeAsync(string themeName);

    Task<string> GetAdminThemeNameAsync();
}
