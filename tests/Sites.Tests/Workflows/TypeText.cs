using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sites.Tests.Workflows;

/// <summary>Writes workflow types for tests: activities in order, and arrows by words.</summary>
internal sealed class TypeText(string id)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _transitions = [];

    public Dictionary<string, JsonNode?> More { get; } = [];

    public TypeText Start(string activityId, string name, object? properties = null) => Add(activityId, name, properties, isStart: true);

    public TypeText Then(string activityId, string name, object? properties = null) => Add(activityId, name, properties, isStart: false);

    /// <param name="arrows">Such as <c>a:Done&gt;b</c>.</param>
    public TypeText Arrows(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var sides = arrow.Split('>');
            var source = sides[0].Split(':');
            _transitions.Add(new JsonObject { ["Id"] = _transitions.Count, ["SourceActivityId"] = source[0], ["SourceOutcomeName"] = source[1], ["DestinationActivityId"] = sides[1] });
        }

        return this;
    }

    public TypeText With(string name, JsonNode? value)
    {
        More[name] = value;
        return this;
    }

    public JsonObject Json()
    {
        var json = new JsonObject { ["WorkflowTypeId"] = id, ["Name"] = "Type " + id, ["IsEnabled"] = true };
        foreach (var (name, value) in More)
            json[name] = value?.DeepClone();
        json["Activities"] = _activities.DeepClone();
        json["Transitions"] = _transitions.DeepClone();
        return json;
    }

    public static object Expression(string text) => new { Expression = text };

    private TypeText Add(string activityId, string name, object? properties, bool isStart)
    {
        _activities.Add(new JsonObject { ["ActivityId"] = activityId, ["Name"] = name, ["X"] = 0, ["Y"] = 0, ["IsStart"] = isStart, ["Properties"] = JsonSerializer.SerializeToNode(properties ?? new { }) });
        return this;
    }
}
