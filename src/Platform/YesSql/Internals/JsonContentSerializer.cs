using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YesSql.Internals;

/// <summary>Documents as JSON; absent values are left out.</summary>
internal sealed class JsonContentSerializer(JsonSerializerOptions? options = null) : IContentSerializer
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = true,
    };

    private readonly JsonSerializerOptions _options = options ?? Plain;

    public string Serialize(object item) => JsonSerializer.Serialize(item, item.GetType(), _options);

    public object Deserialize(string content, Type type) =>
        JsonSerializer.Deserialize(content, type, _options) ?? throw new JsonException($"A document of type '{type}' is null.");
}
