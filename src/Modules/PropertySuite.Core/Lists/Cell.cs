namespace PropertySuite.Core;

/// <summary>How a cell is shown and exported.</summary>
public enum CellKind
{
    /// <summary>Text as it is.</summary>
    Text,

    /// <summary>English words that are translated in the list's context.</summary>
    Word,

    /// <summary>A moment, shown in the community's time.</summary>
    Moment,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A state: a word with a dot.</summary>
    State,

    /// <summary>A deadline: how far it is, or how long it is over.</summary>
    Due,
}

/// <summary>One cell of a list.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Text">Text, word or state; empty for a moment.</param>
public sealed record Cell(CellKind Kind, string Text)
{
    /// <summary>Where it leads; begins with <c>~/</c>, or with <c>~admin/</c> for a page of the staff. Null when it leads nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>The moment, UTC.</summary>
    public DateTime? AtUtc { get; init; }

    /// <summary>Shape of a state's dot: <c>new</c>, <c>run</c>, <c>prop</c>, <c>wait</c>, <c>done</c>, <c>stop</c>.</summary>
    public string? Dot { get; init; }

    /// <summary>A second line under the text, as it is shown; null for none. Files leave it out.</summary>
    public string? Note { get; init; }

    /// <summary>CSS class of what has a look of its own, such as <c>ps-plate</c>.</summary>
    public string? Look { get; init; }

    /// <summary>Text.</summary>
    public static Cell Of(string? text, string? look = null) => new(CellKind.Text, text ?? "") { Look = look };

    /// <summary>Text that leads somewhere.</summary>
    public static Cell Link(string text, string href) => new(CellKind.Text, text) { Href = href };

    /// <summary>Words that are translated.</summary>
    public static Cell Word(string text) => new(CellKind.Word, text);

    /// <summary>A moment; null is an empty cell.</summary>
    public static Cell Moment(DateTime? utc) => new(CellKind.Moment, "") { AtUtc = utc };

    /// <summary>A deadline; null is an empty cell.</summary>
    public static Cell Due(DateTime? utc) => new(CellKind.Due, "") { AtUtc = utc };

    /// <summary>A number.</summary>
    public static Cell Number(int number) => new(CellKind.Number, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A state.</summary>
    public static Cell State(string word, string dot) => new(CellKind.State, word) { Dot = dot };
}
