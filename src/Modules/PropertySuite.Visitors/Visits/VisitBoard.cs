using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>Questions that the trade asks about visits, by name. They read index rows only.</summary>
public sealed class VisitBoard(ISession session, CommunityTimes times, IClock clock)
{
    private const string Invited = nameof(VisitState.Invited);
    private const string Confirmed = nameof(VisitState.Confirmed);
    private const string WalkIn = nameof(VisitState.WalkIn);

    /// <summary>Who is inside now (VIS-08), the longest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> InsideAsync() =>
        [.. await session.QueryIndex<VisitIndex>(row => row.OnSite).OrderBy(row => row.AdmittedAtUtc).ListAsync()];

    /// <summary>Visits that are inside, and those of them whose time is up.</summary>
    public async Task<(int Inside, int Persons, int Late)> CountInsideAsync()
    {
        var now = clock.UtcNow;
        var rows = await InsideAsync();
        return (rows.Count, rows.Sum(row => row.Persons), rows.Count(row => row.UntilUtc <= now));
    }

    /// <summary>Who is expected today and may still come, by their hour.</summary>
    public async Task<IReadOnlyList<VisitIndex>> ExpectedTodayAsync(int take = 200)
    {
        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var until = time.BeginningOf(time.DayAt(now).AddDays(1));
        return [.. await session.QueryIndex<VisitIndex>(row => (row.State == Invited || row.State == Confirmed) && row.FromUtc < until && row.AdmittedUntilUtc > now)
            .OrderBy(row => row.FromUtc).Take(take).ListAsync()];
    }

    /// <summary>Who waits at the desk for a host's answer, the longest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> WaitingAsync()
    {
        var now = clock.UtcNow;
        return [.. await session.QueryIndex<VisitIndex>(row => row.State == WalkIn && row.AdmittedUntilUtc > now).OrderBy(row => row.FromUtc).Take(50).ListAsync()];
    }

    /// <summary>How many came in today.</summary>
    public async Task<int> CountAdmittedTodayAsync()
    {
        var time = await times.GetAsync();
        var today = time.DayAt(clock.UtcNow);
        var (from, until) = (time.BeginningOf(today), time.BeginningOf(today.AddDays(1)));
        return await session.QueryIndex<VisitIndex>(row => row.AdmittedAtUtc >= from && row.AdmittedAtUtc < until).CountAsync();
    }

    /// <summary>Visits of a resident's units, from the time since which they are held; newest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> OfAsync(Resident resident, int take = 60)
    {
        var unitIds = resident.Units.Select(held => held.Unit.Id).ToArray();
        if (unitIds.Length == 0)
        {
            return [];
        }

        var rows = await session.QueryIndex<VisitIndex>(row => row.UnitId.IsIn(unitIds)).OrderByDescending(row => row.FromUtc).Take(take).ListAsync();
        return [.. rows.Where(row => resident.Unit(row.UnitId) is { } held && row.UntilUtc > held.SinceUtc)];
    }

    /// <summary>The last visits of a unit, newest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> OfUnitAsync(string unitId, int take) =>
        [.. await session.QueryIndex<VisitIndex>(row => row.UnitId == unitId).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];

    /// <summary>Today's visits that a guard looks for by name, unit, plate, badge or number.</summary>
    public async Task<IReadOnlyList<VisitIndex>> FindAsync(string typed)
    {
        var text = SearchText.Fold(typed);
        if (text.Length < 2)
        {
            return [];
        }

        var now = clock.UtcNow;
        var from = now - VisitWindow.Longest;
        var until = now + VisitWindow.Longest;
        return [.. await session.QueryIndex<VisitIndex>(row => row.Search.Contains(text) && ((row.FromUtc < until && row.AdmittedUntilUtc > from) || row.OnSite))
            .OrderByDescending(row => row.OnSite).ThenBy(row => row.FromUtc).Take(20).ListAsync()];
    }

    /// <summary>Visits of any day by name, unit, plate, badge or number, newest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> SearchAsync(string typed, int take)
    {
        var text = SearchText.Fold(typed);
        return text.Length < 2
            ? []
            : [.. await session.QueryIndex<VisitIndex>(row => row.Search.Contains(text)).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];
    }

    /// <summary>State of a row at this moment: time alone may have ended it.</summary>
    public static VisitState StateOf(VisitIndex row, DateTime nowUtc)
    {
        var state = Enum.Parse<VisitState>(row.State);
        return state is VisitState.Invited or VisitState.WalkIn or VisitState.NoAnswer or VisitState.Confirmed && nowUtc >= row.AdmittedUntilUtc ? VisitState.Expired : state;
    }
}
