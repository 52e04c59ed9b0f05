using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace PropertySuite.Platform.Content;

// Versions that come from elsewhere: imports, restored history.
internal sealed partial class ContentManager
{
    private static readonly JsonMergeSettings Replacing = new() { MergeArrayHandling = MergeArrayHandling.Replace };

    public async Task<ContentValidateResult> CreateContentItemVersionAsync(ContentItem contentItem)
    {
        await StoreImportedAsync(contentItem);
        var result = await ValidateAsync(contentItem);
        if (!result.Succeeded) await session.CancelAsync();
        return result;
    }

    public async Task<ContentValidateResult> UpdateContentItemVersionAsync(ContentItem updatingVersion, ContentItem updatedVersion)
    {
        TakeOver(updatingVersion, updatedVersion);
        await TellUpdatedAsync(updatingVersion);
        var result = await ValidateAsync(updatingVersion);
        if (!result.Succeeded) await session.CancelAsync();
        else await session.SaveAsync(updatingVersion);
        return result;
    }

    public async Task ImportAsync(IEnumerable<ContentItem> contentItems)
    {
        foreach (var item in contentItems)
        {
            var original = string.IsNullOrEmpty(item.ContentItemVersionId) ? null : await GetVersionAsync(item.ContentItemVersionId);
            var importing = new ImportContentContext(item, original);
            foreach (var handler in Handlers) await handler.ImportingAsync(importing);
            var stored = original is null ? await ImportNewAsync(item) : await ImportOverAsync(original, item);
            var imported = ReferenceEquals(stored, item) ? importing : new ImportContentContext(stored, original);
            foreach (var handler in Reversed) await handler.ImportedAsync(imported);
        }
    }

    public async Task<ContentValidateResult> RestoreAsync(ContentItem contentItem)
    {
        var restored = ContentItemCopy.Of(contentItem);
        restored.ContentItemVersionId = ids.GenerateUniqueId(restored);
        restored.Latest = true;
        restored.Published = false;
        restored.PublishedUtc = null;
        restored.ModifiedUtc = null;
        restored.Author = null;
        await AttachSchemaAsync(restored);

        var restoring = new RestoreContentContext(restored);
        foreach (var handler in Handlers) await handler.RestoringAsync(restoring);
        var result = await CreateContentItemVersionAsync(restored);
        if (!result.Succeeded) return result;
        foreach (var handler in Reversed) await handler.RestoredAsync(restoring);
        return result;
    }

    private async Task<ContentItem> ImportNewAsync(ContentItem item)
    {
        var previous = string.IsNullOrEmpty(item.ContentItemId) ? null : await FindAsync(item.ContentItemId, index => index.Published);
        await StoreImportedAsync(item);
        await EnsureValidAsync(item);
        if (item.Published) await TellPublishedAsync(item, previous);
        return item;
    }

    private async Task<ContentItem> ImportOverAsync(ContentItem existing, ContentItem item)
    {
        var publishes = item.Published && !existing.Published;
        var previous = publishes ? await FindAsync(existing.ContentItemId, index => index.Published) : null;
        await GiveWayAsync(existing.ContentItemId, item.Latest && !existing.Latest, publishes);
        TakeOver(existing, item);
        existing.Latest = item.Latest;
        existing.Published = item.Published;
        existing.PublishedUtc = item.Published ? item.PublishedUtc ?? existing.PublishedUtc ?? clock.UtcNow : item.PublishedUtc;
        existing.CreatedUtc = item.CreatedUtc ?? existing.CreatedUtc;
        await TellUpdatedAsync(existing);
        existing.ModifiedUtc = item.ModifiedUtc ?? existing.ModifiedUtc;
        await EnsureValidAsync(existing);
        await session.SaveAsync(existing);
        if (publishes) await TellPublishedAsync(existing, previous);
        return existing;
    }

    /// <summary>Stores a version as it is; versions that have a flag it brings give it up first.</summary>
    private async Task StoreImportedAsync(ContentItem item)
    {
        if (string.IsNullOrEmpty(item.ContentItemId)) item.ContentItemId = ids.GenerateUniqueId(item);
        if (string.IsNullOrEmpty(item.ContentItemVersionId))
        {
            item.ContentItemVersionId = ids.GenerateUniqueId(item);
            // Written by hand, with no word on versions: it is meant to be seen.
            if (!item.Latest && !item.Published) item.Latest = item.Published = true;
        }
        item.Id = 0;
        await GiveWayAsync(item.ContentItemId, item.Latest, item.Published);
        await StoreNewAsync(item);
    }

    private async Task GiveWayAsync(string contentItemId, bool latest, bool published)
    {
        var changed = false;
        if (latest && await FindAsync(contentItemId, index => index.Latest) is { } oldLatest)
        {
            oldLatest.Latest = false;
            if (published) oldLatest.Published = false;
            await RetireAsync(oldLatest);
            changed = true;
        }
        if (published && await FindAsync(contentItemId, index => index.Published) is { } oldPublished)
        {
            oldPublished.Published = false;
            await RetireAsync(oldPublished);
            changed = true;
        }
        if (changed) await session.FlushAsync();
    }

    private async Task EnsureValidAsync(ContentItem item)
    {
        var result = await ValidateAsync(item);
        if (result.Succeeded) return;
        await session.CancelAsync();
        var problems = result.Errors.Select(error => error.MemberNames.Any() ? $"{string.Join(", ", error.MemberNames)}: {error.ErrorMessage}" : error.ErrorMessage);
        throw new ValidationException($"The {item.ContentType} \"{item.DisplayText ?? item.ContentItemId}\" is not in order. {string.Join(" ", problems)}");
    }

    private static void TakeOver(ContentItem existing, ContentItem other)
    {
        existing.DisplayText = other.DisplayText;
        existing.Owner = other.Owner ?? existing.Owner;
        existing.Author = other.Author ?? existing.Author;
        existing.Data.Merge(other.Data, Replacing);
        existing.ForgetElements();
    }
}
