using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>Whole addresses of pages, for mail: from the request where there is one, else from the site's own address.</summary>
public sealed class SiteLinks(LinkGenerator links, IHttpContextAccessor accessor, ISiteService sites)
{
    private const string Area = "PropertySuite.Visitors";

    /// <summary>The address of a page; null when nobody knows by which name the community is reached.</summary>
    public async Task<string?> ToAsync(string controller, string action, object? values = null)
    {
        var route = new RouteValueDictionary(values) { ["area"] = Area, ["controller"] = controller, ["action"] = action };
        if (accessor.HttpContext is { Request.Host.HasValue: true } http)
        {
            return links.GetUriByRouteValues(http, routeName: null, route);
        }

        var site = (await sites.GetSiteSettingsAsync()).BaseUrl;
        return Uri.TryCreate(site, UriKind.Absolute, out var address) && links.GetPathByRouteValues(routeName: null, route) is { } path
            ? new Uri(address, address.AbsolutePath.TrimEnd('/') + path).ToString()
            : null;
    }
}
