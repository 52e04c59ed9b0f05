using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;
using PropertySuite.Core.Today;

namespace PropertySuite.Visitors;

/// <summary>Adds visits to the staff's page of the day: figures, who is expected, who is inside.</summary>
public sealed class TodayVisitsDriver(VisitBoard board, VisitAccess access, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TodayBoard model, BuildDisplayContext context) => Combine(
        Initialize<TodayVisits>("TodayVisitsGate", _ => { }).Location("Actions:5").RenderWhen(() => access.MayAsync(VisitPermissions.Operate)),
        Initialize<TodayVisits>("TodayVisitsActions", _ => { }).Location("Actions:10").RenderWhen(() => access.MayAsync(VisitPermissions.Register)),
        Initialize<TodayVisits>("TodayVisitsFigures", shape => FillAsync(shape, model)).Location("Figures:10").RenderWhen(() => access.MayAsync(VisitPermissions.View)),
        Initialize<TodayVisits>("TodayVisitsExpected", shape => FillAsync(shape, model)).Location("First:10").RenderWhen(() => access.MayAsync(VisitPermissions.View)),
        Initialize<TodayVisits>("TodayVisitsInside", shape => FillAsync(shape, model)).Location("Second:10").RenderWhen(() => access.MayAsync(VisitPermissions.View)));

    private async ValueTask FillAsync(TodayVisits shape, TodayBoard model)
    {
        shape.Expected = await board.ExpectedTodayAsync();
        shape.Waiting = await board.WaitingAsync();
        shape.Inside = await board.InsideAsync();
        shape.AdmittedToday = await board.CountAdmittedTodayAsync();
        shape.Time = await times.GetAsync();
        shape.NowUtc = model.AtUtc;
    }
}

/// <summary>Visits on the page of the day. Shapes <c>TodayVisitsActions</c>, <c>…Figures</c>, <c>…Expected</c>, <c>…Inside</c>.</summary>
public class TodayVisits
{
    public IReadOnlyList<VisitIndex> Expected { get; set; } = [];

    public IReadOnlyList<VisitIndex> Waiting { get; set; } = [];

    public IReadOnlyList<VisitIndex> Inside { get; set; } = [];

    public int AdmittedToday { get; set; }

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }

    /// <summary>Those whose time is up.</summary>
    public IEnumerable<VisitIndex> Late => Inside.Where(row => row.UntilUtc <= NowUtc);
}
