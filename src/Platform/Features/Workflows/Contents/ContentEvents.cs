using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Contents.Workflows.Activities;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of the suite's content events.</summary>
internal abstract class ItemEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s)
    : ContentEvent(contentManager, scripts, s), IFormActivity
{
    public override string Name => GetType().Name;

    public IEnumerable<ActivityField> Fields => [new(nameof(ContentTypeFilter), FieldKind.Lines, S["Content types"], S["One name a line. Empty: all."])];
}

internal sealed class ContentCreatedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Content was created"];
}

internal sealed class ContentUpdatedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Content was changed"];
}

internal sealed class ContentDraftSavedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["A draft was saved"];
}

internal sealed class ContentPublishedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Content was published"];
}

internal sealed class ContentUnpublishedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Content was taken off"];
}

internal sealed class ContentDeletedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Content was deleted"];
}

internal sealed class ContentVersionedEvent(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemEvent(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["A version was made"];
}
