#nullable enable
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Workflows.Activities;

namespace PropertySuite.Platform.Workflows;

/// <summary>Values of an instance: what they are as JSON, and what JSON is as a value.</summary>
internal static class StateValues
{
    /// <summary>The value as a type; the default where it does not fit.</summary>
    public static T? As<T>(object? value)
    {
        switch (value)
        {
            case null:
                return default;
            case T fits:
                return fits;
            case JsonNode or JsonElement:
                return FromJson<T>(value is JsonElement element ? JsonSerializer.SerializeToNode(element) : (JsonNode)value);
        }

        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        try
        {
            if (target == typeof(string))
                return (T)(object)(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            if (target.IsEnum)
                return (T)Enum.Parse(target, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", ignoreCase: true);
            if (value is IConvertible && typeof(IConvertible).IsAssignableFrom(target))
                return (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
            return FromJson<T>(JsonSerializer.SerializeToNode(value, value.GetType(), ActivityJson.Options));
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidCastException or NotSupportedException or JsonException)
        {
            return default;
        }
    }

    /// <summary>Texts, numbers, truths, lists and dictionaries of them.</summary>
    public static object? FromNode(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => FromNode(entry.Value), StringComparer.Ordinal),
        JsonArray list => list.Select(FromNode).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(value),
            _ => null,
        },
        _ => null,
    };

    private static object Number(JsonValue value)
    {
        var text = value.ToJsonString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
            : double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static T? FromJson<T>(JsonNode? node)
    {
        try
        {
            return node is null ? default : node.Deserialize<T>(ActivityJson.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return default;
        }
    }
}
