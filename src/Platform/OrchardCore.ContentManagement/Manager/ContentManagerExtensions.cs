using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;
using PropertySuite.Platform.Content;

namespace OrchardCore.ContentManagement;

/// <summary>Short forms of what the content manager does.</summary>
public static class ContentManagerExtensions
{
    /// <summary>What the handlers know about an item.</summary>
    public static Task<TAspect> PopulateAspectAsync<TAspect>(this IContentManager contentManager, IContent content) where TAspect : new() =>
        contentManager.PopulateAspectAsync(content, new TAspect());

    /// <summary>Whether any version of the item is published.</summary>
    public static async Task<bool> HasPublishedVersionAsync(this IContentManager contentManager, IContent content) =>
        content.ContentItem is { } item && (item.IsPublished() || await contentManager.GetAsync(item.ContentItemId, VersionOptions.Published) is not null);

    /// <summary>The routes of an item.</summary>
    public static Task<ContentItemMetadata> GetContentItemMetadataAsync(this IContentManager contentManager, IContent content) =>
        contentManager.PopulateAspectAsync<ContentItemMetadata>(content);

    /// <inheritdoc cref="IContentManager.LoadAsync(ContentItem)"/>
    public static async Task<IEnumerable<ContentItem>> LoadAsync(this IContentManager contentManager, IEnumerable<ContentItem> contentItems)
    {
        var loaded = new List<ContentItem>();
        foreach (var item in contentItems) loaded.Add(await contentManager.LoadAsync(item));
        return loaded;
    }

    /// <inheritdoc cref="IContentManager.LoadAsync(ContentItem)"/>
    public static async IAsyncEnumerable<ContentItem> LoadAsync(this IContentManager contentManager, IAsyncEnumerable<ContentItem> contentItems)
    {
        await foreach (var item in contentItems) yield return await contentManager.LoadAsync(item);
    }

    /// <summary>An item, or one that is contained in it at a path such as <c>BagPart.ContentItems[0]</c>; null if there is none.</summary>
    public static async Task<ContentItem?> GetAsync(this IContentManager contentManager, string contentItemId, string? jsonPath, VersionOptions? options = null)
    {
        var item = await contentManager.GetAsync(contentItemId, options);
        if (item is null || string.IsNullOrEmpty(jsonPath)) return item;
        var contained = item.Data.SelectNode(jsonPath)?.ToObject<ContentItem>(ElementShape.Json);
        return contained is null ? null : await contentManager.LoadAsync(contained);
    }
}
