using PropertySuite.Core;
using static PropertySuite.Visitors.VisitState;
using static PropertySuite.Visitors.VisitVerbs;

namespace PropertySuite.Visitors;

/// <summary>How a visit lives (VIS-01 to 07, 10, 11): the whole process on one screen.</summary>
public static class VisitLifecycle
{
    private static readonly Role<VisitPart> Host = Roles.With<VisitPart>("Host", VisitPermissions.Announce, (visit, actor) => actor.Holds(visit.Host.UnitId));
    private static readonly Role<VisitPart> Desk = Roles.With<VisitPart>("Desk", VisitPermissions.Register);
    private static readonly Role<VisitPart> Guard = Roles.With<VisitPart>("Guard", VisitPermissions.Operate);
    private static readonly Role<VisitPart> Captain = Roles.With<VisitPart>("Captain", VisitPermissions.Approve);
    private static readonly Role<VisitPart> Device = Roles.With<VisitPart>("Gate device", VisitPermissions.Operate, actor => actor.Device == GateDevice.WithoutConnection);
    private static readonly Role<VisitPart> Policy = Roles.Policy<VisitPart>();
    private static readonly Role<VisitPart> Timer = Roles.Clock<VisitPart>();

    private static readonly Guard<VisitPart> NotTooEarly = new(VisitRefusals.TooEarly, (visit, atUtc) => atUtc >= visit.AdmittedFromUtc, visit => [visit.Window.FromUtc]);
    private static readonly Guard<VisitPart> NotTooLate = new(VisitRefusals.TooLate, (visit, atUtc) => atUtc < visit.AdmittedUntilUtc, visit => [visit.Window.UntilUtc]);
    private static readonly Guard<VisitPart> NotStopped = new(VisitRefusals.OnWatchList, (visit, _) => !visit.IsStopped);
    private static readonly Guard<VisitPart> AttemptLeft = new(VisitRefusals.NoAttemptLeft, (visit, _) => visit.CallLeft);
    private static readonly Guard<VisitPart> AnswerOverdue = new(VisitRefusals.AnswerNotDue, (visit, atUtc) => visit.AnswerDueAtUtc <= atUtc);
    private static readonly Guard<VisitPart> AsksApproval = new(VisitRefusals.NoApprovalAsked, (visit, _) => visit.Rules.NeedsApproval);
    private static readonly Guard<VisitPart> GraceOver = new(VisitRefusals.NotOverYet, (visit, atUtc) => atUtc >= visit.OverstayAtUtc);
    private static readonly Guard<VisitPart> Inside = new(VisitRefusals.NotInside, (visit, _) => visit.IsOnSite);
    private static readonly Guard<VisitPart> WindowOver = new(VisitRefusals.NotOverYet, (visit, atUtc) => atUtc >= visit.AdmittedUntilUtc);

    /// <summary>The table. The first way out of a state is the usual one.</summary>
    public static readonly Lifecycle<VisitPart, VisitState> Table = Lifecycle
        .Of<VisitPart, VisitState>(typeof(VisitLifecycle), visit => visit.State, (visit, state) => visit.State = state, (visit, atUtc) => visit.StateAt(atUtc))
        .Start(Invited, Invite).By(Host)
        .Start(Invited, Arrive).By(Guard, Device)
        .Start(WalkIn, Register).By(Desk, Guard).Due("the host answers", visit => visit.AnswerDueAtUtc)
        .From(WalkIn).To(Confirmed, Confirm).By(Desk, Guard, Host)
        .From(WalkIn).To(Refused, Refuse).By(Desk, Guard, Host)
        .From(WalkIn).To(NoAnswer, GiveUp).By(Desk, Guard)
        .From(WalkIn).To(NoAnswer, GiveUp).By(Timer).When(AnswerOverdue)
        .From(NoAnswer).To(WalkIn, AskAgain).By(Desk, Guard, Policy).When(AttemptLeft)
        .From(NoAnswer).To(Confirmed, VisitVerbs.Escort).By(Captain, Policy)
        .From(Invited, Confirmed, Approved).To(CheckedIn, Admit).By(Guard).When(NotTooEarly, NotTooLate, NotStopped).Due("leaves", visit => visit.Window.UntilUtc)
        .From(Invited, Confirmed, Approved, Expired).To(CheckedIn, AdmitOffline).By(Device).When(NotTooEarly, NotTooLate)
        .From(Invited, Confirmed).To(NeedsApproval, AskApproval).By(Timer).When(AsksApproval)
        .From(NeedsApproval).To(Approved, Approve).By(Captain)
        .From(NeedsApproval).To(Denied, Deny).By(Captain).AskingReason()
        .From(CheckedIn, VisitState.Overstay, Escalated).To(CheckedOut, Leave).By(Guard, Desk).When(Inside)
        .From(CheckedIn).To(VisitState.Overstay, VisitVerbs.Overstay).By(Timer).When(GraceOver)
        .From(VisitState.Overstay).To(CheckedIn, Extend).By(Host, Desk, Guard)
        .From(Invited, NeedsApproval, Approved).To(Cancelled, Cancel).By(Host, Desk)
        .From(WalkIn, NoAnswer, Confirmed).To(Cancelled, Cancel).By(Desk, Guard)
        .From([.. VisitStates.Open]).To(Refused, TurnAway).By(Guard, Desk, Policy).AskingReason()
        .From([.. VisitStates.Open, CheckedIn, VisitState.Overstay]).To(Escalated, Escalate).By(Guard, Desk).AskingReason()
        .From([.. VisitStates.Open]).To(Expired, Expire).By(Timer).When(WindowOver)
        .Noting(OfflineConflict, Ring, AskByMail, VisitVerbs.WatchHit, ClearHit, Reveal, Erase);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(VisitState state) => state switch
    {
        Invited => "Expected",
        WalkIn => "Waiting for the host",
        Confirmed => "May come in",
        Refused => "Not received",
        NoAnswer => "No answer",
        NeedsApproval => "Waiting for approval",
        Approved => "Approved",
        Denied => "Not approved",
        CheckedIn => "Inside",
        VisitState.Overstay => "Inside too long",
        CheckedOut => "Left",
        Cancelled => "Cancelled",
        Expired => "Did not come",
        Escalated => "Incident",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(VisitState state) => state switch
    {
        Invited => "new",
        WalkIn or NoAnswer or NeedsApproval => "wait",
        Confirmed or Approved => "offer",
        CheckedIn or VisitState.Overstay => "run",
        CheckedOut => "done",
        _ => "stop",
    };
}
