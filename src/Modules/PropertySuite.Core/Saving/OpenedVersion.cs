using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;

namespace PropertySuite.Core;

/// <summary>
/// A short mark of what an item holds. A form carries the mark of what was opened; at saving another mark says that
/// somebody has changed the item in between. What saving itself stamps (version, state, times, author) is not in it, and
/// neither is the difference between an empty value and none.
/// </summary>
public static class OpenedVersion
{
    private static readonly HashSet<string> _stamped = new(StringComparer.Ordinal)
    {
        nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType),
        nameof(ContentItem.Latest), nameof(ContentItem.Published), nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc),
        nameof(ContentItem.CreatedUtc), nameof(ContentItem.Author), "Id",
    };

    /// <summary>The mark of the item as it is now.</summary>
    public static string Of(ContentItem item)
    {
        var told = new StringBuilder();
        if (JsonSerializer.SerializeToNode(item, JOptions.Default) is JsonObject data)
        {
            foreach (var name in data.Select(property => property.Key).Where(_stamped.Contains).ToArray())
                data.Remove(name);
            Tell(told, data);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told.ToString())))[..24];
    }

    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.All(member => IsEmpty(member.Value)),
        JsonArray items => items.Count == 0,
        JsonValue value => Plain(value) is "\"\"" or "false" or "0" or "null",
        _ => false,
    };

    // 96.40 and 96.4 are one number.
    private static string Plain(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : value.ToJsonString();

    private static void Tell(StringBuilder told, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                told.Append('{');
                foreach (var (name, member) in members.Where(member => !IsEmpty(member.Value)).OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    told.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}=");
                    Tell(told, member);
                }

                told.Append('}');
                break;
            case JsonArray items:
                told.Append('[');
                foreach (var item in items)
                {
                    Tell(told, item);
                    told.Append(',');
                }

                told.Append(']');
                break;
            default:
                told.Append(node is JsonValue value ? Plain(value) : null);
                break;
        }
    }
}
