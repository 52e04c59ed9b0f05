#nullable enable
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Workflows;

/// <summary>
/// What an instance keeps of an activity: only what differs from the type. So a changed type is honoured by the instances that wait
/// already, and an activity keeps what it has written down itself.
/// </summary>
internal static class ActivityStates
{
    public static JsonObject Merge(JsonObject? ofType, JsonObject? ofInstance)
    {
        var merged = ofType?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in ofInstance ?? [])
            merged[name] = value?.DeepClone();
        return merged;
    }

    public static JsonObject Difference(JsonObject? ofType, JsonObject properties)
    {
        var difference = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (ofType is null || !ofType.TryGetPropertyValue(name, out var defined) || !JsonNode.DeepEquals(value, defined))
                difference[name] = value?.DeepClone();
        }

        return difference;
    }
}
