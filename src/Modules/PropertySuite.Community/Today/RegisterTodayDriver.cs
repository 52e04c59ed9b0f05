using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Community.Today;

/// <summary>The register on the board of the day: counts, and ties that end soon.</summary>
public sealed class RegisterTodayDriver(ISession session, UnitStates states, TieBook ties, TieLines lines, RegisterAccess access) : DisplayDriver<TodayBoard>
{
    private const int DaysAhead = 30;
    private const int MostLines = 6;

    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayViewAsync()) return Combine();

        var units = (await session.QueryIndex<UnitIndex>(unit => unit.LiveCode != null).ListAsync()).ToList();
        var today = await states.OnAsync(model.Day, units);
        var (first, last) = (model.Day.DayNumber + 1, model.Day.AddDays(DaysAhead).DayNumber);
        var ending = await session.QueryIndex<TieIndex>(tie => tie.UntilDay >= first && tie.UntilDay <= last).CountAsync();
        var soon = await lines.OfAsync(await ties.EndingAsync(first, last, MostLines));

        return Combine(
            Initialize<RegisterFigures>(shape => (shape.Units, shape.Vacant, shape.Decorating, shape.Ending) = (
                units.Count,
                today.Values.Count(state => state == UnitState.Vacant),
                today.Values.Count(state => state == UnitState.Decorating),
                ending)).Location("Figures:50"),
            Initialize<TiesEndingSoon>(shape => (shape.Lines, shape.Total) =
                ([.. soon.OrderBy(line => line.Tie.Until)], ending)).Location("Third:50"));
    }
}

/// <summary>Counts of the register. Shape <c>RegisterFigures</c>.</summary>
public class RegisterFigures
{
    public int Units { get; set; }
    public int Vacant { get; set; }
    public int Decorating { get; set; }

    /// <summary>Ties that end within 30 days.</summary>
    public int Ending { get; set; }
}

/// <summary>Ties that end within 30 days, the nearest first. Shape <c>TiesEndingSoon</c>.</summary>
public class TiesEndingSoon
{
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
    public int Total { get; set; }
}
