using System.Linq.Expressions;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Content;

// Finding versions, and making a new one to work on.
internal sealed partial class ContentManager
{
    public async Task<ContentItem?> GetAsync(string contentItemId, VersionOptions? options = null)
    {
        if (string.IsNullOrEmpty(contentItemId)) return null;
        options ??= VersionOptions.Published;

        ContentItem? found;
        if (options.IsPublished)
        {
            if (known.RecallPublishedItemId(contentItemId, out var recalled)) return recalled;
            found = await FindAsync(contentItemId, index => index.Published);
        }
        else
        {
            found = await FindAsync(contentItemId, index => index.Latest);
            if (options is { IsDraft: true, IsDraftRequired: false } && found is { Published: true }) return null;
        }
        if (found is null) return null;
        found = await LoadAsync(found);
        return options.IsDraftRequired && found.Published ? await BuildVersionAsync(found) : found;
    }

    public async Task<IEnumerable<ContentItem>> GetAsync(IEnumerable<string> contentItemIds, VersionOptions? options = null)
    {
        var wanted = contentItemIds.Where(id => !string.IsNullOrEmpty(id)).Distinct().ToArray();
        if (wanted.Length == 0) return [];
        options ??= VersionOptions.Published;
        var items = new List<ContentItem>(wanted.Length);
        if (options.IsDraftRequired)
        {
            foreach (var id in wanted)
            {
                if (await GetAsync(id, options) is { } item) items.Add(item);
            }
            return items;
        }
        var query = options.IsPublished ? Query(index => index.ContentItemId.IsIn(wanted) && index.Published)
            : options.IsDraft ? Query(index => index.ContentItemId.IsIn(wanted) && index.Latest && !index.Published)
            : Query(index => index.ContentItemId.IsIn(wanted) && index.Latest);
        var byId = (await query.ListAsync()).ToDictionary(item => item.ContentItemId);
        foreach (var id in wanted)
        {
            if (byId.TryGetValue(id, out var item)) items.Add(await LoadAsync(item));
        }
        return items;
    }

    public async Task<ContentItem?> GetVersionAsync(string contentItemVersionId)
    {
        if (string.IsNullOrEmpty(contentItemVersionId)) return null;
        var found = await Query(index => index.ContentItemVersionId == contentItemVersionId).FirstOrDefaultAsync();
        return found is null ? null : await LoadAsync(found);
    }

    public async Task<IEnumerable<ContentItem>> GetAllVersionsAsync(string contentItemId)
    {
        var versions = await Query(index => index.ContentItemId == contentItemId).OrderByDescending(index => index.ModifiedUtc).ListAsync();
        return await this.LoadAsync(versions);
    }

    public async Task<ContentItem> LoadAsync(ContentItem contentItem)
    {
        // An item within another has no document of its own.
        if (contentItem.Id != 0)
        {
            if (known.RecallVersionId(contentItem.Id, out var recalled)) return recalled;
            known.Store(contentItem);
        }
        await AttachSchemaAsync(contentItem);
        var loading = new LoadContentContext(contentItem);
        foreach (var handler in Handlers) await handler.LoadingAsync(loading);
        foreach (var handler in Reversed) await handler.LoadedAsync(loading);
        return contentItem;
    }

    private async Task<ContentItem> BuildVersionAsync(ContentItem existing)
    {
        if (existing.Latest)
        {
            existing.Latest = false;
        }
        else if (await FindAsync(existing.ContentItemId, index => index.Latest) is { } latest)
        {
            latest.Latest = false;
            await session.SaveAsync(latest);
        }

        var building = new ContentItem
        {
            ContentType = existing.ContentType,
            ContentItemId = existing.ContentItemId,
            DisplayText = existing.DisplayText,
            Owner = existing.Owner,
            CreatedUtc = existing.CreatedUtc,
            PublishedUtc = existing.PublishedUtc,
            ModifiedUtc = existing.ModifiedUtc,
            Latest = true,
        };
        building.ContentItemVersionId = ids.GenerateUniqueId(building);
        ContentItemCopy.Content(existing, building);
        await AttachSchemaAsync(building);

        var versioning = new VersionContentContext(existing, building);
        foreach (var handler in Handlers) await handler.VersioningAsync(versioning);
        foreach (var handler in Reversed) await handler.VersionedAsync(versioning);

        await session.SaveAsync(existing);
        await session.FlushAsync();
        await session.SaveAsync(building);
        known.Store(building);
        return building;
    }

    private async Task AttachSchemaAsync(ContentItem item)
    {
        if (item.Schema is not null) return;
        if (await definitions.GetTypeDefinitionAsync(item.ContentType) is { } definition) item.Schema = plans.For(definition);
    }

    private IQuery<ContentItem, ContentItemIndex> Query(Expression<Func<ContentItemIndex, bool>> predicate) =>
        session.Query<ContentItem, ContentItemIndex>(predicate);

    private Task<ContentItem?> FindAsync(string contentItemId, Expression<Func<ContentItemIndex, bool>> which) =>
        Query(index => index.ContentItemId == contentItemId).Where(which).FirstOrDefaultAsync();
}
