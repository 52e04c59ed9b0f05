#nullable enable
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Environment.Cache;
using YesSql.Internals;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>The tags that content brings: <c>contentitemid:…</c> of an item, <c>contenttype:…</c> of all of a type.</summary>
internal static class CacheTags
{
    public static string OfItem(string contentItemId) => "contentitemid:" + contentItemId;

    public static string OfType(string contentType) => "contenttype:" + contentType;
}

/// <summary>Makes what shows an item stale once a change of it is committed.</summary>
internal sealed class ContentCacheTags(Session session, ITagCache tags) : ContentHandlerBase
{
    public override Task CreatedAsync(CreateContentContext context) => ChangedAsync(context.ContentItem);

    public override Task UpdatedAsync(UpdateContentContext context) => ChangedAsync(context.ContentItem);

    public override Task PublishedAsync(PublishContentContext context) => ChangedAsync(context.ContentItem);

    public override Task UnpublishedAsync(PublishContentContext context) => ChangedAsync(context.ContentItem);

    public override Task RemovedAsync(RemoveContentContext context) => ChangedAsync(context.ContentItem);

    public override Task ImportedAsync(ImportContentContext context) => ChangedAsync(context.ContentItem);

    private Task ChangedAsync(ContentItem item)
    {
        var (id, type) = (item.ContentItemId, item.ContentType);
        if (session.Unit.Items.TryAdd((typeof(ContentCacheTags), id), true))
        {
            session.Unit.OnCommitted(async () =>
            {
                await tags.RemoveTagAsync(CacheTags.OfItem(id));
                await tags.RemoveTagAsync(CacheTags.OfType(type));
            });
        }

        return Task.CompletedTask;
    }
}
