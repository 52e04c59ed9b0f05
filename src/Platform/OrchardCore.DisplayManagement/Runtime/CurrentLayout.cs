#nullable enable
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Display;

/// <summary>Gives a view, whose members cannot wait, what was loaded before it runs.</summary>
internal static class CurrentLayout
{
    public static IZoneHolding? Of(HttpContext httpContext)
    {
        var accessor = httpContext.RequestServices.GetService<ILayoutAccessor>();
        return accessor is null ? null : Completed(accessor.GetLayoutAsync());
    }

    /// <summary>The layout is made from the shape table in memory, so this waits only for the very first page of a theme.</summary>
    public static T Completed<T>(Task<T> task) => task.GetAwaiter().GetResult();
}

internal static class CurrentSite
{
    public static ISite Of(HttpContext httpContext) =>
        CurrentLayout.Completed(httpContext.RequestServices.GetRequiredService<ISiteService>().GetSiteSettingsAsync());
}
