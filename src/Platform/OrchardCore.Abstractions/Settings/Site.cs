using Microsoft.AspNetCore.Routing;
using OrchardCore.Entities;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Settings;

/// <summary>Settings of a site, one document per tenant; sections of modules are in its properties.</summary>
public interface ISite : IEntity
{
    string SiteName { get; set; }

    string PageTitleFormat { get; set; }

    /// <summary>Random text that tells this site from every other.</summary>
    string SiteSalt { get; set; }

    /// <summary>User id of the person who set the site up; passes every check.</summary>
    string SuperUser { get; set; }

    string? Calendar { get; set; }

    /// <summary>IANA id of the zone in which the community lives; null: the server's.</summary>
    string? TimeZoneId { get; set; }

    ResourceDebugMode ResourceDebugMode { get; set; }

    bool UseCdn { get; set; }

    string? CdnBaseUrl { get; set; }

    int PageSize { get; set; }

    int MaxPageSize { get; set; }

    /// <summary>Upper bound of rows counted for a pager; 0: no bound.</summary>
    int MaxPagedCount { get; set; }

    /// <summary>Address under which the site is known outside, for links in mail; null: the request's.</summary>
    string? BaseUrl { get; set; }

    RouteValueDictionary HomeRoute { get; set; }

    bool AppendVersion { get; set; }

    CacheMode CacheMode { get; set; }

    /// <returns>A new object when the site has no such section.</returns>
    T As<T>()
        where T : new();
}

public interface ISiteService
{
    /// <returns>A copy that may be changed, to be handed to <see cref="UpdateSiteSettingsAsync"/>.</returns>
    Task<ISite> LoadSiteSettingsAsync();

    /// <returns>The shared copy; it must not be changed.</returns>
    Task<ISite> GetSiteSettingsAsync();

    Task UpdateSiteSettingsAsync(ISite site);
}

public static class SiteServiceExtensions
{
    public static async Task<T> GetSettingsAsync<T>(this ISiteService siteService)
        where T : new()
        => (await siteService.GetSiteSettingsAsync()).As<T>();

    public static async Task<T> GetSettingsAsync<T>(this ISiteService siteService, string name)
        where T : new()
        => (await siteService.GetSiteSettingsAsync()).As<T>(name);
}

public enum ResourceDebugMode
{
    FromConfiguration,
    Enabled,
    Disabled,
}

public enum CacheMode
{
    FromConfiguration,
    Enabled,
    DebugEnabled,
    Disabled,
}

public static class SettingsPermissions
{
    public static readonly Permission ManageSettings = new("ManageSettings", "Manage settings");

    /// <summary>Checked with the settings group's id as the resource.</summary>
    public static readonly Permission ManageGroupSettings = new("ManageResourceSettings", "Manage settings", [ManageSettings]);
}
