using System.Globalization;
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Json;

/// <summary>Finds a node by a path of names and indexes.</summary>
internal static class JsonPlace
{
    public static JsonNode? Select(JsonNode? node, string path)
    {
        var position = path.StartsWith('$') ? 1 : 0;
        while (node is not null && position < path.Length)
        {
            node = path[position] switch
            {
                '.' => Property(node, ReadName(path, ref position, skip: 1)),
                '[' => Bracket(node, path, ref position),
                _ => Property(node, ReadName(path, ref position, skip: 0)),
            };
        }
        return node;
    }

    private static string ReadName(string path, ref int position, int skip)
    {
        var start = position + skip;
        var end = path.AsSpan(start).IndexOfAny('.', '[');
        position = end < 0 ? path.Length : start + end;
        return path[start..position];
    }

    private static JsonNode? Bracket(JsonNode node, string path, ref int position)
    {
        var end = path.IndexOf(']', position);
        if (end < 0)
        {
            position = path.Length;
            return null;
        }
        var inside = path[(position + 1)..end];
        if (inside.Length > 0 && inside[0] is '\'' or '"')
        {
            end = path.IndexOf($"{inside[0]}]", position + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                position = path.Length;
                return null;
            }
            var name = path[(position + 2)..end];
            position = end + 2;
            return Property(node, name);
        }
        position = end + 1;
        return node is JsonArray array
            && int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < array.Count
            ? array[index]
            : null;
    }

    private static JsonNode? Property(JsonNode node, string name) =>
        node is JsonObject jsonObject && jsonObject.TryGetPropertyValue(name, out var value) ? value : null;
}
