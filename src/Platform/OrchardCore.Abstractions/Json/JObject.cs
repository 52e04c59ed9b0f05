using System.Text.Json.Settings;
using PropertySuite.Platform.Json;

namespace System.Text.Json.Nodes;

/// <summary>Reads, makes and merges JSON objects.</summary>
public static class JObject
{
    /// <summary>Reads an object from UTF-8; null for the JSON value null.</summary>
    public static Task<JsonObject?> LoadAsync(Stream utf8Json) => LoadAsync(utf8Json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="LoadAsync(Stream)"/>
    /// <exception cref="InvalidOperationException">The text holds something else than an object.</exception>
    public static async Task<JsonObject?> LoadAsync(
        Stream utf8Json,
        JsonNodeOptions? nodeOptions = null,
        JsonDocumentOptions documentOptions = default,
        CancellationToken cancellationToken = default) =>
        (await JsonNode.ParseAsync(utf8Json, nodeOptions ?? JOptions.Node, documentOptions, cancellationToken))?.AsObject();

    /// <summary>Reads the object that the reader stands before.</summary>
    public static JsonObject? Load(ref Utf8JsonReader reader, JsonNodeOptions? nodeOptions = null) =>
        JsonNode.Parse(ref reader, nodeOptions ?? JOptions.Node)?.AsObject();

    /// <summary>Reads an object from text; null for the JSON value null.</summary>
    public static JsonObject? Parse(string json) => Parse(json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="Parse(string)"/>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The text holds something else than an object.</exception>
    public static JsonObject? Parse(string json, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonNode.Parse(json, nodeOptions ?? JOptions.Node, documentOptions)?.AsObject();

    /// <summary>Reads an object from text; false if the text is not JSON or holds something else.</summary>
    public static bool TryParse(string json, out JsonObject? jsonObject) => TryParse(json, out jsonObject, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="TryParse(string, out JsonObject?)"/>
    public static bool TryParse(string json, out JsonObject? jsonObject, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonText.TryParse(json, out jsonObject, nodeOptions ?? JOptions.Node, documentOptions);

    /// <summary>The object form of a value; a node is copied, so that the result has no parent.</summary>
    public static JsonObject? FromObject(object? obj, JsonSerializerOptions? options = null) =>
        JNode.FromObject(obj, options)?.AsObject();

    /// <summary>A copy without a parent.</summary>
    public static JsonObject? Clone(this JsonObject? jsonObject) => jsonObject?.DeepClone().AsObject();

    /// <summary>Puts the properties of another object into this one, deeply; returns this one.</summary>
    /// <param name="content">An object; anything else changes nothing.</param>
    /// <param name="settings">How arrays, nulls and names are treated; by default arrays are appended and nulls set.</param>
    public static JsonObject? Merge(this JsonObject? jsonObject, JsonNode? content, JsonMergeSettings? settings = null)
    {
        if (jsonObject is not null && content is JsonObject other)
        {
            JsonMerge.Merge(jsonObject, other, settings ?? new JsonMergeSettings());
        }
        return jsonObject;
    }
}
