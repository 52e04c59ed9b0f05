namespace System.Text.Json.Nodes;

/// <summary>Reads enumerations, written by name or by number.</summary>
public static class JsonNodeExtensions
{
    /// <summary>The enumeration value; null if the node holds none of its names and numbers.</summary>
    public static TEnum? GetEnumValue<TEnum>(this JsonNode node) where TEnum : struct, Enum =>
        TryRead<TEnum>(node, out var value) ? value : null;

    /// <summary>Whether the node holds a name or a number of the enumeration.</summary>
    public static bool TryGetEnumValue<TEnum>(this JsonNode node, out Enum? value) where TEnum : struct, Enum
    {
        value = TryRead<TEnum>(node, out var read) ? read : null;
        return value is not null;
    }

    private static bool TryRead<TEnum>(JsonNode? node, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return node is not null
            && Enum.TryParse(node.Value<string>(), ignoreCase: true, out value)
            && Enum.IsDefined(value);
    }
}
