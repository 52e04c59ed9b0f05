using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Modules;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Content;

/// <summary>
/// The life of items on the session of the scope. Where two versions of an item exchange a flag, the one that loses it is written first,
/// so that the unique keys hold at every moment.
/// </summary>
internal sealed partial class ContentManager(
    ISession session,
    IContentDefinitionManager definitions,
    ContentTypePlans plans,
    IContentManagerSession known,
    IContentItemIdGenerator ids,
    IClock clock,
    IServiceProvider services) : IContentManager
{
    private IContentHandler[]? _handlers;
    private IContentHandler[]? _reversed;

    // Asked for late, since handlers may themselves ask for the content manager.
    private IContentHandler[] Handlers => _handlers ??= [.. services.GetServices<IContentHandler>()];

    private IContentHandler[] Reversed => _reversed ??= [.. Handlers.Reverse()];

    public async Task<ContentItem> NewAsync(string contentType)
    {
        var definition = await definitions.GetTypeDefinitionAsync(contentType)
            ?? throw new InvalidOperationException($"The content type \"{contentType}\" does not exist.");
        var item = new ContentItem { ContentType = definition.Name };
        item.ContentItemId = ids.GenerateUniqueId(item);
        item.Schema = plans.For(definition);

        var activating = new ActivatingContentContext(item) { ContentType = definition.Name, Definition = definition };
        foreach (var handler in Handlers) await handler.ActivatingAsync(activating);
        var activated = new ActivatedContentContext(item);
        foreach (var handler in Reversed) await handler.ActivatedAsync(activated);
        var initializing = new InitializingContentContext(item);
        foreach (var handler in Handlers) await handler.InitializingAsync(initializing);
        var initialized = new InitializingContentContext(item);
        foreach (var handler in Reversed) await handler.InitializedAsync(initialized);
        return item;
    }

    public async Task CreateAsync(ContentItem contentItem, VersionOptions? options = null)
    {
        var asDraft = options is { IsDraft: true };
        if (string.IsNullOrEmpty(contentItem.ContentItemVersionId))
        {
            contentItem.ContentItemVersionId = ids.GenerateUniqueId(contentItem);
            contentItem.Published = true;
            contentItem.Latest = true;
        }
        if (asDraft) contentItem.Published = false;

        await StoreNewAsync(contentItem);
        if (contentItem.Published) await TellPublishedAsync(contentItem, previous: null);
    }

    public async Task UpdateAsync(ContentItem contentItem)
    {
        await TellUpdatedAsync(contentItem);
        await session.SaveAsync(contentItem);
    }

    public async Task<ContentValidateResult> ValidateAsync(ContentItem contentItem)
    {
        var validating = new ValidateContentContext(contentItem);
        foreach (var handler in Handlers) await handler.ValidatingAsync(validating);
        foreach (var handler in Reversed) await handler.ValidatedAsync(validating);
        return validating.ContentValidateResult;
    }

    public async Task SaveDraftAsync(ContentItem contentItem)
    {
        if (!contentItem.Latest || contentItem.Published) throw new InvalidOperationException("Only a draft can be saved as a draft; load the item with DraftRequired.");
        var saving = new SaveDraftContentContext(contentItem);
        foreach (var handler in Handlers) await handler.DraftSavingAsync(saving);
        await session.SaveAsync(contentItem);
        foreach (var handler in Reversed) await handler.DraftSavedAsync(saving);
    }

    public async Task PublishAsync(ContentItem contentItem)
    {
        if (contentItem.Published) return;
        var previous = await FindAsync(contentItem.ContentItemId, index => index.Published);
        var publishing = new PublishContentContext(contentItem, previous);
        foreach (var handler in Handlers) await handler.PublishingAsync(publishing);
        if (publishing.Cancel) return;

        if (previous is not null && !ReferenceEquals(previous, contentItem))
        {
            previous.Published = false;
            await RetireAsync(previous);
            await session.FlushAsync();
        }
        contentItem.PublishedUtc = clock.UtcNow;
        contentItem.Published = true;
        await session.SaveAsync(contentItem);
        known.Store(contentItem);
        foreach (var handler in Reversed) await handler.PublishedAsync(publishing);
    }

    public async Task UnpublishAsync(ContentItem contentItem)
    {
        var published = contentItem.Published ? contentItem : await FindAsync(contentItem.ContentItemId, index => index.Published);
        if (published is null) return;
        var unpublishing = new PublishContentContext(contentItem, published);
        foreach (var handler in Handlers) await handler.UnpublishingAsync(unpublishing);
        if (unpublishing.Cancel) return;

        published.Published = false;
        published.PublishedUtc = null;
        published.ModifiedUtc = clock.UtcNow;
        await session.SaveAsync(published);
        foreach (var handler in Reversed) await handler.UnpublishedAsync(unpublishing);
    }

    public async Task RemoveAsync(ContentItem contentItem)
    {
        var contentItemId = contentItem.ContentItemId;
        var active = (await Query(index => index.ContentItemId == contentItemId && (index.Published || index.Latest)).ListAsync()).ToArray();
        if (active.Length == 0) return;
        var removing = new RemoveContentContext(contentItem, noActiveVersionLeft: true);
        foreach (var handler in Handlers) await handler.RemovingAsync(removing);
        foreach (var version in active)
        {
            version.Published = false;
            version.Latest = false;
            await session.SaveAsync(version);
        }
        foreach (var handler in Reversed) await handler.RemovedAsync(removing);
    }

    public async Task DiscardDraftAsync(ContentItem contentItem)
    {
        if (contentItem.Published || !contentItem.Latest) throw new InvalidOperationException("Only a draft can be discarded.");
        var published = await GetAsync(contentItem.ContentItemId, VersionOptions.Published);
        var removing = new RemoveContentContext(contentItem, noActiveVersionLeft: published is null);
        foreach (var handler in Handlers) await handler.RemovingAsync(removing);
        contentItem.Latest = false;
        await session.SaveAsync(contentItem);
        foreach (var handler in Reversed) await handler.RemovedAsync(removing);
        if (published is null) return;
        await session.FlushAsync();
        published.Latest = true;
        await session.SaveAsync(published);
    }

    public async Task<ContentItem> CloneAsync(ContentItem contentItem)
    {
        var clone = await NewAsync(contentItem.ContentType);
        await CreateAsync(clone, VersionOptions.Draft);
        ContentItemCopy.Content(contentItem, clone);
        clone.DisplayText = contentItem.DisplayText;
        var cloning = new CloneContentContext(contentItem, clone);
        foreach (var handler in Handlers) await handler.CloningAsync(cloning);
        foreach (var handler in Reversed) await handler.ClonedAsync(cloning);
        await session.SaveAsync(cloning.CloneContentItem);
        return cloning.CloneContentItem;
    }

    public async Task<TAspect> PopulateAspectAsync<TAspect>(IContent content, TAspect aspect)
    {
        var context = new ContentItemAspectContext { ContentItem = content.ContentItem, Aspect = aspect! };
        foreach (var handler in Handlers) await handler.GetContentItemAspectAsync(context);
        return aspect;
    }

    /// <summary>Stamps and stores an item that is not stored yet.</summary>
    private async Task StoreNewAsync(ContentItem item)
    {
        var now = clock.UtcNow;
        item.CreatedUtc ??= now;
        item.ModifiedUtc ??= now;
        if (item.Published) item.PublishedUtc ??= now;
        if (User is { } user)
        {
            item.Owner ??= user.FindFirstValue(ClaimTypes.NameIdentifier);
            item.Author ??= user.Identity!.Name;
        }
        await AttachSchemaAsync(item);

        var creating = new CreateContentContext(item);
        foreach (var handler in Handlers) await handler.CreatingAsync(creating);
        await session.SaveAsync(item);
        known.Store(item);
        foreach (var handler in Reversed) await handler.CreatedAsync(creating);
    }

    private async Task TellUpdatedAsync(ContentItem item)
    {
        item.ModifiedUtc = clock.UtcNow;
        if (User is { } user) item.Author = user.Identity!.Name;
        var updating = new UpdateContentContext(item);
        foreach (var handler in Handlers) await handler.UpdatingAsync(updating);
        foreach (var handler in Reversed) await handler.UpdatedAsync(updating);
    }

    private async Task TellPublishedAsync(ContentItem item, ContentItem? previous)
    {
        var publishing = new PublishContentContext(item, previous);
        foreach (var handler in Handlers) await handler.PublishingAsync(publishing);
        if (publishing.Cancel)
        {
            item.Published = false;
            item.PublishedUtc = null;
            return;
        }
        foreach (var handler in Reversed) await handler.PublishedAsync(publishing);
    }

    /// <summary>Keeps a version as history, where the type keeps any; else it goes.</summary>
    private async Task RetireAsync(ContentItem version)
    {
        if (version is { Latest: false, Published: false } && await definitions.GetTypeDefinitionAsync(version.ContentType) is { } definition && !definition.IsVersionable())
        {
            session.Delete(version);
            return;
        }
        await session.SaveAsync(version);
    }

    private ClaimsPrincipal? User =>
        services.GetService<IHttpContextAccessor>()?.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;
}
