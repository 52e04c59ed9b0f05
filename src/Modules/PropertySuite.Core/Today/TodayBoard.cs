namespace PropertySuite.Core.Today;

/// <summary>
/// The staff's first page of the day. Modules add to it with a <c>DisplayDriver&lt;TodayBoard&gt;</c>; zones: <c>Actions</c>
/// (buttons beside the title), <c>Figures</c> (links with a count, markup of <c>ps-figures</c>), and the columns
/// <c>First</c>, <c>Second</c>, <c>Third</c> (cards).
/// </summary>
/// <remarks>A driver shows its shape only to who may see what it counts: <c>RenderWhen</c> with the authorization service.</remarks>
public class TodayBoard
{
    /// <summary>The day in the community's time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The instant the page was asked for.</summary>
    public DateTime AtUtc { get; init; }
}
