using PropertySuite.Core;
using static PropertySuite.Complaints.ComplaintState;

namespace PropertySuite.Complaints;

/// <summary>How a case of the service desk lives (CMP).</summary>
public static class ComplaintLifecycle
{
    private static readonly Role<ComplaintPart> Anybody = Roles.With<ComplaintPart>("Any resident", ComplaintPermissions.Raise);
    private static readonly Role<ComplaintPart> Resident = Roles.With<ComplaintPart>("Resident", ComplaintPermissions.Raise, (complaint, actor) => complaint.IsOf(actor));
    private static readonly Role<ComplaintPart> Desk = Roles.With<ComplaintPart>("Desk", ComplaintPermissions.Register);
    private static readonly Role<ComplaintPart> Staff = Roles.With<ComplaintPart>("Staff", ComplaintPermissions.Handle);
    private static readonly Role<ComplaintPart> Handler = Roles.With<ComplaintPart>("Handler", ComplaintPermissions.Handle, (complaint, actor) => complaint.AssigneeId is null || complaint.AssigneeId == actor.Id);
    private static readonly Role<ComplaintPart> Visitor = Roles.With<ComplaintPart>("Somebody else than the handler", ComplaintPermissions.Register, (complaint, actor) => !complaint.HandlerIds.Contains(actor.Id));
    private static readonly Role<ComplaintPart> Supervisor = Roles.With<ComplaintPart>("Supervisor", ComplaintPermissions.Lead);
    private static readonly Role<ComplaintPart> Clock = Roles.Clock<ComplaintPart>();
    private static readonly Role<ComplaintPart> Policy = Roles.Policy<ComplaintPart>();

    private static readonly Guard<ComplaintPart> CanBeAnswered = new(ComplaintRefusals.NotToBeAnswered, (complaint, _) => complaint.Kind is ComplaintKind.Enquiry or ComplaintKind.Suggestion or ComplaintKind.Praise);
    private static readonly Guard<ComplaintPart> NoOrderOpen = new(ComplaintRefusals.OrderOpen, (complaint, _) => complaint.OpenOrders.Count == 0, complaint => [string.Join(", ", complaint.OpenOrders)]);
    private static readonly Guard<ComplaintPart> VisitedOrSkipped = new(ComplaintRefusals.VisitMissing, (complaint, _) => complaint.VisitIsOver);
    private static readonly Guard<ComplaintPart> InWindow = new(ComplaintRefusals.TooLateToReopen, (complaint, atUtc) => complaint.MayReopenUntilUtc is not { } until || atUtc <= until);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<ComplaintPart, ComplaintState> Table = Lifecycle
        .Of<ComplaintPart, ComplaintState>(typeof(ComplaintLifecycle), complaint => complaint.State, (complaint, state) => complaint.State = state)
        .Start(Received, ComplaintVerbs.Register).By(Anybody, Desk).Due("Acknowledge", complaint => complaint.Acknowledge?.OpenDueUtc)
        .From(Received).To(Accepted, ComplaintVerbs.Accept).By(Desk, Supervisor).Due("Solve", complaint => complaint.Solve?.OpenDueUtc)
        .From(Received).To(Answered, ComplaintVerbs.Answer).By(Desk, Supervisor).When(CanBeAnswered)
        .From(Accepted, Reopened).To(Assigned, ComplaintVerbs.Assign).By(Supervisor, Policy).Due("First contact", complaint => complaint.Contact?.OpenDueUtc).Due("Solve", complaint => complaint.Solve?.OpenDueUtc)
        .From(Accepted, Reopened).To(Assigned, ComplaintVerbs.Grab).By(Staff)
        .From(Assigned).To(InProgress, ComplaintVerbs.Contact).By(Handler).Due("Solve", complaint => complaint.Solve?.OpenDueUtc)
        .From(Assigned).To(Assigned, ComplaintVerbs.Assign).By(Supervisor, Policy)
        .From(InProgress).To(Proposed, ComplaintVerbs.Propose).By(Handler, Supervisor).When(NoOrderOpen).Due("Answer of the resident", complaint => complaint.SilenceUtc)
        .From(InProgress).To(WaitingOwner, ComplaintVerbs.WaitOwner).By(Handler).AskingReason()
        .From(InProgress).To(WaitingThird, ComplaintVerbs.WaitThird).By(Handler).AskingReason()
        .From(InProgress).To(Deferred, ComplaintVerbs.Defer).By(Handler).AskingReason().Due("Wakes up", complaint => complaint.WakeUtc)
        .From(InProgress).To(Assigned, ComplaintVerbs.Assign).By(Supervisor, Policy)
        .From(WaitingOwner).To(InProgress, ComplaintVerbs.Resume).By(Handler, Supervisor, Resident)
        .From(WaitingThird, Deferred).To(InProgress, ComplaintVerbs.Resume).By(Handler, Supervisor, Clock)
        .From(Proposed).To(Resolved, ComplaintVerbs.Agree).By(Resident, Desk, Clock).When(NoOrderOpen).Due("Return visit", complaint => complaint.VisitDueUtc)
        .From(Proposed).To(Reopened, ComplaintVerbs.Disagree).By(Resident, Desk).AskingReason().Due("Solve", complaint => complaint.Solve?.OpenDueUtc)
        .From(Resolved).To(Closed, ComplaintVerbs.VisitedWell).By(Visitor)
        .From(Resolved).To(Reopened, ComplaintVerbs.VisitedBadly).By(Visitor).AskingReason()
        .From(Resolved).To(Closed, ComplaintVerbs.Close).By(Desk, Supervisor, Clock).When(VisitedOrSkipped)
        .From(Closed, Answered).To(Reopened, ComplaintVerbs.Reopen).By(Resident, Desk).When(InWindow).AskingReason()
        .From(Received, Accepted, Assigned, InProgress, WaitingOwner, WaitingThird, Deferred, Reopened).To(Withdrawn, ComplaintVerbs.Withdraw).By(Resident, Supervisor).When(NoOrderOpen).AskingReason()
        .From(Received, Accepted, Assigned, InProgress, WaitingOwner, WaitingThird, Deferred, Reopened).To(Merged, ComplaintVerbs.Merge).By(Supervisor).When(NoOrderOpen).AskingReason()
        .From(Received, Accepted, Assigned, InProgress, WaitingOwner, WaitingThird, Deferred, Reopened).To(Unfounded, ComplaintVerbs.Unfound).By(Supervisor).When(NoOrderOpen).AskingReason()
        .Noting(
            ComplaintVerbs.Warn, ComplaintVerbs.Breach, ComplaintVerbs.BreachAgain, ComplaintVerbs.Unacknowledged, ComplaintVerbs.Escalate, ComplaintVerbs.Regrade,
            ComplaintVerbs.Missed, ComplaintVerbs.OrderSent, ComplaintVerbs.OrderBack, ComplaintVerbs.Joined);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(ComplaintState state) => state switch
    {
        Received => "Received",
        Answered => "Answered",
        Accepted => "Accepted",
        Assigned => "Assigned",
        InProgress => "In progress",
        WaitingOwner => "Waits for the resident",
        WaitingThird => "Waits for somebody else",
        Deferred => "Put off",
        Proposed => "Solution proposed",
        Resolved => "Resolved",
        Reopened => "Reopened",
        Closed => "Closed",
        Withdrawn => "Taken back",
        Unfounded => "Unfounded",
        Merged => "Joined with another",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(ComplaintState state) => state switch
    {
        Received or Reopened => "new",
        Accepted or Assigned or InProgress => "run",
        WaitingOwner or WaitingThird or Deferred => "wait",
        Proposed => "offer",
        Answered or Resolved or Closed => "done",
        _ => "stop",
    };
}

/// <summary>What cases refuse.</summary>
public static class ComplaintRefusals
{
    public static readonly Refusal SubjectMissing = Say("complaint.subject-missing", "Write in a few words what it is about.");
    public static readonly Refusal TextMissing = Say("complaint.text-missing", "Write what was said.");
    public static readonly Refusal UnitUnknown = Say("complaint.unit-unknown", "There is no unit {0}.");
    public static readonly Refusal UnitNotYours = Say("complaint.unit-not-yours", "This unit is not yours.");
    public static readonly Refusal PersonUnknown = Say("complaint.person-unknown", "This person is not in the register.");
    public static readonly Refusal CategoryUnknown = Say("complaint.category-unknown", "Choose a category.");
    public static readonly Refusal LevelUnknown = Say("complaint.level-unknown", "Choose a level from 1 to 4.");
    public static readonly Refusal LevelNeedsSupervisor = Say("complaint.level-needs-supervisor", "Levels 3 and 4 are the supervisor's to accept.");
    public static readonly Refusal LevelOnlyUp = Say("complaint.level-only-up", "A level is only lowered by the manager.");
    public static readonly Refusal NotToBeAnswered = Say("complaint.not-to-be-answered", "Complaints and requests for help are accepted and worked on.");
    public static readonly Refusal OrderOpen = Say("complaint.order-open", "The work order {0} is still open.");
    public static readonly Refusal VisitMissing = Say("complaint.visit-missing", "The return visit has not been made.");
    public static readonly Refusal TooLateToReopen = Say("complaint.too-late-to-reopen", "The time to reopen it is over. Raise a new matter.");
    public static readonly Refusal TeamMissing = Say("complaint.team-missing", "Choose a team or a person.");
    public static readonly Refusal DayMissing = Say("complaint.day-missing", "Write until which day, such as 13/11.");
    public static readonly Refusal DayPast = Say("complaint.day-past", "This day is not to come.");
    public static readonly Refusal MasterUnknown = Say("complaint.master-unknown", "There is no open case with this number.");
    public static readonly Refusal RatingMissing = Say("complaint.rating-missing", "Choose from 1 to 5.");
    public static readonly Refusal OnlySameHandler = Say("complaint.same-handler", "The return visit is made by somebody who did not work on the case.");
    public static readonly Refusal CommentClosed = Say("complaint.comment-closed", "Nothing more is written to a case that is over. Reopen it.");
    public static readonly Refusal OrderTooEarly = Say("complaint.order-too-early", "A work order is sent once the case has been accepted, and before a solution is proposed.");
    public static readonly Refusal AnswerUnclear = Say("complaint.answer-unclear", "Choose whether it is solved.");

    private static Refusal Say(string code, string text) => new(typeof(ComplaintRefusals), code, text);
}
