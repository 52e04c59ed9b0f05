using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Decoration;

/// <summary>Works as a list.</summary>
public static class PermitList
{
    private static readonly string[] Applications = Names(PermitState.Draft, PermitState.Submitted, PermitState.Returned, PermitState.UnderReview, PermitState.ConditionsProposed);
    private static readonly string[] ToPay = Names(PermitState.AwaitingPayment, PermitState.AgreementToSign);
    private static readonly string[] OnSite = Names(PermitState.Permitted, PermitState.InProgress, PermitState.Suspended, PermitState.ExtensionAsked, PermitState.Overrun, PermitState.CompletionReported);
    private static readonly string[] Late = Names(PermitState.Overrun, PermitState.Suspended);
    private static readonly string[] Checks = Names(PermitState.Accepted, PermitState.SecondCheckDue, PermitState.Rectification);
    private static readonly string[] Settling = Names(PermitState.SettlementDraft, PermitState.SettlementApproved, PermitState.Refunded);
    private static readonly string[] Closed = Names(PermitState.Archived, PermitState.Rejected, PermitState.Cancelled);

    /// <summary>The list.</summary>
    public static readonly ListDefinition<PermitIndex> Definition = new ListDefinition<PermitIndex>(typeof(PermitTexts))
        .View("applications", "Applications", (query, _) => query.Where(row => row.State.IsIn(Applications)))
        .View("to-pay", "Payment and agreement", (query, _) => query.Where(row => row.State.IsIn(ToPay)))
        .View("on-site", "On site", (query, _) => query.Where(row => row.State.IsIn(OnSite)))
        .View("late", "Stopped or past the last day", (query, _) => query.Where(row => row.State.IsIn(Late)))
        .View("checks", "Second check", (query, _) => query.Where(row => row.State.IsIn(Checks)))
        .View("settling", "Settlement", (query, _) => query.Where(row => row.State.IsIn(Settling)))
        .View("closed", "Closed", (query, _) => query.Where(row => row.State.IsIn(Closed)))
        .View("all", "All", (query, _) => query)
        .Column("number", "Number", row => Cell.Link(row.Number, $"~admin/Works/{row.PermitId}"), row => row.Number)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("state", "State", row => Enum.Parse<PermitState>(row.State) is var state ? Cell.State(PermitLifecycle.Name(state), PermitLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("due", "Due", row => Cell.Moment(row.DueAtUtc), row => row.DueAtUtc)
        .Column("applicant", "Applicant", row => Cell.Of(row.ApplicantName), row => row.ApplicantName)
        .Column("contractor", "Contractor", row => Cell.Of(row.Contractor), row => row.Contractor)
        .Column("from", "First day", row => Cell.Of(ListDay.Show(DateOnly.FromDateTime(row.FromDay))), row => row.FromDay)
        .Column("until", "Last day", row => Cell.Of(ListDay.Show(DateOnly.FromDateTime(row.LastDay))), row => row.LastDay)
        .Column("violations", "Open violations", row => row.OpenViolations == 0 ? Cell.Of("") : Cell.Number(row.OpenViolations), row => row.OpenViolations)
        .Filter("state", "State", [.. Enum.GetValues<PermitState>().Select(state => new ListChoice(state.ToString(), PermitLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .TextFilter("unit", "Unit", InUnit)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.BegunAtUtc, newestFirst: true);

    private static IQueryIndex<PermitIndex> InUnit(IQueryIndex<PermitIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }

    private static string[] Names(params PermitState[] states) => [.. states.Select(state => state.ToString())];
}
