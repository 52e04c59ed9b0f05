using Microsoft.AspNetCore.Routing;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>Says on which pages an item is shown, edited and removed; a handler of the item's own type may say otherwise.</summary>
internal sealed class ContentRoutes : ContentHandlerBase
{
    private const string Area = "OrchardCore.Contents";

    public override Task GetContentItemAspectAsync(ContentItemAspectContext context) => context.ForAsync<ContentItemMetadata>(metadata =>
    {
        var item = context.ContentItem;
        metadata.CreateRouteValues ??= new RouteValueDictionary { ["Area"] = Area, ["Controller"] = "Admin", ["Action"] = "Create", ["Id"] = item.ContentType };
        metadata.DisplayRouteValues ??= Values("Item", "Display", item);
        metadata.EditorRouteValues ??= Values("Admin", "Edit", item);
        metadata.AdminRouteValues ??= Values("Admin", "Edit", item);
        metadata.RemoveRouteValues ??= Values("Admin", "Delete", item);
        return Task.CompletedTask;
    });

    private static RouteValueDictionary Values(string controller, string action, ContentItem item) => new()
    {
        ["Area"] = Area,
        ["Controller"] = controller,
        ["Action"] = action,
        ["contentItemId"] = item.ContentItemId,
    };
}
