namespace OrchardCore.ContentManagement.Handlers;

/// <summary>A handler of one kind of part that does nothing; override what is of interest.</summary>
public abstract partial class ContentPartHandler<TPart> : IContentPartHandler where TPart : ContentPart, new()
{
    public virtual Task ActivatingAsync(ActivatingContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ActivatedAsync(ActivatedContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task InitializingAsync(InitializingContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task InitializedAsync(InitializingContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task CreatingAsync(CreateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task CreatedAsync(CreateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task LoadingAsync(LoadContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task LoadedAsync(LoadContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ImportingAsync(ImportContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ImportedAsync(ImportContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UpdatingAsync(UpdateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UpdatedAsync(UpdateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ValidatingAsync(ValidateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ValidatedAsync(ValidateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task VersioningAsync(VersionContentContext context, TPart existing, TPart building) => Task.CompletedTask;

    public virtual Task VersionedAsync(VersionContentContext context, TPart existing, TPart building) => Task.CompletedTask;

    public virtual Task DraftSavingAsync(SaveDraftContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task DraftSavedAsync(SaveDraftContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task PublishingAsync(PublishContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task PublishedAsync(PublishContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UnpublishingAsync(PublishContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UnpublishedAsync(PublishContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task RemovingAsync(RemoveContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task RemovedAsync(RemoveContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task CloningAsync(CloneContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task ClonedAsync(CloneContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task GetContentItemAspectAsync(ContentItemAspectContext context, TPart part) => Task.CompletedTask;

    /// <summary>Validates with the definition at hand; a failure names the part, so that an editor can show it at its place.</summary>
    protected virtual Task ValidatingAsync(ValidateContentPartContext context, TPart part) => ValidatingAsync((ValidateContentContext)context, part);

    protected virtual Task ValidatedAsync(ValidateContentPartContext context, TPart part) => ValidatedAsync((ValidateContentContext)context, part);
}
