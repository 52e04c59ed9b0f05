using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Workflows;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Tells workflows what happens to content items.</summary>
internal sealed class ContentEventHandler(IServiceProvider services) : ContentHandlerBase
{
    public override Task CreatedAsync(CreateContentContext context) => TellAsync(nameof(ContentCreatedEvent), context.ContentItem);

    public override Task UpdatedAsync(UpdateContentContext context) => TellAsync(nameof(ContentUpdatedEvent), context.ContentItem);

    public override Task DraftSavedAsync(SaveDraftContentContext context) => TellAsync(nameof(ContentDraftSavedEvent), context.ContentItem);

    public override Task PublishedAsync(PublishContentContext context) => TellAsync(nameof(ContentPublishedEvent), context.ContentItem);

    public override Task UnpublishedAsync(PublishContentContext context) => TellAsync(nameof(ContentUnpublishedEvent), context.ContentItem);

    public override Task RemovedAsync(RemoveContentContext context) => TellAsync(nameof(ContentDeletedEvent), context.ContentItem);

    public override Task VersionedAsync(VersionContentContext context) => TellAsync(nameof(ContentVersionedEvent), context.ContentItem);

    // The workflows' own services use contents: they are asked for when something has happened.
    private Task TellAsync(string name, ContentItem item) => services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(
        name,
        new Dictionary<string, object>
        {
            [ContentEventConstants.ContentItemInputKey] = item,
            [ContentEventConstants.ContentEventInputKey] = new ContentEventContext
            {
                Name = name,
                ContentType = item.ContentType,
                ContentItemId = item.ContentItemId,
                ContentItemVersionId = item.ContentItemVersionId,
            },
        },
        item.ContentItemId);
}
