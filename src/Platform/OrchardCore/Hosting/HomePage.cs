using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Hosting;

/// <summary>Answers at the root with the page that the site's settings name.</summary>
internal static class HomePage
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if ((context.Request.Path == "/" || !context.Request.Path.HasValue) && context.RequestServices.GetService<ISiteService>() is { } sites)
        {
            var route = (await sites.GetSiteSettingsAsync()).HomeRoute;
            if (route is { Count: > 0 } && context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByRouteValues(null, route) is { } path)
            {
                var question = path.IndexOf('?', StringComparison.Ordinal);
                context.Request.Path = question < 0 ? path : path[..question];
                if (question >= 0 && !context.Request.QueryString.HasValue)
                    context.Request.QueryString = new QueryString(path[question..]);
            }
        }

        await next(context);
    }
}
