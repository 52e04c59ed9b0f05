using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Notifications.Indexes;
using YesSql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Puts the bell into the head of every page of somebody who is signed in.</summary>
internal sealed class NotificationBellFilter(ILayoutAccessor layouts, IShapeFactory shapes, ISession session) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && context.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } userId)
        {
            var unread = await session.QueryIndex<NotificationIndex>(row => row.UserId == userId && !row.IsRead).CountAsync();
            var layout = await layouts.GetLayoutAsync();
            await layout.Zones["Header"].AddAsync(await shapes.CreateAsync("NotificationBell", Arguments.From(new { Unread = unread })), "1");
        }

        await next();
    }
}
