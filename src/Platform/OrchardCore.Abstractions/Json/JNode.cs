using PropertySuite.Platform.Json;

namespace System.Text.Json.Nodes;

/// <summary>Reads, makes and converts JSON nodes of any kind.</summary>
public static class JNode
{
    /// <summary>Reads a node from UTF-8; null for the JSON value null.</summary>
    public static Task<JsonNode?> LoadAsync(Stream utf8Json) => LoadAsync(utf8Json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="LoadAsync(Stream)"/>
    public static Task<JsonNode?> LoadAsync(
        Stream utf8Json,
        JsonNodeOptions? nodeOptions = null,
        JsonDocumentOptions documentOptions = default,
        CancellationToken cancellationToken = default) =>
        JsonNode.ParseAsync(utf8Json, nodeOptions ?? JOptions.Node, documentOptions, cancellationToken);

    /// <summary>Reads the node that the reader stands before.</summary>
    public static JsonNode? Load(ref Utf8JsonReader reader, JsonNodeOptions? nodeOptions = null) =>
        JsonNode.Parse(ref reader, nodeOptions ?? JOptions.Node);

    /// <summary>Reads a node from text; null for the JSON value null.</summary>
    public static JsonNode? Parse(string json) => Parse(json, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="Parse(string)"/>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonNode? Parse(string json, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonNode.Parse(json, nodeOptions ?? JOptions.Node, documentOptions);

    /// <summary>Reads a node from text; false if the text is not JSON.</summary>
    public static bool TryParse(string json, out JsonNode? jsonNode) => TryParse(json, out jsonNode, JOptions.Node, JOptions.Document);

    /// <inheritdoc cref="TryParse(string, out JsonNode?)"/>
    public static bool TryParse(string json, out JsonNode? jsonNode, JsonNodeOptions? nodeOptions = null, JsonDocumentOptions documentOptions = default) =>
        JsonText.TryParse(json, out jsonNode, nodeOptions ?? JOptions.Node, documentOptions);

    /// <summary>The node form of a value; a node is copied, so that the result has no parent.</summary>
    public static JsonNode? FromObject(object? obj, JsonSerializerOptions? options = null) => obj switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonText.ToNode(element),
        _ => JsonSerializer.SerializeToNode(obj, obj.GetType(), options ?? JOptions.Default),
    };

    /// <summary>A copy without a parent.</summary>
    public static JsonNode? Clone(this JsonNode? jsonNode) => jsonNode?.DeepClone();

    /// <summary>Reads the node as a value of the type; the default for null.</summary>
    /// <exception cref="JsonException">The node does not fit the type.</exception>
    public static T? ToObject<T>(this JsonNode? jsonNode, JsonSerializerOptions? options = null) =>
        jsonNode is null ? default : jsonNode.Deserialize<T>(options ?? JOptions.Default);

    /// <inheritdoc cref="ToObject{T}(JsonNode?, JsonSerializerOptions?)"/>
    public static object? ToObject(this JsonNode? jsonNode, Type type, JsonSerializerOptions? options = null) =>
        jsonNode?.Deserialize(type, options ?? JOptions.Default);

    /// <summary>Reads a simple value, converting between text, numbers and booleans where that is exact; the default if it cannot.</summary>
    public static T? Value<T>(this JsonNode? jsonNode) => JsonScalar.TryConvert<T>(jsonNode, out var value) ? value : default;

    /// <summary>As <see cref="Value{T}(JsonNode?)"/>, with another default.</summary>
    public static T? ValueOrDefault<T>(this JsonNode? jsonNode, T defaultValue) =>
        JsonScalar.TryConvert<T>(jsonNode, out var value) ? value : defaultValue;

    /// <summary>Reads a simple value of a property; the default if there is none.</summary>
    public static T? Value<T>(this JsonNode? jsonNode, string name) => Property(jsonNode, name).Value<T>();

    /// <summary>Reads a simple value of a property, with another default.</summary>
    public static T? ValueOrDefault<T>(this JsonNode? jsonNode, string name, T defaultValue) =>
        Property(jsonNode, name).ValueOrDefault(defaultValue);

    /// <summary>Reads a simple value of an item; the default if there is none.</summary>
    public static T? Value<T>(this JsonNode? jsonNode, int index) =>
        jsonNode is JsonArray array && index >= 0 && index < array.Count ? array[index].Value<T>() : default;

    /// <summary>Whether the node is an object with properties or an array with items.</summary>
    public static bool HasValues(this JsonNode? jsonNode) => jsonNode switch
    {
        JsonObject jsonObject => jsonObject.Count > 0,
        JsonArray jsonArray => jsonArray.Count > 0,
        _ => false,
    };

    /// <summary>The items of an array as simple values; empty for anything else.</summary>
    public static IEnumerable<T?> Values<T>(this JsonNode? jsonNode) =>
        jsonNode is JsonArray array ? array.Select(item => item.Value<T>()) : [];

    /// <summary>A path without the leading <c>$</c>: <c>$.A.B</c> is <c>A.B</c>.</summary>
    public static string? GetNormalizedPath(this string? path)
    {
        if (path is null || path.Length == 0 || path[0] != '$') return path;
        return path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];
    }

    /// <summary>The path of the node in its tree, without the leading <c>$</c>.</summary>
    public static string? GetNormalizedPath(this JsonNode jsonNode) => jsonNode.GetPath().GetNormalizedPath();

    /// <summary>
    /// The node at a path of names and indexes, such as <c>$.Part.Items[2].Name</c> or <c>Part['odd name']</c>;
    /// null if there is none. The contract's form of it takes options of a package that is not to be had.
    /// </summary>
    internal static JsonNode? SelectNode(this JsonNode jsonNode, string path) => JsonPlace.Select(jsonNode, path);

    private static JsonNode? Property(JsonNode? node, string name) =>
        node is JsonObject jsonObject && jsonObject.TryGetPropertyValue(name, out var value) ? value : null;
}
