#nullable enable
using OrchardCore.Scripting;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Workflows;

/// <summary>What scripts of an instance can ask of it and tell it.</summary>
internal sealed class WorkflowMethods(WorkflowExecutionContext context) : IGlobalMethodProvider
{
    public IEnumerable<GlobalMethod> GetMethods() =>
    [
        Of("workflow", new Func<object>(() => new
        {
            context.WorkflowId,
            context.WorkflowType.WorkflowTypeId,
            context.WorkflowType.Name,
            context.CorrelationId,
            Input = context.Input.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
            Output = context.Output.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
            Properties = context.Properties.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        })),
        Of("workflowId", new Func<string>(() => context.WorkflowId)),
        Of("input", new Func<string, object?>(name => Plain(context.Input.TryGetValue(name, out var value) ? value : null))),
        Of("output", new Action<string, object?>((name, value) => context.Output[name] = Kept(value)!)),
        Of("property", new Func<string, object?>(name => Plain(context.Properties.TryGetValue(name, out var value) ? value : null))),
        Of("setProperty", new Action<string, object?>((name, value) => context.Properties[name] = Kept(value)!)),
        Of("lastResult", new Func<object?>(() => Plain(context.LastResult))),
        Of("correlationId", new Func<string>(() => context.CorrelationId)),
        Of("setCorrelationId", new Action<string>(id => context.CorrelationId = id)),
    ];

    private static GlobalMethod Of(string name, Delegate method) => new() { Name = name, Method = _ => method };

    private static object? Plain(object? value) => PlainValues.Of(value);

    // Lists and objects of the engine are kept as data that outlives it.
    private static object? Kept(object? value) => value is null or string or bool || value.GetType().IsPrimitive ? value
        : StateValues.FromNode(System.Text.Json.JsonSerializer.SerializeToNode(value, value.GetType(), OrchardCore.Workflows.Activities.ActivityJson.Options));
}
