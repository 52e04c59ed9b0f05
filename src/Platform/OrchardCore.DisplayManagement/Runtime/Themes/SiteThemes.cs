#nullable enable
using OrchardCore.Admin;
using OrchardCore.Environment.Extensions;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>The two themes of a site, kept in its settings.</summary>
internal sealed class SiteThemes(ISiteService sites, EnabledThemes enabled) : IAdminThemeService
{
    public const string SiteProperty = "CurrentThemeName";
    public const string AdminProperty = "CurrentAdminThemeName";

    public async Task<string?> GetSiteThemeNameAsync() => Read(await sites.GetSiteSettingsAsync(), SiteProperty);

    public Task SetSiteThemeAsync(string themeName) => WriteAsync(SiteProperty, themeName);

    public async Task<string?> GetAdminThemeNameAsync() => Read(await sites.GetSiteSettingsAsync(), AdminProperty);

    public async Task<IExtensionInfo?> GetAdminThemeAsync() => enabled.Find(await GetAdminThemeNameAsync());

    public Task SetAdminThemeAsync(string themeName) => WriteAsync(AdminProperty, themeName);

    private static string? Read(ISite site, string property) =>
        site.Properties.TryGetPropertyValue(property, out var node) && node is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    private async Task WriteAsync(string property, string themeName)
    {
        var site = await sites.LoadSiteSettingsAsync();
        site.Properties[property] = themeName;
        await sites.UpdateSiteSettingsAsync(site);
    }
}
