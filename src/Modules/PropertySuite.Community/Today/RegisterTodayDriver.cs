using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Community.Today;

/// <summary>
/// The register on the board of the day: counts for who keeps it, ties that end soon for who may call those people, and the units among the
/// community's figures.
/// </summary>
public sealed class RegisterTodayDriver(ISession session, UnitStates states, TieBook ties, TieLines lines, ReaderAccess access) : DisplayDriver<TodayBoard>
{
    private const int DaysAhead = 30;
    private const int DaysBefore = 30;
    private const int MostLines = 6;

    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        var results = new List<IDisplayResult>();
        var (first, last) = (model.Day.DayNumber + 1, model.Day.AddDays(DaysAhead).DayNumber);

        if (await access.MayAsync(Permissions.ViewRegister, Permissions.ViewPersonalData))
        {
            var total = await session.QueryIndex<TieIndex>(tie => tie.UntilDay >= first && tie.UntilDay <= last).CountAsync();
            var soon = await lines.OfAsync(await ties.EndingAsync(first, last, MostLines));
            results.Add(Initialize<TiesEndingSoon>(shape => (shape.Lines, shape.Total) = ([.. soon.OrderBy(line => line.Tie.Until)], total)).Location("Third:50"));
        }

        if (await access.MayAsync(Permissions.ViewRegister, FigurePermissions.ViewFigures))
        {
            var units = (await session.QueryIndex<UnitIndex>(unit => unit.LiveCode != null).ListAsync()).ToList();
            var today = await states.OnAsync(model.Day, units);
            var before = await states.OnAsync(model.Day.AddDays(-DaysBefore), units);
            var counts = Enum.GetValues<UnitState>().ToDictionary(state => state, state => today.Values.Count(found => found == state));
            results.Add(Initialize<RegisterStat>(shape => (shape.Units, shape.Vacant, shape.VacantBefore) =
                (units.Count, counts[UnitState.Vacant], before.Values.Count(state => state == UnitState.Vacant))).Location("Stats:60"));
            results.Add(Initialize<RegisterBars>(shape => (shape.Counts, shape.Units) = (counts, units.Count)).Location("Charts:60"));
        }

        return Combine([.. results]);
    }
}

/// <summary>Vacant units among the community's figures. Shape <c>RegisterStat</c>.</summary>
public class RegisterStat
{
    public int Units { get; set; }
    public int Vacant { get; set; }

    /// <summary>Thirty days before.</summary>
    public int VacantBefore { get; set; }
}

/// <summary>Units by state. Shape <c>RegisterBars</c>.</summary>
public class RegisterBars
{
    public IReadOnlyDictionary<UnitState, int> Counts { get; set; } = new Dictionary<UnitState, int>();
    public int Units { get; set; }
}

/// <summary>Ties that end within 30 days, the nearest first. Shape <c>TiesEndingSoon</c>.</summary>
public class TiesEndingSoon
{
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
    public int Total { get; set; }
}
