using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>The staff's list of visits, as data (VIS-18 begins here).</summary>
public static class VisitList
{
    private const string WalkIn = nameof(VisitState.WalkIn);
    private const string NeedsApproval = nameof(VisitState.NeedsApproval);

    /// <summary>The list at a moment: a row's state is what it is then.</summary>
    /// <param name="nowUtc">The moment.</param>
    /// <param name="time">The community's time, for its days.</param>
    /// <param name="gates">Names of the entrances, for their filter.</param>
    /// <param name="hidesName">Whether a row's name is masked (VIS-19).</param>
    /// <param name="kinds">The kinds that the community has to do with, for theirs.</param>
    public static ListDefinition<VisitIndex> At(DateTime nowUtc, CommunityTime time, IEnumerable<string> gates, IEnumerable<VisitKind> kinds, Func<VisitIndex, bool> hidesName) => new ListDefinition<VisitIndex>(typeof(VisitLifecycle))
        .View("today", "Today", (query, moment) => query.Where(row => row.FromUtc < moment.DayUntilUtc && row.UntilUtc >= moment.DayFromUtc && (row.LeftAtUtc == null || row.LeftAtUtc >= moment.DayFromUtc)))
        .View("inside", "Inside now", (query, _) => query.Where(row => row.OnSite))
        .View("expected", "Expected", (query, moment) => query.Where(row => row.State.IsIn(VisitStates.ExpectedNames) && row.AdmittedUntilUtc > moment.NowUtc))
        .View("waiting", "Waiting for the host", (query, moment) => query.Where(row => row.State == WalkIn && row.AdmittedUntilUtc > moment.NowUtc))
        .View("approval", "Waiting for approval", (query, moment) => query.Where(row => row.State == NeedsApproval && row.AdmittedUntilUtc > moment.NowUtc))
        .View("refused", "Refused", (query, _) => query.Where(row => row.RefusalKind != null))
        .View("all", "All", (query, _) => query)
        .Column("visitor", "Visitor", row => Cell.Link(row.VisitorName.Length == 0 ? row.Number : hidesName(row) ? MaskedVisit.Name(row.VisitorName) : row.VisitorName, $"~admin/Visits/Record/{row.VisitId}"), row => row.VisitorName)
        .Column("unit", "Visiting", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("state", "State", row => VisitBoard.StateOf(row, nowUtc) is var state ? Cell.State(VisitLifecycle.Name(state), VisitLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("kind", "Kind", row => Cell.Word(VisitKinds.Name(Enum.Parse<VisitKind>(row.Kind))), row => row.Kind)
        .Column("from", "Expected", row => Cell.Moment(row.FromUtc), row => row.FromUtc)
        .Column("in", "In", row => Cell.Moment(row.AdmittedAtUtc), row => row.AdmittedAtUtc)
        .Column("out", "Out", row => Cell.Moment(row.LeftAtUtc), row => row.LeftAtUtc)
        .Column("gate", "Gate", row => Cell.Of(row.GateName))
        .Column("badge", "Badge", row => Cell.Of(row.BadgeNumber))
        .Column("plate", "Plate", row => Cell.Of(hidesName(row) ? MaskedVisit.Plate(row.Plate) : row.Plate, "ps-plate"))
        .Column("persons", "Persons", row => Cell.Number(row.Persons), row => row.Persons)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .DayFilter("day", "Day", (query, day) => OnDay(query, time.BeginningOf(day), time.BeginningOf(day.AddDays(1))))
        .Filter("kind", "Kind", [.. kinds.Select(kind => new ListChoice(kind.ToString(), VisitKinds.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .Filter("state", "State", [.. Enum.GetValues<VisitState>().Select(state => new ListChoice(state.ToString(), VisitLifecycle.Name(state)))], (query, state) => InState(query, state, nowUtc))
        .TextFilter("unit", "Unit", InUnit)
        .Filter("gate", "Gate", [.. gates.Distinct(StringComparer.Ordinal).Select(gate => new ListChoice(gate, gate, IsWord: false))], (query, gate) => query.Where(row => row.GateName == gate))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.FromUtc, newestFirst: true);

    private static IQueryIndex<VisitIndex> OnDay(IQueryIndex<VisitIndex> query, DateTime fromUtc, DateTime untilUtc) =>
        query.Where(row => row.FromUtc < untilUtc && row.UntilUtc >= fromUtc);

    private static IQueryIndex<VisitIndex> InUnit(IQueryIndex<VisitIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }

    // Time alone may have ended a visit before the clock has booked it.
    private static IQueryIndex<VisitIndex> InState(IQueryIndex<VisitIndex> query, string state, DateTime nowUtc) =>
        state == nameof(VisitState.Expired) ? query.Where(row => row.State == state || (row.AdmittedUntilUtc <= nowUtc && row.State.IsIn(VisitStates.OpenNames)))
        : VisitStates.OpenNames.Contains(state) ? query.Where(row => row.State == state && row.AdmittedUntilUtc > nowUtc)
        : query.Where(row => row.State == state);
}
