#nullable enable
using OrchardCore.Scripting;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Evaluates the scripts of activities.</summary>
internal sealed class WorkflowScriptEvaluator(
    ScriptEngine engine,
    IEnumerable<IGlobalMethodProvider> providers,
    IEnumerable<IWorkflowExecutionContextHandler> handlers,
    IServiceProvider services) : IWorkflowScriptEvaluator
{
    public async Task<T> EvaluateAsync<T>(WorkflowExpression<T> expression, WorkflowExecutionContext workflowContext, params IGlobalMethodProvider[] scopedMethodProviders)
    {
        if (string.IsNullOrWhiteSpace(expression?.Expression))
            return default!;
        var script = expression.Expression.Trim();
        if (script.StartsWith("js:", StringComparison.OrdinalIgnoreCase))
            script = script[3..];

        var context = new WorkflowExecutionScriptContext(workflowContext);
        foreach (var handler in handlers)
            await handler.EvaluatingScriptAsync(context);
        var methods = providers
            .Append(new WorkflowMethods(workflowContext))
            .Concat(context.ScopedMethodProviders)
            .Concat(scopedMethodProviders ?? [])
            .SelectMany(provider => provider.GetMethods());
        var value = engine.Evaluate(engine.CreateScope(methods, services, null!, null!), script);
        return value is T fits ? fits : StateValues.As<T>(value)!;
    }
}
