using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace System.Text.Json;

/// <summary>Writes and reads values with <see cref="JOptions.Default"/> unless other options are given.</summary>
public static class JConvert
{
    /// <summary>The JSON text of a value.</summary>
    public static string SerializeObject<TValue>(TValue value, JsonSerializerOptions? options = null) =>
        JsonSerializer.Serialize(value, options ?? JOptions.Default);

    /// <summary>The value that a JSON text describes.</summary>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    public static TValue? DeserializeObject<TValue>(string json, JsonSerializerOptions? options = null) =>
        JsonSerializer.Deserialize<TValue>(json, options ?? JOptions.Default);

    /// <summary>Reads a whole number of any size; false for fractions, exponents and anything else.</summary>
    public static bool TryGetBigInteger(this JsonElement element, out BigInteger big)
    {
        big = default;
        return element.ValueKind == JsonValueKind.Number
            && BigInteger.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out big);
    }

    /// <inheritdoc cref="TryGetBigInteger(JsonElement, out BigInteger)"/>
    public static bool TryGetBigInteger(ref Utf8JsonReader reader, out BigInteger big)
    {
        big = default;
        if (reader.TokenType != JsonTokenType.Number) return false;
        var digits = reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out big);
    }
}
