using PropertySuite.Platform.Json;

namespace System.Text.Json.Nodes;

/// <summary>Reads and makes JSON arrays.</summary>
public static class JArray
{
    /// <summary>Reads an array from UTF-8; null for the JSON value null.</summary>
    public static Task<JsonArray?> LoadAsync(Stream utf8Json) => LoadAsync(utf8Json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="LoadAsync(Stream)"/>
    /// <exception cref="InvalidOperationException">The text holds something else than an array.</exception>
    public static async Task<JsonArray?> LoadAsync(
        Stream utf8Json,
        JsonNodeOptions? nodeOptions = null,
        JsonDocumentOptions documentOptions = default,
        CancellationToken cancellationToken = default) =>
        (await JsonNode.ParseAsync(utf8Json, nodeOptions ?? JOptions.Node, documentOptions, cancellationToken))?.AsArray();

    /// <summary>Reads the array that the reader stands before.</summary>
    public static JsonArray? Load(ref Utf8JsonReader reader, JsonNodeOptions? nodeOptions = null) =>
        JsonNode.Parse(ref reader, nodeOptions ?? JOptions.Node)?.AsArray();

    /// <summary>Reads an array from text; null for the JSON value null.</summary>
    public static JsonArray? Parse(string json) => Parse(json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="Parse(string)"/>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The text holds something else than an array.</exception>
    public static JsonArray? Parse(string json, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonNode.Parse(json, nodeOptions ?? JOptions.Node, documentOptions)?.AsArray();

    /// <summary>Reads an array from text; false if the text is not JSON or holds something else.</summary>
    public static bool TryParse(string json, out JsonArray? jsonArray) => TryParse(json, out jsonArray, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="TryParse(string, out JsonArray?)"/>
    public static bool TryParse(string json, out JsonArray? jsonArray, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonText.TryParse(json, out jsonArray, nodeOptions ?? JOptions.Node, documentOptions);

    /// <summary>The array form of a value; a node is copied, so that the result has no parent.</summary>
    public static JsonArray? FromObject(object? obj, JsonSerializerOptions? options = null) =>
        JNode.FromObject(obj, options)?.AsArray();

    /// <summary>A copy without a parent.</summary>
    public static JsonArray? Clone(this JsonArray? jsonArray) => jsonArray?.DeepClone().AsArray();

    /// <summary>Whether an item is equal to the value.</summary>
    public static bool ContainsValue(this JsonArray? jsonArray, JsonValue? value) =>
        jsonArray is not null && value is not null && jsonArray.Any(item => JsonNode.DeepEquals(item, value));
}
