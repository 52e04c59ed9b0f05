using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;

namespace PropertySuite.Platform.Content;

/// <summary>Hands the events of an item on to the handlers of its parts and fields.</summary>
internal sealed partial class PartEvents(IContentDefinitionManager definitions, ContentTypePlans plans, IServiceProvider services) : ContentHandlerBase
{
    public override Task ActivatedAsync(ActivatedContentContext context) => RunAsync<ActivatedContentContext, ActivatedContentFieldContext>(
        ContentEvent.Activated, context, reversed: true,
        static (handler, c, part) => handler.ActivatedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.ActivatedAsync(f, field));

    public override Task InitializingAsync(InitializingContentContext context) => RunAsync<InitializingContentContext, InitializingContentFieldContext>(
        ContentEvent.Initializing, context, reversed: false,
        static (handler, c, part) => handler.InitializingAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.InitializingAsync(f, field));

    public override Task InitializedAsync(InitializingContentContext context) => RunAsync<InitializingContentContext, InitializingContentFieldContext>(
        ContentEvent.Initialized, context, reversed: true,
        static (handler, c, part) => handler.InitializedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.InitializedAsync(f, field));

    public override Task CreatingAsync(CreateContentContext context) => RunAsync<CreateContentContext, CreateContentFieldContext>(
        ContentEvent.Creating, context, reversed: false,
        static (handler, c, part) => handler.CreatingAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.CreatingAsync(f, field));

    public override Task CreatedAsync(CreateContentContext context) => RunAsync<CreateContentContext, CreateContentFieldContext>(
        ContentEvent.Created, context, reversed: true,
        static (handler, c, part) => handler.CreatedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.CreatedAsync(f, field));

    public override Task LoadingAsync(LoadContentContext context) => RunAsync<LoadContentContext, LoadContentFieldContext>(
        ContentEvent.Loading, context, reversed: false,
        static (handler, c, part) => handler.LoadingAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.LoadingAsync(f, field));

    public override Task LoadedAsync(LoadContentContext context) => RunAsync<LoadContentContext, LoadContentFieldContext>(
        ContentEvent.Loaded, context, reversed: true,
        static (handler, c, part) => handler.LoadedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.LoadedAsync(f, field));

    public override Task ImportingAsync(ImportContentContext context) => RunAsync<ImportContentContext, ImportContentFieldContext>(
        ContentEvent.Importing, context, reversed: false,
        static (handler, c, part) => handler.ImportingAsync(c, part),
        static c => new(c.ContentItem, c.OriginalContentItem),
        static (handler, _, f, field) => handler.ImportingAsync(f, field));

    public override Task ImportedAsync(ImportContentContext context) => RunAsync<ImportContentContext, ImportContentFieldContext>(
        ContentEvent.Imported, context, reversed: true,
        static (handler, c, part) => handler.ImportedAsync(c, part),
        static c => new(c.ContentItem, c.OriginalContentItem),
        static (handler, _, f, field) => handler.ImportedAsync(f, field));

    public override Task UpdatingAsync(UpdateContentContext context) => RunAsync<UpdateContentContext, UpdateContentFieldContext>(
        ContentEvent.Updating, context, reversed: false,
        static (handler, c, part) => handler.UpdatingAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.UpdatingAsync(f, field));

    public override Task UpdatedAsync(UpdateContentContext context) => RunAsync<UpdateContentContext, UpdateContentFieldContext>(
        ContentEvent.Updated, context, reversed: true,
        static (handler, c, part) => handler.UpdatedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.UpdatedAsync(f, field));

    public override Task DraftSavingAsync(SaveDraftContentContext context) => RunAsync<SaveDraftContentContext, SaveDraftContentFieldContext>(
        ContentEvent.DraftSaving, context, reversed: false,
        static (handler, c, part) => handler.DraftSavingAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.DraftSavingAsync(f, field));

    public override Task DraftSavedAsync(SaveDraftContentContext context) => RunAsync<SaveDraftContentContext, SaveDraftContentFieldContext>(
        ContentEvent.DraftSaved, context, reversed: true,
        static (handler, c, part) => handler.DraftSavedAsync(c, part),
        static c => new(c.ContentItem),
        static (handler, _, f, field) => handler.DraftSavedAsync(f, field));

    public override Task PublishingAsync(PublishContentContext context) => RunAsync<PublishContentContext, PublishContentFieldContext>(
        ContentEvent.Publishing, context, reversed: false,
        static (handler, c, part) => handler.PublishingAsync(c, part),
        static c => new(c.ContentItem, c.PreviousItem) { Cancel = c.Cancel },
        static async (handler, c, f, field) =>
            {
                await handler.PublishingAsync(f, field);
                c.Cancel |= f.Cancel;
            });

    public override Task PublishedAsync(PublishContentContext context) => RunAsync<PublishContentContext, PublishContentFieldContext>(
        ContentEvent.Published, context, reversed: true,
        static (handler, c, part) => handler.PublishedAsync(c, part),
        static c => new(c.ContentItem, c.PreviousItem) { Cancel = c.Cancel },
        static (handler, _, f, field) => handler.PublishedAsync(f, field));

    public override Task UnpublishingAsync(PublishContentContext context) => RunAsync<PublishContentContext, PublishContentFieldContext>(
        ContentEvent.Unpublishing, context, reversed: false,
        static (handler, c, part) => handler.UnpublishingAsync(c, part),
        static c => new(c.ContentItem, c.PreviousItem) { Cancel = c.Cancel },
        static (handler, _, f, field) => handler.UnpublishingAsync(f, field));

    public override Task UnpublishedAsync(PublishContentContext context) => RunAsync<PublishContentContext, PublishContentFieldContext>(
        ContentEvent.Unpublished, context, reversed: true,
        static (handler, c, part) => handler.UnpublishedAsync(c, part),
        static c => new(c.ContentItem, c.PreviousItem) { Cancel = c.Cancel },
        static (handler, _, f, field) => handler.UnpublishedAsync(f, field));

    public override Task RemovingAsync(RemoveContentContext context) => RunAsync<RemoveContentContext, RemoveContentFieldContext>(
        ContentEvent.Removing, context, reversed: false,
        static (handler, c, part) => handler.RemovingAsync(c, part),
        static c => new(c.ContentItem, c.NoActiveVersionLeft),
        static (handler, _, f, field) => handler.RemovingAsync(f, field));

    public override Task RemovedAsync(RemoveContentContext context) => RunAsync<RemoveContentContext, RemoveContentFieldContext>(
        ContentEvent.Removed, context, reversed: true,
        static (handler, c, part) => handler.RemovedAsync(c, part),
        static c => new(c.ContentItem, c.NoActiveVersionLeft),
        static (handler, _, f, field) => handler.RemovedAsync(f, field));

    public override Task CloningAsync(CloneContentContext context) => RunAsync<CloneContentContext, CloneContentFieldContext>(
        ContentEvent.Cloning, context, reversed: false,
        static (handler, c, part) => handler.CloningAsync(c, part),
        static c => new(c.ContentItem, c.CloneContentItem),
        static (handler, _, f, field) => handler.CloningAsync(f, field));

    public override Task ClonedAsync(CloneContentContext context) => RunAsync<CloneContentContext, CloneContentFieldContext>(
        ContentEvent.Cloned, context, reversed: true,
        static (handler, c, part) => handler.ClonedAsync(c, part),
        static c => new(c.ContentItem, c.CloneContentItem),
        static (handler, _, f, field) => handler.ClonedAsync(f, field));
}
