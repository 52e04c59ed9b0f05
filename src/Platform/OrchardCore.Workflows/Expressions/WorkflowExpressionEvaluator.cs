#nullable enable
using System.Text.Encodings.Web;
using OrchardCore.Liquid;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Liquid;

namespace PropertySuite.Platform.Workflows;

/// <summary>Evaluates the Liquid of activities.</summary>
internal sealed class WorkflowExpressionEvaluator(IEnumerable<ILiquidTemplateManager> liquid, IEnumerable<IWorkflowExecutionContextHandler> handlers) : IWorkflowExpressionEvaluator
{
    public async Task<T> EvaluateAsync<T>(WorkflowExpression<T> expression, WorkflowExecutionContext workflowContext, TextEncoder? encoder)
    {
        var template = expression?.Expression;
        if (string.IsNullOrWhiteSpace(template))
            return default!;
        var context = new WorkflowExecutionExpressionContext(workflowContext);
        foreach (var handler in handlers)
            await handler.EvaluatingExpressionAsync(context);
        var text = template.Contains('{', StringComparison.Ordinal) ? await RenderAsync(template, encoder, workflowContext) : template;
        return text is T whole ? whole : StateValues.As<T>(text.Trim())!;
    }

    private Task<string> RenderAsync(string template, TextEncoder? encoder, WorkflowExecutionContext context)
    {
        var renderer = liquid.OfType<ILiquidRenderer>().FirstOrDefault()
            ?? throw new InvalidOperationException("Expressions in Liquid need the feature \"OrchardCore.Liquid\".");
        return renderer.RenderAsync(template, encoder, model: null, values: [new("Workflow", Seen(context))]);
    }

    private static Dictionary<string, object?> Seen(WorkflowExecutionContext context) => new()
    {
        ["WorkflowId"] = context.WorkflowId,
        ["WorkflowTypeId"] = context.WorkflowType.WorkflowTypeId,
        ["Name"] = context.WorkflowType.Name,
        ["CorrelationId"] = context.CorrelationId,
        ["LastResult"] = Seen(context.LastResult),
        ["Input"] = context.Input.ToDictionary(entry => entry.Key, entry => Seen(entry.Value)),
        ["Output"] = context.Output.ToDictionary(entry => entry.Key, entry => Seen(entry.Value)),
        ["Properties"] = context.Properties.ToDictionary(entry => entry.Key, entry => Seen(entry.Value)),
    };

    // Liquid knows content items itself, with their parts and fields by name.
    private static object? Seen(object? value) => value is OrchardCore.ContentManagement.ContentItem ? value : PlainValues.Of(value);
}
