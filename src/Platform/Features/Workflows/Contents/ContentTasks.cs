using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Workflows;
using OrchardCore.Contents.Workflows.Activities;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of the suite's content tasks.</summary>
internal abstract class ItemTask(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s)
    : ContentTask(contentManager, scripts, s), IFormActivity
{
    public override string Name => GetType().Name;

    public virtual IEnumerable<ActivityField> Fields => [new(nameof(Content), FieldKind.Script, S["Item"], S["JavaScript that gives the item or its id. Empty: the item that the workflow is about."])];

    /// <exception cref="InvalidOperationException">There is none, or it is gone.</exception>
    protected async Task<ContentItem> NeededAsync(WorkflowExecutionContext workflowContext) =>
        (await GetContentAsync(workflowContext))?.ContentItem ?? throw new InvalidOperationException($"{Name} finds no content item.");
}

internal sealed class RetrieveContentTask(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemTask(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Fetch content"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Retrieved"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var item = await NeededAsync(workflowContext);
        workflowContext.CorrelationId = item.ContentItemId;
        workflowContext.Properties[ContentEventConstants.ContentItemInputKey] = item;
        workflowContext.LastResult = item;
        return Outcomes("Retrieved");
    }
}

internal sealed class PublishContentTask(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemTask(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Publish content"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Published"], S["Noop"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var item = await NeededAsync(workflowContext);
        if (await ContentManager.GetAsync(item.ContentItemId, VersionOptions.Latest) is not { Published: false } draft)
            return Outcomes("Noop");
        await ContentManager.PublishAsync(draft);
        return Outcomes("Published");
    }
}

internal sealed class UnpublishContentTask(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemTask(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Take content off"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Unpublished"], S["Noop"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var item = await NeededAsync(workflowContext);
        if (await ContentManager.GetAsync(item.ContentItemId, VersionOptions.Published) is not { } published)
            return Outcomes("Noop");
        await ContentManager.UnpublishAsync(published);
        return Outcomes("Unpublished");
    }
}

internal sealed class DeleteContentTask(IContentManager contentManager, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : ItemTask(contentManager, scripts, s)
{
    public override LocalizedString DisplayText => S["Delete content"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Deleted"], S["Noop"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var item = await NeededAsync(workflowContext);
        if (await ContentManager.GetAsync(item.ContentItemId, VersionOptions.Latest) is not { } latest)
            return Outcomes("Noop");
        await ContentManager.RemoveAsync(latest);
        return Outcomes("Deleted");
    }
}
