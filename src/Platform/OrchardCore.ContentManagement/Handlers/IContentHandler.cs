namespace OrchardCore.ContentManagement.Handlers;

/// <summary>
/// Is told about everything that happens to content items. What is about to happen is told in the order of registration,
/// what has happened in the reverse order. A handler that throws ends the operation.
/// </summary>
public interface IContentHandler
{
    Task ActivatingAsync(ActivatingContentContext context);

    Task ActivatedAsync(ActivatedContentContext context);

    Task InitializingAsync(InitializingContentContext context);

    Task InitializedAsync(InitializingContentContext context);

    Task CreatingAsync(CreateContentContext context);

    Task CreatedAsync(CreateContentContext context);

    Task LoadingAsync(LoadContentContext context);

    Task LoadedAsync(LoadContentContext context);

    Task ImportingAsync(ImportContentContext context);

    Task ImportedAsync(ImportContentContext context);

    Task UpdatingAsync(UpdateContentContext context);

    Task UpdatedAsync(UpdateContentContext context);

    Task ValidatingAsync(ValidateContentContext context);

    Task ValidatedAsync(ValidateContentContext context);

    Task RestoringAsync(RestoreContentContext context);

    Task RestoredAsync(RestoreContentContext context);

    Task VersioningAsync(VersionContentContext context);

    Task VersionedAsync(VersionContentContext context);

    Task DraftSavingAsync(SaveDraftContentContext context);

    Task DraftSavedAsync(SaveDraftContentContext context);

    Task PublishingAsync(PublishContentContext context);

    Task PublishedAsync(PublishContentContext context);

    Task UnpublishingAsync(PublishContentContext context);

    Task UnpublishedAsync(PublishContentContext context);

    Task RemovingAsync(RemoveContentContext context);

    Task RemovedAsync(RemoveContentContext context);

    Task CloningAsync(CloneContentContext context);

    Task ClonedAsync(CloneContentContext context);

    /// <summary>Offers what the handler knows about an item, such as its routes or its text for searching.</summary>
    Task GetContentItemAspectAsync(ContentItemAspectContext context);
}
