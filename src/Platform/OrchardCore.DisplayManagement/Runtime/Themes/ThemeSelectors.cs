#nullable enable
using Microsoft.AspNetCore.Http;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Theming;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>Admin pages get the admin theme.</summary>
internal sealed class AdminThemeSelector(SiteThemes themes, EnabledThemes enabled, IHttpContextAccessor http) : IThemeSelector
{
    public async Task<ThemeSelectorResult?> GetThemeAsync()
    {
        if (!AdminAttribute.IsApplied(http.HttpContext))
            return null;

        var name = (enabled.Find(await themes.GetAdminThemeNameAsync()) ?? enabled.First(admin: true))?.Id;
        return name is null ? null : new ThemeSelectorResult { Priority = 100, ThemeName = name };
    }
}

/// <summary>All other pages get the site's theme.</summary>
internal sealed class SiteThemeSelector(SiteThemes themes, EnabledThemes enabled) : IThemeSelector
{
    public async Task<ThemeSelectorResult?> GetThemeAsync()
    {
        var name = (enabled.Find(await themes.GetSiteThemeNameAsync()) ?? enabled.First(admin: false))?.Id;
        return name is null ? null : new ThemeSelectorResult { Priority = -5, ThemeName = name };
    }
}
