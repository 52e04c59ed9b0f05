using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The staff's list of visits, as data (VIS-18 begins here).</summary>
public static class VisitList
{
    private const string Invited = nameof(VisitState.Invited);
    private const string Confirmed = nameof(VisitState.Confirmed);
    private const string WalkIn = nameof(VisitState.WalkIn);

    /// <summary>The list at a moment: a row's state is what it is then.</summary>
    public static ListDefinition<VisitIndex> At(DateTime nowUtc) => new ListDefinition<VisitIndex>(typeof(VisitLifecycle))
        .View("today", "Today", (query, moment) => query.Where(row => row.FromUtc < moment.DayUntilUtc && row.UntilUtc >= moment.DayFromUtc))
        .View("inside", "Inside now", (query, _) => query.Where(row => row.OnSite))
        .View("expected", "Expected", (query, moment) => query.Where(row => (row.State == Invited || row.State == Confirmed) && row.AdmittedUntilUtc > moment.NowUtc))
        .View("waiting", "Waiting for the host", (query, moment) => query.Where(row => row.State == WalkIn && row.AdmittedUntilUtc > moment.NowUtc))
        .View("all", "All", (query, _) => query)
        .Column("visitor", "Visitor", row => Cell.Link(row.VisitorName.Length > 0 ? row.VisitorName : row.Number, $"~admin/Visits/Record/{row.VisitId}"), row => row.VisitorName)
        .Column("unit", "Visiting", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("state", "State", row => VisitBoard.StateOf(row, nowUtc) is var state ? Cell.State(VisitLifecycle.Name(state), VisitLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("kind", "Kind", row => Cell.Word(VisitKinds.Name(Enum.Parse<VisitKind>(row.Kind))), row => row.Kind)
        .Column("from", "Expected", row => Cell.Moment(row.FromUtc), row => row.FromUtc)
        .Column("in", "In", row => Cell.Moment(row.AdmittedAtUtc), row => row.AdmittedAtUtc)
        .Column("out", "Out", row => Cell.Moment(row.LeftAtUtc), row => row.LeftAtUtc)
        .Column("gate", "Gate", row => Cell.Of(row.GateName))
        .Column("badge", "Badge", row => Cell.Of(row.BadgeNumber))
        .Column("plate", "Plate", row => Cell.Of(row.Plate, "ps-plate"))
        .Column("persons", "Persons", row => Cell.Number(row.Persons), row => row.Persons)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.FromUtc, newestFirst: true);
}
