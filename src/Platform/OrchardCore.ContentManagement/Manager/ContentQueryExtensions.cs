using YesSql;
using YesSql.Indexes;

namespace OrchardCore.ContentManagement;

/// <summary>Runs a query and passes the items through the content manager, so that the handlers have seen them.</summary>
public static class ContentQueryExtensions
{
    public static async Task<ContentItem?> FirstOrDefaultAsync(this IQuery<ContentItem> query, IContentManager contentManager) =>
        await query.FirstOrDefaultAsync() is { } item ? await contentManager.LoadAsync(item) : null;

    public static async Task<IEnumerable<ContentItem>> ListAsync(this IQuery<ContentItem> query, IContentManager contentManager) =>
        await contentManager.LoadAsync(await query.ListAsync());

    public static IAsyncEnumerable<ContentItem> ToAsyncEnumerable(this IQuery<ContentItem> query, IContentManager contentManager) =>
        contentManager.LoadAsync(query.ToAsyncEnumerable());
}

/// <inheritdoc cref="ContentQueryExtensions"/>
public static class ContentQueryOfTIndexExtensions
{
    public static Task<ContentItem?> FirstOrDefaultAsync<TIndex>(this IQuery<ContentItem, TIndex> query, IContentManager contentManager) where TIndex : class, IIndex =>
        ContentQueryExtensions.FirstOrDefaultAsync(query, contentManager);

    public static Task<IEnumerable<ContentItem>> ListAsync<TIndex>(this IQuery<ContentItem, TIndex> query, IContentManager contentManager) where TIndex : class, IIndex =>
        ContentQueryExtensions.ListAsync(query, contentManager);

    public static IAsyncEnumerable<ContentItem> ToAsyncEnumerable<TIndex>(this IQuery<ContentItem, TIndex> query, IContentManager contentManager) where TIndex : class, IIndex =>
        ContentQueryExtensions.ToAsyncEnumerable(query, contentManager);
}
