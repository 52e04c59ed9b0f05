using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Workflows;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace OrchardCore.Contents.Workflows.Activities;

/// <summary>Base of activities about a content item: the one that their expression names, or else the workflow's own.</summary>
public abstract class ContentActivity : Activity
{
    protected readonly IStringLocalizer S;

    protected ContentActivity(IContentManager contentManager, IWorkflowScriptEvaluator scriptEvaluator, IStringLocalizer localizer)
    {
        ContentManager = contentManager;
        ScriptEvaluator = scriptEvaluator;
        S = localizer;
    }

    public override LocalizedString Category => S["Content"];

    /// <summary>JavaScript that gives the item or its id; where it is empty, the item that the workflow is about.</summary>
    [PropertySuite.Platform.Workflows.Script]
    public WorkflowExpression<IContent> Content
    {
        get => GetProperty(() => new WorkflowExpression<IContent>());
        set => SetProperty(value);
    }

    protected IContentManager ContentManager { get; }

    protected IWorkflowScriptEvaluator ScriptEvaluator { get; }

    /// <summary>The event that started or resumed the workflow by this very activity.</summary>
    protected ContentEventContext InlineEvent { get; private set; } = new();

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");

    public override Task OnInputReceivedAsync(WorkflowExecutionContext workflowContext, IDictionary<string, object> input)
    {
        if (input?.GetValue<ContentEventContext>(ContentEventConstants.ContentEventInputKey) is { } contentEvent)
            InlineEvent = contentEvent;
        return Task.CompletedTask;
    }

    /// <returns>Null where there is none, or it is gone.</returns>
    protected virtual async Task<IContent> GetContentAsync(WorkflowExecutionContext workflowContext)
    {
        if (!string.IsNullOrWhiteSpace(Content?.Expression))
        {
            var given = await ScriptEvaluator.EvaluateAsync(new WorkflowExpression<object>(Content.Expression), workflowContext);
            return given switch
            {
                IContent content => content,
                string { Length: > 0 } id => await ContentManager.GetAsync(id, VersionOptions.Latest),
                _ => null,
            };
        }

        if (workflowContext.Input.TryGetValue(ContentEventConstants.ContentItemInputKey, out var value) && value is IContent item)
            return item;
        if (workflowContext.Properties.TryGetValue(ContentEventConstants.ContentItemInputKey, out value) && value is IContent kept)
            return kept;
        return string.IsNullOrEmpty(workflowContext.CorrelationId) ? null : await ContentManager.GetAsync(workflowContext.CorrelationId, VersionOptions.Latest);
    }

    protected virtual async Task<string> GetContentItemIdAsync(WorkflowExecutionContext workflowContext) =>
        (await GetContentAsync(workflowContext))?.ContentItem.ContentItemId;
}

/// <summary>Base of events of content items.</summary>
public abstract class ContentEvent : ContentActivity, IEvent
{
    protected ContentEvent(IContentManager contentManager, IWorkflowScriptEvaluator scriptEvaluator, IStringLocalizer localizer)
        : base(contentManager, scriptEvaluator, localizer)
    {
    }

    public virtual bool CanStartWorkflow => true;

    /// <summary>The types of which the items are meant; all when empty.</summary>
    public IList<string> ContentTypeFilter
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override async Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var type = string.IsNullOrEmpty(InlineEvent.ContentType) ? (await GetContentAsync(workflowContext))?.ContentItem.ContentType : InlineEvent.ContentType;
        return type is not null && (ContentTypeFilter.Count == 0 || ContentTypeFilter.Contains(type, StringComparer.OrdinalIgnoreCase));
    }

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Halt();

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}

/// <summary>Base of tasks that do something with a content item.</summary>
public abstract class ContentTask : ContentActivity, ITask
{
    protected ContentTask(IContentManager contentManager, IWorkflowScriptEvaluator scriptEvaluator, IStringLocalizer localizer)
        : base(contentManager, scriptEvaluator, localizer)
    {
    }
}
