using PropertySuite.Core;
using static PropertySuite.Visitors.VisitState;
using static PropertySuite.Visitors.VisitVerbs;

namespace PropertySuite.Visitors;

/// <summary>How a visit lives (VIS-01, 02, 03 by phone, 05, 06): the whole process on one screen.</summary>
public static class VisitLifecycle
{
    /// <summary>Calls that are made to a host.</summary>
    public const int Attempts = 2;

    /// <summary>How long the desk waits for the answer to a call.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(3);

    private static readonly Role<VisitPart> Host = Roles.With<VisitPart>("Host", VisitPermissions.Announce, (visit, actor) => actor.Holds(visit.Host.UnitId));
    private static readonly Role<VisitPart> Desk = Roles.With<VisitPart>("Desk", VisitPermissions.Register);
    private static readonly Role<VisitPart> Guard = Roles.With<VisitPart>("Guard", VisitPermissions.Operate);
    private static readonly Role<VisitPart> Device = Roles.With<VisitPart>("Gate device", VisitPermissions.Operate, actor => actor.Device == GateDevice.WithoutConnection);
    private static readonly Role<VisitPart> Timer = Roles.Clock<VisitPart>();

    private static readonly Guard<VisitPart> NotTooEarly = new(VisitRefusals.TooEarly, (visit, atUtc) => atUtc >= visit.AdmittedFromUtc, visit => [visit.Window.FromUtc]);
    private static readonly Guard<VisitPart> NotTooLate = new(VisitRefusals.TooLate, (visit, atUtc) => atUtc < visit.AdmittedUntilUtc, visit => [visit.Window.UntilUtc]);
    private static readonly Guard<VisitPart> AttemptLeft = new(VisitRefusals.NoAttemptLeft, (visit, _) => visit.Calls < Attempts);
    private static readonly Guard<VisitPart> WindowOver = new(VisitRefusals.NotOverYet, (visit, atUtc) => atUtc >= visit.AdmittedUntilUtc);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<VisitPart, VisitState> Table = Lifecycle
        .Of<VisitPart, VisitState>(typeof(VisitLifecycle), visit => visit.State, (visit, state) => visit.State = state, (visit, atUtc) => visit.StateAt(atUtc))
        .Start(Invited, Invite).By(Host)
        .Start(WalkIn, Register).By(Desk, Guard)
        .From(WalkIn).To(Confirmed, Confirm).By(Desk, Guard, Host)
        .From(WalkIn).To(Refused, Refuse).By(Desk, Guard, Host)
        .From(WalkIn).To(NoAnswer, GiveUp).By(Desk, Guard)
        .From(NoAnswer).To(WalkIn, AskAgain).By(Desk, Guard).When(AttemptLeft)
        .From(Invited, Confirmed).To(CheckedIn, Admit).By(Guard).When(NotTooEarly, NotTooLate).Due("leaves", visit => visit.Window.UntilUtc)
        .From(Invited, Confirmed, Expired).To(CheckedIn, AdmitOffline).By(Device).When(NotTooEarly, NotTooLate)
        .From(CheckedIn).To(CheckedOut, Leave).By(Guard, Desk)
        .From(Invited).To(Cancelled, Cancel).By(Host, Desk)
        .From(WalkIn, NoAnswer, Confirmed).To(Cancelled, Cancel).By(Desk, Guard)
        .From(Invited, WalkIn, NoAnswer, Confirmed).To(Expired, Expire).By(Timer).When(WindowOver)
        .Noting(OfflineConflict);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(VisitState state) => state switch
    {
        Invited => "Expected",
        WalkIn => "Waiting for the host",
        Confirmed => "May come in",
        Refused => "Not received",
        NoAnswer => "No answer",
        CheckedIn => "Inside",
        CheckedOut => "Left",
        Cancelled => "Cancelled",
        Expired => "Did not come",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(VisitState state) => state switch
    {
        Invited => "new",
        WalkIn or NoAnswer => "wait",
        Confirmed => "offer",
        CheckedIn => "run",
        CheckedOut => "done",
        _ => "stop",
    };
}
