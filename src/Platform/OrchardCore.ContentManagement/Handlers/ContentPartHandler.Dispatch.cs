namespace OrchardCore.ContentManagement.Handlers;

// Hands the events of any part to the members for this kind of part.
public abstract partial class ContentPartHandler<TPart>
{
    Task IContentPartHandler.ActivatingAsync(ActivatingContentContext context, ContentPart part) =>
        part is TPart own ? ActivatingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.ActivatedAsync(ActivatedContentContext context, ContentPart part) =>
        part is TPart own ? ActivatedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.InitializingAsync(InitializingContentContext context, ContentPart part) =>
        part is TPart own ? InitializingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.InitializedAsync(InitializingContentContext context, ContentPart part) =>
        part is TPart own ? InitializedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.CreatingAsync(CreateContentContext context, ContentPart part) =>
        part is TPart own ? CreatingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.CreatedAsync(CreateContentContext context, ContentPart part) =>
        part is TPart own ? CreatedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.LoadingAsync(LoadContentContext context, ContentPart part) =>
        part is TPart own ? LoadingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.LoadedAsync(LoadContentContext context, ContentPart part) =>
        part is TPart own ? LoadedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.ImportingAsync(ImportContentContext context, ContentPart part) =>
        part is TPart own ? ImportingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.ImportedAsync(ImportContentContext context, ContentPart part) =>
        part is TPart own ? ImportedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.UpdatingAsync(UpdateContentContext context, ContentPart part) =>
        part is TPart own ? UpdatingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.UpdatedAsync(UpdateContentContext context, ContentPart part) =>
        part is TPart own ? UpdatedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.ValidatingAsync(ValidateContentContext context, ContentPart part) => part switch
    {
        TPart own when context is ValidateContentPartContext partContext => ValidatingAsync(partContext, own),
        TPart own => ValidatingAsync(context, own),
        _ => Task.CompletedTask,
    };

    Task IContentPartHandler.ValidatedAsync(ValidateContentContext context, ContentPart part) => part switch
    {
        TPart own when context is ValidateContentPartContext partContext => ValidatedAsync(partContext, own),
        TPart own => ValidatedAsync(context, own),
        _ => Task.CompletedTask,
    };

    Task IContentPartHandler.VersioningAsync(VersionContentContext context, ContentPart existing, ContentPart building) =>
        existing is TPart old && building is TPart made ? VersioningAsync(context, old, made) : Task.CompletedTask;

    Task IContentPartHandler.VersionedAsync(VersionContentContext context, ContentPart existing, ContentPart building) =>
        existing is TPart old && building is TPart made ? VersionedAsync(context, old, made) : Task.CompletedTask;

    Task IContentPartHandler.DraftSavingAsync(SaveDraftContentContext context, ContentPart part) =>
        part is TPart own ? DraftSavingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.DraftSavedAsync(SaveDraftContentContext context, ContentPart part) =>
        part is TPart own ? DraftSavedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.PublishingAsync(PublishContentContext context, ContentPart part) =>
        part is TPart own ? PublishingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.PublishedAsync(PublishContentContext context, ContentPart part) =>
        part is TPart own ? PublishedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.UnpublishingAsync(PublishContentContext context, ContentPart part) =>
        part is TPart own ? UnpublishingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.UnpublishedAsync(PublishContentContext context, ContentPart part) =>
        part is TPart own ? UnpublishedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.RemovingAsync(RemoveContentContext context, ContentPart part) =>
        part is TPart own ? RemovingAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.RemovedAsync(RemoveContentContext context, ContentPart part) =>
        part is TPart own ? RemovedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.CloningAsync(CloneContentContext context, ContentPart part) =>
        part is TPart own ? CloningAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.ClonedAsync(CloneContentContext context, ContentPart part) =>
        part is TPart own ? ClonedAsync(context, own) : Task.CompletedTask;

    Task IContentPartHandler.GetContentItemAspectAsync(ContentItemAspectContext context, ContentPart part) =>
        part is TPart own ? GetContentItemAspectAsync(context, own) : Task.CompletedTask;
}
