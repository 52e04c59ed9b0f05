namespace PropertySuite.Core;

/// <summary>The head of a record's page, ready to be written: everything is in the reader's language.</summary>
/// <param name="Title">What the record is about.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Word of its state.</param>
/// <param name="Dot">Shape of the state's dot.</param>
/// <param name="Path">Steps taken, the present one, and the usual ones to come.</param>
/// <param name="Actions">What this person may do now, the first one primary.</param>
/// <param name="Closed">What this person could do if a condition held, with the reason.</param>
/// <param name="Due">Nearest deadline; null when nothing is due.</param>
/// <param name="Facts">A few words beside the state.</param>
public sealed record RecordHead(
    string Title,
    string Number,
    string State,
    string Dot,
    IReadOnlyList<RecordPathStep> Path,
    IReadOnlyList<RecordAction> Actions,
    IReadOnlyList<RecordClosed> Closed,
    RecordDue? Due,
    IReadOnlyList<string> Facts)
{
    /// <summary>Where the partial view lies.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/RecordHead.cshtml";
}

/// <summary>A step of the path.</summary>
/// <param name="Name">Word of the state.</param>
/// <param name="Progress"><c>done</c>, <c>now</c> or <c>next</c>.</param>
/// <param name="At">When it was reached; null for steps to come.</param>
public sealed record RecordPathStep(string Name, string Progress, string? At);

/// <summary>Something that can be done.</summary>
/// <param name="Text">Words on the button.</param>
/// <param name="Url">Page with its form when <paramref name="Posts"/> is false; else where it is posted.</param>
/// <param name="Posts">Whether the button acts at once.</param>
public sealed record RecordAction(string Text, string Url, bool Posts);

/// <summary>Something that cannot be done yet.</summary>
public sealed record RecordClosed(string Text, string Sentence);

/// <summary>A deadline.</summary>
/// <param name="Text">What is due.</param>
/// <param name="At">When, in words.</param>
/// <param name="Urgency"><c>ok</c>, <c>soon</c> or <c>late</c>.</param>
public sealed record RecordDue(string Text, string At, string Urgency);

/// <summary>A line of history, ready to be written.</summary>
public sealed record TimelineEntry(string What, string By, string? Change, string? Why, string? Where, DateTime AtUtc, string At)
{
    /// <summary>Where the partial view lies; its model is a list of entries.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/Timeline.cshtml";
}
