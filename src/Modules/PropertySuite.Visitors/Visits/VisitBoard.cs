using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>Questions that the trade asks about visits, by name. They read index rows only.</summary>
public sealed class VisitBoard(ISession session, CommunityTimes times, IClock clock)
{
    private const string WalkIn = nameof(VisitState.WalkIn);
    private const string NeedsApproval = nameof(VisitState.NeedsApproval);

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
        return [.. await session.QueryIndex<VisitIndex>(row => row.State.IsIn(VisitStates.ExpectedNames) && row.FromUtc < until && row.AdmittedUntilUtc > now)
            .OrderBy(row => row.FromUtc).Take(take).ListAsync()];
    }

    /// <summary>Who waits at the desk for a host's answer, the longest first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> WaitingAsync()
    {
        var now = clock.UtcNow;
        return [.. await session.QueryIndex<VisitIndex>(row => row.State == WalkIn && row.AdmittedUntilUtc > now).OrderBy(row => row.FromUtc).Take(50).ListAsync()];
    }

    /// <summary>Who waits for the captain's approval (VIS-04), the next one first.</summary>
    public async Task<IReadOnlyList<VisitIndex>> ToApproveAsync()
    {
        var now = clock.UtcNow;
        return [.. await session.QueryIndex<VisitIndex>(row => row.State == NeedsApproval && row.AdmittedUntilUtc > now).OrderBy(row => row.FromUtc).Take(50).ListAsync()];
    }

    /// <summary>Who of a visit's household is asked right now: walk-ins that wait for one of these units.</summary>
    public async Task<IReadOnlyList<VisitIndex>> AskedAsync(Resident resident)
    {
        var unitIds = resident.Units.Select(held => held.Unit.Id).ToArray();
        var now = clock.UtcNow;
        return unitIds.Length == 0
            ? []
            : [.. await session.QueryIndex<VisitIndex>(row => row.UnitId.IsIn(unitIds) && row.State == WalkIn && row.AdmittedUntilUtc > now).OrderBy(row => row.FromUtc).ListAsync()];
    }

    /// <summary>How often somebody of this name or plate was refused while it is still known (VIS-11).</summary>
    /// <param name="name">As typed; too short a name says nothing.</param>
    /// <param name="plate">As stored; null for none.</param>
    public async Task<int> CountRefusalsAsync(string? name, string? plate)
    {
        var key = SearchText.Fold(name);
        if (key.Length < 3 && plate is null)
        {
            return 0;
        }

        var byName = key.Length < 3 ? "\u0000" : key;
        var byPlate = plate ?? "\u0000";
        return await session.QueryIndex<VisitIndex>(row => row.RefusalKind != null && (row.NameKey == byName || row.Plate == byPlate)).CountAsync();
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

    /// <summary>The last visits to a person, newest first.</summary>
    /// <param name="unitIds">Every unit that the person holds or held: a host receives nowhere else.</param>
    public async Task<IReadOnlyList<VisitIndex>> OfHostAsync(string personId, IEnumerable<string> unitIds, int take)
    {
        var ids = unitIds.Distinct().ToArray();
        return ids.Length == 0
            ? []
            : [.. await session.QueryIndex<VisitIndex>(row => row.UnitId.IsIn(ids) && row.HostId == personId).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];
    }

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
        // One letter finds half the log; one Chinese character is a family name.
        return text.Length == 0 || (text.Length == 1 && char.IsAscii(text[0]))
            ? []
            : [.. await session.QueryIndex<VisitIndex>(row => row.Search.Contains(text)).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];
    }

    /// <summary>State of a row at this moment: time alone may have ended it.</summary>
    public static VisitState StateOf(VisitIndex row, DateTime nowUtc)
    {
        var state = Enum.Parse<VisitState>(row.State);
        return VisitStates.Open.Contains(state) && nowUtc >= row.AdmittedUntilUtc ? VisitState.Expired : state;
    }
}
