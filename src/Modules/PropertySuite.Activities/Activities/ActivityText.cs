namespace PropertySuite.Activities;

/// <summary>The notice in one language. Plain text: an empty line begins a paragraph.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lead">One or two sentences for lists; null for none.</param>
/// <param name="Body">The notice; null for none.</param>
/// <param name="Summary">What it was like, written afterwards (ACT-17); null until then.</param>
public sealed record ActivityText(string Title, string? Lead = null, string? Body = null, string? Summary = null)
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Most characters of a lead.</summary>
    public const int LongestLead = 300;

    /// <summary>Most characters of a notice or a summary.</summary>
    public const int LongestBody = 10_000;
}

/// <summary>A text in the language that it was found in.</summary>
/// <param name="Language">Language of the text, such as <c>es</c>.</param>
/// <param name="Value">The text.</param>
public sealed record Spoken<T>(string Language, T Value);

/// <summary>Finds the text for a reader: in the reader's language, in the community's first one, else in any.</summary>
public static class ActivityTexts
{
    /// <summary>The text of a notice.</summary>
    /// <param name="texts">Texts by language; at least one.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="first">The community's first language.</param>
    public static Spoken<ActivityText> For(this IReadOnlyDictionary<string, ActivityText> texts, string language, string first) =>
        Pick(texts, language, first, _ => true) ?? new Spoken<ActivityText>(first, new ActivityText(""));

    /// <summary>The summary; null while nobody has written one.</summary>
    public static Spoken<string>? SummaryFor(this IReadOnlyDictionary<string, ActivityText> texts, string language, string first) =>
        Pick(texts, language, first, text => text.Summary is not null) is { } found ? new Spoken<string>(found.Language, found.Value.Summary!) : null;

    private static Spoken<ActivityText>? Pick(IReadOnlyDictionary<string, ActivityText> texts, string language, string first, Func<ActivityText, bool> has)
    {
        foreach (var wanted in new[] { language, language.Split('-')[0], first })
        {
            if (texts.TryGetValue(wanted, out var text) && has(text))
            {
                return new Spoken<ActivityText>(wanted, text);
            }
        }

        var other = texts.Where(pair => has(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        return other.Count == 0 ? null : new Spoken<ActivityText>(other[0].Key, other[0].Value);
    }
}
