using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>What templates see, as JSON.</summary>
internal static class LiquidJson
{
    public static string Write(object? value) => NodeOf(value, 0)?.ToJsonString(JOptions.UnsafeRelaxedJsonEscaping) ?? "null";

    public static object? Read(string text)
    {
        try
        {
            return LiquidValue.Of(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = LiquidLimits.Depth }));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? NodeOf(object? value, int depth)
    {
        if (depth > LiquidLimits.Depth)
            throw new LiquidLimitException("Objects lie within objects too deeply.");
        switch (value)
        {
            case null:
                return null;
            case WrittenText written:
                return written.Text;
            case LiquidView view:
                var json = new JsonObject();
                foreach (var name in view.GetMembers())
                    json[name] = NodeOf(view.Get(name), depth + 1);
                return json;
            case ScriptArray list:
                return new JsonArray([.. list.Select(element => NodeOf(element, depth + 1))]);
            case string or bool or int or long or double or decimal or DateTime or DateTimeOffset or DateOnly or TimeOnly:
                return JsonSerializer.SerializeToNode(value, value.GetType());
            default:
                return null;
        }
    }
}
