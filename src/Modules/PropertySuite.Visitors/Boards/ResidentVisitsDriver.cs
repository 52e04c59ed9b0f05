using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Adds visits to the resident's first page: the way to announce one, and today's.</summary>
public sealed class ResidentVisitsDriver(Household household, VisitBoard board, VisitAccess access, CommunityTimes times, IClock clock) : DisplayDriver<ResidentHome>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(ResidentHome model, BuildDisplayContext context) => Combine(
        Initialize<ResidentVisits>("ResidentVisitsAsked", async shape => shape.Rows = await board.AskedAsync(await household.GetAsync())).Location("Door:10").RenderWhen(async () => await MayAsync() && (await board.AskedAsync(await household.GetAsync())).Count > 0),
        Initialize<ResidentVisits>("ResidentVisitsQuick", _ => { }).Location("Quick:10").RenderWhen(MayAsync),
        Initialize<ResidentVisits>("ResidentVisitsToday", FillAsync).Location("Today:10").RenderWhen(MayAsync));

    private Task<bool> MayAsync() => access.MayAsync(VisitPermissions.Announce);

    private async ValueTask FillAsync(ResidentVisits shape)
    {
        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var until = time.BeginningOf(time.DayAt(now).AddDays(1));
        shape.Time = time;
        shape.NowUtc = now;
        shape.Rows = [.. (await board.OfAsync(await household.GetAsync()))
            .Where(row => row.OnSite || (row.FromUtc < until && VisitStates.Open.Contains(VisitBoard.StateOf(row, now))))
            .OrderBy(row => row.FromUtc)];
    }
}

/// <summary>Visits on the resident's first page. Shapes <c>ResidentVisitsAsked</c>, <c>ResidentVisitsQuick</c> and <c>ResidentVisitsToday</c>.</summary>
public class ResidentVisits
{
    public IReadOnlyList<VisitIndex> Rows { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }
}
