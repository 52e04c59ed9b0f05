namespace OrchardCore.ContentManagement.Handlers;

/// <summary>A handler of one kind of field that does nothing; override what is of interest.</summary>
public abstract partial class ContentFieldHandler<TField> : IContentFieldHandler where TField : ContentField, new()
{
    public virtual Task ActivatingAsync(ActivatingContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ActivatedAsync(ActivatedContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task InitializingAsync(InitializingContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task InitializedAsync(InitializingContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task CreatingAsync(CreateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task CreatedAsync(CreateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task LoadingAsync(LoadContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task LoadedAsync(LoadContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ImportingAsync(ImportContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ImportedAsync(ImportContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task UpdatingAsync(UpdateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task UpdatedAsync(UpdateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ValidatingAsync(ValidateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ValidatedAsync(ValidateContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task VersioningAsync(VersionContentFieldContext context, TField existing, TField building) => Task.CompletedTask;

    public virtual Task VersionedAsync(VersionContentFieldContext context, TField existing, TField building) => Task.CompletedTask;

    public virtual Task DraftSavingAsync(SaveDraftContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task DraftSavedAsync(SaveDraftContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task PublishingAsync(PublishContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task PublishedAsync(PublishContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task UnpublishingAsync(PublishContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task UnpublishedAsync(PublishContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task RemovingAsync(RemoveContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task RemovedAsync(RemoveContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task CloningAsync(CloneContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task ClonedAsync(CloneContentFieldContext context, TField field) => Task.CompletedTask;

    public virtual Task GetContentItemAspectAsync(ContentItemAspectContext context, TField field) => Task.CompletedTask;
}
