using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>How a property of an activity is filled in.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Liquid on one line.</summary>
    Liquid,

    /// <summary>Liquid on several lines.</summary>
    LongLiquid,

    /// <summary>JavaScript that gives a value.</summary>
    Script,

    /// <summary>JavaScript on several lines.</summary>
    LongScript,

    /// <summary>One name a line.</summary>
    Lines,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of several words.</summary>
    Choice,
}

/// <summary>One property of an activity, as its form shows it.</summary>
public sealed record ActivityField(string Name, FieldKind Kind, LocalizedString Label, LocalizedString? Hint = null, IReadOnlyList<string>? Choices = null)
{
    public bool IsExpression => Kind is FieldKind.Liquid or FieldKind.LongLiquid or FieldKind.Script or FieldKind.LongScript;

    /// <summary>What the field shows of the stored properties.</summary>
    public string Read(JsonObject properties) => properties.TryGetPropertyValue(Name, out var node) ? node switch
    {
        JsonObject expression when IsExpression => expression["Expression"]?.ToString() ?? "",
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        null => "",
        _ => node.ToString(),
    } : "";

    /// <summary>Takes over what was filled in.</summary>
    /// <returns>False where it is no such value.</returns>
    public bool Write(JsonObject properties, string? text)
    {
        var written = text?.ReplaceLineEndings("\n").Trim() ?? "";
        if (written.Length == 0 && Kind != FieldKind.Flag)
        {
            properties.Remove(Name);
            return true;
        }

        switch (Kind)
        {
            case FieldKind.Flag:
                properties[Name] = written.Equals("true", StringComparison.OrdinalIgnoreCase);
                return true;
            case FieldKind.Number:
                if (!int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
                    return false;
                properties[Name] = number;
                return true;
            case FieldKind.Lines:
                properties[Name] = new JsonArray([.. written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]);
                return true;
            case FieldKind.Choice when Choices?.Contains(written) != true:
                return false;
            default:
                properties[Name] = IsExpression ? new JsonObject { ["Expression"] = written } : JsonValue.Create(written);
                return true;
        }
    }
}
