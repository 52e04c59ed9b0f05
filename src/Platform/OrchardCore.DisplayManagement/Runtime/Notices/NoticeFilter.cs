#nullable enable
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Notify;

namespace PropertySuite.Platform.Display.Notices;

/// <summary>Shows the notices in the layout's zone <c>Messages</c> when the answer is a page, and sends them along when it is not.</summary>
internal sealed class NoticeFilter : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var fresh = services.GetRequiredService<INotifier>().List();
        var hasCookie = http.Request.Cookies.ContainsKey(NoticeCookie.Name);
        if (fresh.Count == 0 && !hasCookie)
        {
            await next();
            return;
        }

        var cookie = services.GetRequiredService<NoticeCookie>();
        var carried = hasCookie ? cookie.Read(http) : [];
        if (context.Result is ViewResult or PageResult)
        {
            await ShowAsync(services, [.. carried, .. fresh]);
            if (hasCookie)
                cookie.Delete(http);
        }
        else if (fresh.Count > 0)
        {
            cookie.Write(http, [.. carried, .. fresh]);
        }

        await next();
    }

    private static async Task ShowAsync(IServiceProvider services, IReadOnlyList<NotifyEntry> entries)
    {
        if (entries.Count == 0)
            return;

        var shapes = services.GetRequiredService<IShapeFactory>();
        var layout = await services.GetRequiredService<ILayoutAccessor>().GetLayoutAsync();
        var zone = layout.Zones["Messages"];
        foreach (var entry in entries)
            zone = await zone.AddAsync(await shapes.CreateAsync("Message", Arguments.From(new { entry.Type, entry.Message })), string.Empty);
    }
}
