namespace PropertySuite.Core.Today;

/// <summary>
/// The staff's first page of the day. Modules add to it with a <c>DisplayDriver&lt;TodayBoard&gt;</c>; zones: <c>Actions</c>
/// (buttons beside the title), <c>Figures</c> (links with a count, markup of <c>ps-figures</c>), and the columns
/// <c>First</c> (what comes to us now), <c>Second</c> (what is going on), <c>Third</c> (what is due) of cards. For whoever sees the community's
/// figures (<see cref="FigurePermissions.ViewFigures"/>): <c>Stats</c> (<see cref="Charts.StatTile"/>) and <c>Charts</c> (cards of <c>ps-span-4</c> to
/// <c>ps-span-8</c> with a <see cref="Charts.ColumnChart"/> or a <see cref="Charts.BarChart"/>), each leading to its list.
/// </summary>
/// <remarks>A driver shows its shape only to who may see what it counts: <c>RenderWhen</c> with the authorization service, or an empty result where <see cref="ReaderAccess"/> says no.</remarks>
public class TodayBoard
{
    /// <summary>The day in the community's time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The instant the page was asked for.</summary>
    public DateTime AtUtc { get; init; }
}
