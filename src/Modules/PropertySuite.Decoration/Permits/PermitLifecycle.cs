using PropertySuite.Core;
using static PropertySuite.Decoration.PermitState;

namespace PropertySuite.Decoration;

/// <summary>Context in which the words of works are translated.</summary>
public sealed class PermitTexts;

/// <summary>How works in a unit live, from the application to the unit's file.</summary>
public static class PermitLifecycle
{
    private static readonly Role<PermitPart> Applicant = Roles.With<PermitPart>("Applicant", DecorationPermissions.Apply, (permit, actor) => actor.Holds(permit.Unit.Id));
    private static readonly Role<PermitPart> Desk = Roles.With<PermitPart>("Desk", DecorationPermissions.Handle);
    private static readonly Role<PermitPart> Engineer = Roles.With<PermitPart>("Engineer", DecorationPermissions.Inspect);
    private static readonly Role<PermitPart> Security = Roles.With<PermitPart>("Security", DecorationPermissions.Stop);
    private static readonly Role<PermitPart> Manager = Roles.With<PermitPart>("Manager", DecorationPermissions.Decide);
    private static readonly Role<PermitPart> Clock = Roles.Clock<PermitPart>();

    private static readonly Guard<PermitPart> PlanIsWhole = new(PermitRefusals.PlanIncomplete, (permit, _) => permit.Plan.Scope.Count > 0 && permit.Plan.Contractor.Length > 0 && permit.Plan.SiteManager.Length > 0);
    private static readonly Guard<PermitPart> RulesAreKnown = new(PermitRefusals.RulesNotAcknowledged, (permit, _) => permit.RulesAcknowledged);
    private static readonly Guard<PermitPart> DocumentsAreThere = new(PermitRefusals.DocumentsMissing, (permit, _) => permit.Missing.Count == 0, permit => [permit.Missing.Count]);
    private static readonly Guard<PermitPart> EngineeringAgrees = new(PermitRefusals.NotReviewed, (permit, _) => permit.ReviewedByName is not null || !ScopeRules.NeedsEngineering(permit.Plan.Scope));
    private static readonly Guard<PermitPart> NotReviewedYet = new(PermitRefusals.ReviewedAlready, (permit, _) => permit.ReviewedByName is null);
    private static readonly Guard<PermitPart> EverythingIsPaid = new(PermitRefusals.NotPaid, (permit, _) => permit.IsPaid);
    private static readonly Guard<PermitPart> AllHaveSigned = new(PermitRefusals.NotSigned, (permit, _) => permit.SignedAtUtc is not null);
    private static readonly Guard<PermitPart> NotSignedYet = new(PermitRefusals.SignedAlready, (permit, _) => permit.SignedAtUtc is null);
    private static readonly Guard<PermitPart> NothingStopsWork = new(PermitRefusals.ViolationOpen, (permit, _) => !permit.Violations.Any(violation => violation.StopsWork && violation.CuredAtUtc is null));
    private static readonly Guard<PermitPart> NothingIsOpen = new(PermitRefusals.ViolationOpen, (permit, _) => permit.Violations.All(violation => violation.CuredAtUtc is not null));
    private static readonly Guard<PermitPart> TimeCanBeGiven = new(PermitRefusals.ExtendedTwice, (permit, _) => permit.Extensions < PermitPart.MostExtensions);
    private static readonly Guard<PermitPart> LastDayHasPassed = new(PermitRefusals.NotOverYet, (permit, now) => permit.EndsAtUtc <= now);
    private static readonly Guard<PermitPart> TimeHasCome = new(PermitRefusals.SecondCheckTooEarly, (permit, now) => permit.SecondCheckAtUtc <= now);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<PermitPart, PermitState> Table = Lifecycle
        .Of<PermitPart, PermitState>(typeof(PermitTexts), permit => permit.State, (permit, state) => permit.State = state)
        .Start(Draft, PermitVerbs.Draft).By(Applicant, Desk)

        // The application
        .From(Draft, Returned).To(Submitted, PermitVerbs.Submit).By(Applicant, Desk).When(PlanIsWhole, RulesAreKnown).Due("completeness check", permit => permit.DueAtUtc)
        .From(Submitted).To(UnderReview, PermitVerbs.Complete).By(Desk).When(DocumentsAreThere).Due("review", permit => permit.DueAtUtc)
        .From(Submitted).To(Returned, PermitVerbs.Return).By(Desk).AskingReason()
        .From(UnderReview).To(UnderReview, PermitVerbs.Review).By(Engineer).When(NotReviewedYet)
        .From(UnderReview).To(AwaitingPayment, PermitVerbs.Approve).By(Manager).When(EngineeringAgrees).Due("payment", permit => permit.DueAtUtc)
        .From(UnderReview).To(ConditionsProposed, PermitVerbs.Propose).By(Engineer, Manager).AskingReason()
        .From(UnderReview).To(Returned, PermitVerbs.Return).By(Engineer, Manager).AskingReason()
        .From(UnderReview).To(Rejected, PermitVerbs.Reject).By(Manager).AskingReason()
        .From(ConditionsProposed).To(UnderReview, PermitVerbs.AcceptConditions).By(Applicant, Desk)
        .From(ConditionsProposed).To(Returned, PermitVerbs.ChangePlan).By(Applicant, Desk)

        // Money, agreement, permit
        .From(AwaitingPayment).To(AgreementToSign, PermitVerbs.Paid).By(Clock).When(EverythingIsPaid)
        .From(AgreementToSign).To(AgreementToSign, PermitVerbs.Sign).By(Desk).When(NotSignedYet)
        .From(AgreementToSign).To(Permitted, PermitVerbs.Permit).By(Desk).When(EverythingIsPaid, AllHaveSigned)
        .From(AgreementToSign).To(AwaitingPayment, PermitVerbs.Reopened).By(Clock)
        .From(PermitStates.BeforePermit).To(Cancelled, PermitVerbs.Cancel).By(Applicant, Desk).AskingReason()

        // On site
        .From(Permitted).To(InProgress, PermitVerbs.Start).By(Engineer).Due("last day", permit => permit.EndsAtUtc)
        .From(InProgress, Overrun).To(CompletionReported, PermitVerbs.ReportComplete).By(Applicant, Desk).Due("acceptance", permit => permit.DueAtUtc)
        .From(InProgress, ExtensionAsked, Overrun, Permitted).To(Suspended, PermitVerbs.Stop).By(Engineer, Security, Manager).AskingReason()
        .From(Suspended).To(InProgress, PermitVerbs.Resume).By(Manager).When(NothingStopsWork, EverythingIsPaid)
        .From(InProgress).To(ExtensionAsked, PermitVerbs.AskExtension).By(Applicant, Desk).When(TimeCanBeGiven)
        .From(Overrun).To(ExtensionAsked, PermitVerbs.AskExtension).By(Desk).When(TimeCanBeGiven)
        .From(ExtensionAsked).To(InProgress, PermitVerbs.Extend).By(Manager).When(TimeCanBeGiven)
        .From(ExtensionAsked).To(InProgress, PermitVerbs.RefuseExtension).By(Manager).AskingReason()
        .From(InProgress).To(Overrun, PermitVerbs.Overrun).By(Clock).When(LastDayHasPassed)
        .From(CompletionReported).To(Accepted, PermitVerbs.Accept).By(Engineer).When(NothingIsOpen).Due("second check", permit => permit.SecondCheckAtUtc)
        .From(CompletionReported).To(InProgress, PermitVerbs.FailAcceptance).By(Engineer).AskingReason()

        // Second check, settlement, file
        .From(Accepted).To(SecondCheckDue, PermitVerbs.SecondCheck).By(Clock).When(TimeHasCome).Due("second check", permit => permit.DueAtUtc)
        .From(SecondCheckDue).To(SettlementDraft, PermitVerbs.PassSecond).By(Engineer)
        .From(SecondCheckDue).To(Rectification, PermitVerbs.FailSecond).By(Engineer).AskingReason()
        .From(Rectification).To(SecondCheckDue, PermitVerbs.Rectified).By(Engineer)
        .From(Accepted, SecondCheckDue, Rectification).To(SettlementDraft, PermitVerbs.SettleEarly).By(Manager).AskingReason()
        .From(SettlementDraft).To(SettlementApproved, PermitVerbs.ApproveSettlement).By(Manager).Due("refund", permit => permit.DueAtUtc)
        .From(SettlementDraft).To(SettlementDraft, PermitVerbs.Keep).By(Desk, Engineer, Manager).AskingReason()
        .From(SettlementApproved).To(Refunded, PermitVerbs.Refunded).By(Clock)
        .From(Refunded).To(Archived, PermitVerbs.Archive).By(Desk, Manager)
        .Noting(PermitVerbs.Receive, PermitVerbs.Inspect, PermitVerbs.Violate, PermitVerbs.Cure, PermitVerbs.Edit, PermitVerbs.Import);

    /// <summary>English name of a state.</summary>
    public static string Name(PermitState state) => state switch
    {
        Draft => "Draft",
        Submitted => "Handed in",
        Returned => "Returned",
        UnderReview => "Under review",
        ConditionsProposed => "Conditions proposed",
        Rejected => "Rejected",
        AwaitingPayment => "Waiting for payment",
        AgreementToSign => "Agreement to sign",
        Permitted => "Permitted",
        InProgress => "Works under way",
        Suspended => "Works stopped",
        ExtensionAsked => "More time asked for",
        Overrun => "Past the last day",
        CompletionReported => "Reported complete",
        Accepted => "Accepted",
        SecondCheckDue => "Second check due",
        Rectification => "To be put right",
        SettlementDraft => "Settlement",
        SettlementApproved => "To be given back",
        Refunded => "Given back",
        Archived => "In the file",
        _ => "Given up",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(PermitState state) => state switch
    {
        Draft or Submitted => "new",
        UnderReview or ConditionsProposed or SettlementDraft or ExtensionAsked => "prop",
        Returned or AwaitingPayment or AgreementToSign or SecondCheckDue or SettlementApproved => "wait",
        Permitted or InProgress or CompletionReported or Rectification => "run",
        Accepted or Refunded or Archived => "done",
        _ => "stop",
    };

    /// <summary>The role whose work it is now; null when it is the applicant's or nobody's.</summary>
    public static string? Team(PermitPart permit) => permit.State switch
    {
        Submitted or AgreementToSign or Refunded => "Desk",
        UnderReview => permit.ReviewedByName is null && ScopeRules.NeedsEngineering(permit.Plan.Scope) ? "Engineer" : "Manager",
        AwaitingPayment or SettlementApproved => "Cashier",
        Permitted or Overrun or CompletionReported or SecondCheckDue => "Engineer",
        Suspended or ExtensionAsked or SettlementDraft => "Manager",
        _ => null,
    };
}
