using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>
/// What a template is allowed to see of a value: texts, numbers, truth, moments, JSON, content items, lists and dictionaries of these.
/// Anything else is nothing, so that no object with behaviour ever comes near a template.
/// </summary>
internal static class LiquidValue
{
    public static object? Of(object? value) => value switch
    {
        null => null,
        string or bool or int or long or double or decimal or DateTime or DateTimeOffset or DateOnly or TimeOnly => value,
        byte or sbyte or short or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong or float => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        char or Guid or Enum => value.ToString(),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        WrittenText or LiquidView or ScriptArray => value,
        JsonElement element => Of(JsonNode.Parse(element.GetRawText())),
        JsonObject json => new LiquidView(json),
        JsonArray list => ListOf(list),
        JsonValue scalar => OfScalar(scalar),
        ContentItem item => LiquidView.Of(item),
        ContentElement element => element.ContentItem is { } owner && !ReferenceEquals(owner, element) ? new LiquidView(JObject.FromObject(element)!) : null,
        IDictionary<string, object?> members => new LiquidView(members),
        IEnumerable<KeyValuePair<string, object?>> members => new LiquidView(members.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)),
        IDictionary => null,
        IEnumerable list => ListOf(list),
        _ => null,
    };

    private static ScriptArray ListOf(IEnumerable values)
    {
        var list = new ScriptArray();
        foreach (var value in values)
        {
            if (list.Count == LiquidLimits.List)
                throw new LiquidLimitException($"A list has more than {LiquidLimits.List} elements.");
            list.Add(Of(value)!);
        }

        return list;
    }

    private static object? OfScalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.TryGetValue<string>(out var text) ? text : Of(value.GetValue<object>()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetValue<long>(out var whole) ? whole
            : value.TryGetValue<decimal>(out var exact) ? exact
            : value.TryGetValue<int>(out var small) ? (long)small
            : value.TryGetValue<double>(out var number) ? number
            : Of(value.GetValue<object>()),
        _ => null,
    };
}

/// <summary>Text that is written as it stands, because it was encoded when it was made.</summary>
internal sealed record WrittenText(string Text)
{
    public override string ToString() => Text;
}

/// <summary>A template went over a limit; the place is added where it is known.</summary>
internal sealed class LiquidLimitException(string message) : Exception(message);
