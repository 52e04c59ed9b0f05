#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Takes the values of an instance to JSON and back.</summary>
internal sealed class WorkflowValues(IEnumerable<IWorkflowValueSerializer> serializers, IEnumerable<IWorkflowExecutionContextHandler> handlers)
{
    public async Task<JsonObject> StoreAsync(IEnumerable<KeyValuePair<string, object?>>? values)
    {
        var stored = new JsonObject();
        foreach (var (name, value) in values ?? [])
            stored[name] = await StoreAsync(value);
        return stored;
    }

    public async Task<JsonNode?> StoreAsync(object? value)
    {
        if (value is null)
            return null;
        var context = new SerializeWorkflowValueContext(value);
        foreach (var handler in handlers)
            await handler.DehydrateValueAsync(context);
        foreach (var serializer in serializers)
            await serializer.SerializeValueAsync(context);
        switch (context.Output)
        {
            case null:
                return null;
            case JsonNode node:
                return node.DeepClone();
            case IEnumerable<KeyValuePair<string, object?>> map:
                return await StoreAsync(map);
        }

        try
        {
            return JsonSerializer.SerializeToNode(context.Output, context.Output.GetType(), ActivityJson.Options);
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            throw new InvalidOperationException($"A {context.Output.GetType().Name} cannot be kept by a workflow; give it its id, or plain data.", e);
        }
    }

    public async Task<Dictionary<string, object?>> RestoreAsync(JsonObject? stored)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, node) in stored ?? [])
            values[name] = await RestoreAsync(node);
        return values;
    }

    public async Task<object?> RestoreAsync(JsonNode? node)
    {
        if (node is not JsonObject stored)
            return StateValues.FromNode(node);
        var context = new SerializeWorkflowValueContext(stored.DeepClone());
        foreach (var serializer in serializers)
            await serializer.DeserializeValueAsync(context);
        foreach (var handler in handlers)
            await handler.RehydrateValueAsync(context);
        return context.Output is JsonNode untouched ? StateValues.FromNode(untouched) : context.Output;
    }
}
