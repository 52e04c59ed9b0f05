using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.ContentManagement;

/// <summary>
/// The life of content items: made, stored, changed, published, withdrawn, removed, with the handlers told at each step.
/// Works on the session of the current scope; nothing is stored before that session is saved. An exception from a handler ends the operation.
/// </summary>
public interface IContentManager
{
    /// <summary>Makes an item with its parts; it is not stored yet.</summary>
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    Task<ContentItem> NewAsync(string contentType);

    /// <summary>Stores the changes of an item that is stored already.</summary>
    Task UpdateAsync(ContentItem contentItem);

    /// <summary>Stores a new item: published, unless <see cref="VersionOptions.Draft"/> is asked for.</summary>
    Task CreateAsync(ContentItem contentItem, VersionOptions? options = null);

    /// <summary>Stores an item as it is, ids and flags included, after checking it.</summary>
    /// <returns>What is wrong; then nothing is stored.</returns>
    Task<ContentValidateResult> CreateContentItemVersionAsync(ContentItem contentItem);

    /// <summary>Puts the content of one version into a stored one, after checking it.</summary>
    /// <returns>What is wrong; then nothing is stored.</returns>
    Task<ContentValidateResult> UpdateContentItemVersionAsync(ContentItem updatingVersion, ContentItem updatedVersion);

    /// <summary>Stores items as an import brings them, new or as new versions of those that are there.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An item is not in order; its message names the item and the field.</exception>
    Task ImportAsync(IEnumerable<ContentItem> contentItems);

    /// <summary>Checks an item with all its parts and fields.</summary>
    Task<ContentValidateResult> ValidateAsync(ContentItem contentItem);

    /// <summary>Makes an older version, or a removed item, the draft again.</summary>
    Task<ContentValidateResult> RestoreAsync(ContentItem contentItem);

    /// <summary>The published version, or the one that the options ask for; null if there is none.</summary>
    Task<ContentItem?> GetAsync(string contentItemId, VersionOptions? options = null);

    /// <summary>The versions that exist, in the order of the ids.</summary>
    Task<IEnumerable<ContentItem>> GetAsync(IEnumerable<string> contentItemIds, VersionOptions? options = null);

    /// <summary>A version by its own id; null if there is none.</summary>
    Task<ContentItem?> GetVersionAsync(string contentItemVersionId);

    /// <summary>All versions of an item, those of a removed item included.</summary>
    Task<IEnumerable<ContentItem>> GetAllVersionsAsync(string contentItemId);

    /// <summary>Tells the handlers that an item was read, once in a session. Items of one's own queries are passed through here.</summary>
    Task<ContentItem> LoadAsync(ContentItem contentItem);

    /// <summary>Removes an item: no version is the latest or published any more, and the versions stay as history.</summary>
    Task RemoveAsync(ContentItem contentItem);

    /// <summary>Removes the draft; the published version becomes the latest again.</summary>
    Task DiscardDraftAsync(ContentItem contentItem);

    /// <summary>Stores the changes of a draft.</summary>
    Task SaveDraftAsync(ContentItem contentItem);

    /// <summary>Makes a version the published one, in place of the one so far.</summary>
    Task PublishAsync(ContentItem contentItem);

    /// <summary>Withdraws the published version.</summary>
    Task UnpublishAsync(ContentItem contentItem);

    /// <summary>Lets the handlers fill in what they know about an item.</summary>
    Task<TAspect> PopulateAspectAsync<TAspect>(IContent content, TAspect aspect);

    /// <summary>Stores a copy as a new draft, with ids of its own.</summary>
    Task<ContentItem> CloneAsync(ContentItem contentItem);
}
