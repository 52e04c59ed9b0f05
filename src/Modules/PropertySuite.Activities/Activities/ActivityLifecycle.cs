using PropertySuite.Core;
using static PropertySuite.Activities.ActivityState;

namespace PropertySuite.Activities;

/// <summary>How an activity lives (ACT-01, 04, 07, 08, 17): the whole process on one screen.</summary>
public static class ActivityLifecycle
{
    private static readonly Role<ActivityPart> Editor = Roles.With<ActivityPart>("Editor", ActivityPermissions.Edit);
    private static readonly Role<ActivityPart> Manager = Roles.With<ActivityPart>("Manager", ActivityPermissions.Approve);
    private static readonly Role<ActivityPart> Timer = Roles.Clock<ActivityPart>();

    private static readonly Guard<ActivityPart> HasPlace = new(ActivityRefusals.PlaceMissing, (activity, _) => activity.Place is not null);
    private static readonly Guard<ActivityPart> HasTime = new(ActivityRefusals.TimeMissing, (activity, _) => activity.Time is not null);
    private static readonly Guard<ActivityPart> IsAhead = new(ActivityRefusals.TimeOver, (activity, atUtc) => activity.Time is { } time && atUtc < time.EndUtc);
    private static readonly Guard<ActivityPart> CostAgreed = new(ActivityRefusals.CostNeedsApproval, (activity, _) => activity.IsCostAgreed, activity => [new Money(activity.Rules.ApprovalAbove, activity.Rules.Currency).ToString()]);
    private static readonly Guard<ActivityPart> HasPublication = new(ActivityRefusals.PublishUnset, (activity, _) => activity.PublishAtUtc is not null);
    private static readonly Guard<ActivityPart> TakesRegistrations = new(ActivityRefusals.NoRegistration, (activity, _) => activity.Registration.Needed);
    private static readonly Guard<ActivityPart> OpeningReached = new(ActivityRefusals.OpensLater, (activity, atUtc) => activity.OpensUtc <= atUtc, activity => [activity.OpensUtc ?? default]);
    private static readonly Guard<ActivityPart> BeforeDeadline = new(ActivityRefusals.DeadlinePassed, (activity, atUtc) => atUtc < activity.ClosesUtc, activity => [activity.ClosesUtc]);
    private static readonly Guard<ActivityPart> HasBegun = new(ActivityRefusals.NotStarted, (activity, atUtc) => activity.Time is { } time && time.StartUtc <= atUtc, activity => [activity.Time?.StartUtc ?? default]);
    private static readonly Guard<ActivityPart> HasSummary = new(ActivityRefusals.SummaryMissing, (activity, _) => activity.Texts.Values.Any(text => text.Summary is not null));

    /// <summary>The table. The first way out of a state is the usual one.</summary>
    public static readonly Lifecycle<ActivityPart, ActivityState> Table = Lifecycle
        .Of<ActivityPart, ActivityState>(typeof(ActivityLifecycle), activity => activity.State, (activity, state) => activity.State = state)
        .Start(Draft, ActivityVerbs.Write).By(Editor)
        .From(Draft, Approved, Scheduled).To(Published, ActivityVerbs.Publish).By(Editor).When(HasPlace, HasTime, IsAhead, CostAgreed)
        .From(Scheduled).To(Published, ActivityVerbs.Publish).By(Timer)
        .From(Draft, Approved).To(Scheduled, ActivityVerbs.Schedule).By(Editor).When(HasPlace, HasTime, IsAhead, CostAgreed, HasPublication).Due("is published", activity => activity.PublishAtUtc)
        .From(Scheduled).To(Draft, ActivityVerbs.Withdraw).By(Editor)
        .From(Draft).To(Proposed, ActivityVerbs.Propose).By(Editor).When(HasPlace, HasTime, IsAhead)
        .From(Proposed).To(Approved, ActivityVerbs.Approve).By(Manager)
        .From(Proposed).To(Draft, ActivityVerbs.Return).By(Manager).AskingReason()
        .From(Published).To(Open, ActivityVerbs.Open).By(Editor, Timer).When(TakesRegistrations, OpeningReached, BeforeDeadline).Due("registration ends", activity => activity.ClosesUtc)
        .From(Published).To(Held, ActivityVerbs.Hold).By(Editor, Timer).When(HasBegun)
        .From(Open).To(Closed, ActivityVerbs.Close).By(Editor, Timer)
        .From(Open).To(Full, ActivityVerbs.Fill).By(Timer)
        .From(Full).To(Closed, ActivityVerbs.Close).By(Editor, Timer)
        .From(Full).To(Open, ActivityVerbs.Free).By(Timer)
        .From(Closed).To(Held, ActivityVerbs.Hold).By(Editor, Timer).When(HasBegun)
        .From(Closed).To(Open, ActivityVerbs.Open).By(Editor).When(BeforeDeadline)
        .From(Open, Full).To(Held, ActivityVerbs.Hold).By(Editor, Timer).When(HasBegun)
        .From(Held).To(Summarised, ActivityVerbs.Summarise).By(Editor).When(HasSummary)
        .From([.. ActivityStates.Ahead, Postponed]).To(Published, ActivityVerbs.Move).By(Editor)
        .From([.. ActivityStates.Ahead]).To(Postponed, ActivityVerbs.Postpone).By(Editor).AskingReason()
        .From([.. ActivityStates.Written]).To(Cancelled, ActivityVerbs.Cancel).By(Editor, Manager).AskingReason()
        .Noting(ActivityVerbs.Revise, ActivityVerbs.Remind);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(ActivityState state) => state switch
    {
        Draft => "Draft",
        Proposed => "Proposed",
        Approved => "Approved",
        Scheduled => "Scheduled",
        Published => "Published",
        Open => "Registration open",
        Full => "Full",
        Closed => "Registration closed",
        Held => "Held",
        Summarised => "Summarised",
        Postponed => "Postponed",
        Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(ActivityState state) => state switch
    {
        Draft => "new",
        Proposed or Scheduled or Postponed => "wait",
        Approved => "prop",
        Published or Open or Full or Closed => "run",
        Held or Summarised => "done",
        _ => "stop",
    };
}
