using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Json;

/// <summary>Converts simple JSON values to what a caller asks for.</summary>
internal static class JsonScalar
{
    public static bool TryConvert<T>(JsonNode? node, out T? value)
    {
        if (TryConvert(node, typeof(T), out var converted))
        {
            value = (T?)converted;
            return converted is not null;
        }
        value = default;
        return false;
    }

    public static bool TryConvert(JsonNode? node, Type type, out object? value)
    {
        value = null;
        if (node is null) return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        if (type.IsInstanceOfType(node))
        {
            value = node;
            return true;
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            value = Text(node);
            return true;
        }
        try
        {
            value = node is JsonValue && Text(node) is { } text && TryFromText(text, type, out var simple)
                ? simple
                : node.Deserialize(type, JOptions.Default);
            return value is not null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The text of a string, the JSON of anything else.</summary>
    public static string Text(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(JOptions.Default).Trim('"');

    private static bool TryFromText(string text, Type type, out object? value)
    {
        value = null;
        var invariant = CultureInfo.InvariantCulture;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out value);
        if (type == typeof(bool)) return Take(bool.TryParse(text, out var b), b, out value);
        if (type == typeof(int)) return Take(int.TryParse(text, NumberStyles.Integer, invariant, out var i), i, out value);
        if (type == typeof(long)) return Take(long.TryParse(text, NumberStyles.Integer, invariant, out var l), l, out value);
        if (type == typeof(decimal)) return Take(decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, invariant, out var m), m, out value);
        if (type == typeof(double)) return Take(double.TryParse(text, NumberStyles.Float, invariant, out var d), d, out value);
        if (type == typeof(DateTime)) return Take(DateTime.TryParse(text, invariant, DateTimeStyles.RoundtripKind, out var t), t, out value);
        return false;
    }

    private static bool Take(bool parsed, object candidate, out object? value)
    {
        value = parsed ? candidate : null;
        return parsed;
    }
}
