using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Workflows;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of tasks that write an item from JSON, itself written in Liquid.</summary>
internal abstract class WritingTask(IContentManager contentManager, IWorkflowExpressionEvaluator expressions, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s)
    : ItemTask(contentManager, scripts, s)
{
    public bool Publish
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ContentProperties
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    protected IWorkflowExpressionEvaluator Expressions { get; } = expressions;

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    protected async Task WriteAsync(ContentItem item, WorkflowExecutionContext workflowContext)
    {
        var text = await Expressions.EvaluateAsync(ContentProperties, workflowContext, System.Text.Encodings.Web.JavaScriptEncoder.Default);
        if (string.IsNullOrWhiteSpace(text))
            return;
        try
        {
            item.Merge(JsonNode.Parse(text, JOptions.Node, JOptions.Document) as JsonObject ?? throw new InvalidOperationException("The properties of a content item are an object."),
                new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"The properties of the content item are no JSON: {e.Message}", e);
        }
    }

    /// <returns>Whether the item can be stored; why not is the last result.</returns>
    protected async Task<bool> IsValidAsync(ContentItem item, WorkflowExecutionContext workflowContext)
    {
        var result = await ContentManager.ValidateAsync(item);
        if (!result.Succeeded)
            workflowContext.LastResult = string.Join(" ", result.Errors.Select(error => error.ErrorMessage));
        return result.Succeeded;
    }
}

internal sealed class CreateContentTask(IContentManager contentManager, IWorkflowExpressionEvaluator expressions, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s)
    : WritingTask(contentManager, expressions, scripts, s)
{
    public override LocalizedString DisplayText => S["Create content"];

    public string ContentType
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(ContentType), FieldKind.Text, S["Content type"]),
        new(nameof(ContentProperties), FieldKind.LongLiquid, S["Properties"], S["JSON, written in Liquid."]),
        new(nameof(Publish), FieldKind.Flag, S["Publish it"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var item = await ContentManager.NewAsync(ContentType);
        await WriteAsync(item, workflowContext);
        if (!await IsValidAsync(item, workflowContext))
            return Outcomes("Failed");
        await ContentManager.CreateAsync(item, Publish ? VersionOptions.Published : VersionOptions.Draft);
        workflowContext.LastResult = item;
        workflowContext.CorrelationId = item.ContentItemId;
        workflowContext.Properties[ContentEventConstants.ContentItemInputKey] = item;
        return Outcomes("Done");
    }
}

internal sealed class UpdateContentTask(IContentManager contentManager, IWorkflowExpressionEvaluator expressions, IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s)
    : WritingTask(contentManager, expressions, scripts, s)
{
    public override LocalizedString DisplayText => S["Change content"];

    /// <summary>The item's id; where it is empty, the item that the workflow is about.</summary>
    public WorkflowExpression<string> ContentItemIdExpression
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(ContentItemIdExpression), FieldKind.Liquid, S["Id of the item"], S["Empty: the item that the workflow is about."]),
        new(nameof(ContentProperties), FieldKind.LongLiquid, S["Properties"], S["JSON, written in Liquid."]),
        new(nameof(Publish), FieldKind.Flag, S["Publish it"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var id = await Expressions.EvaluateAsync(ContentItemIdExpression, workflowContext, null!) is { Length: > 0 } given
            ? given.Trim()
            : await GetContentItemIdAsync(workflowContext);
        if (await ContentManager.GetAsync(id, VersionOptions.DraftRequired) is not { } item)
        {
            workflowContext.LastResult = "There is no such item.";
            return Outcomes("Failed");
        }

        await WriteAsync(item, workflowContext);
        if (!await IsValidAsync(item, workflowContext))
            throw new InvalidOperationException($"The content item would not be whole: {workflowContext.LastResult}");
        await ContentManager.UpdateAsync(item);
        if (Publish)
            await ContentManager.PublishAsync(item);
        else
            await ContentManager.SaveDraftAsync(item);
        workflowContext.LastResult = item;
        return Outcomes("Done");
    }
}
