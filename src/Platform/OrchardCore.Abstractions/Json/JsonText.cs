using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Json;

internal static class JsonText
{
    public static bool TryParse<TNode>(string? json, [NotNullWhen(true)] out TNode? node, JsonNodeOptions nodeOptions, JsonDocumentOptions documentOptions)
        where TNode : JsonNode
    {
        node = null;
        if (string.IsNullOrWhiteSpace(json)) return false;
        try
        {
            node = JsonNode.Parse(json, nodeOptions, documentOptions) as TNode;
            return node is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A tree over an element, expanded as it is read.</summary>
    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element, JOptions.Node),
        JsonValueKind.Array => JsonArray.Create(element, JOptions.Node),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element, JOptions.Node),
    };
}
