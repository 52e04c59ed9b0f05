using PropertySuite.Core;
using static PropertySuite.Visitors.OfficeState;

namespace PropertySuite.Visitors;

/// <summary>What can be done with a visit to the office.</summary>
public static class OfficeVerbs
{
    /// <summary>Makes an appointment.</summary>
    public static readonly Verb Appoint = new("appoint", "Make an appointment");

    /// <summary>Receives who has come.</summary>
    public static readonly Verb Receive = new("receive", "Has arrived");

    /// <summary>Calls the employee.</summary>
    public static readonly Verb Call = new("call", "Call the employee");

    /// <summary>Brings them now.</summary>
    public static readonly Verb Bring = new("bring", "Bring them now");

    /// <summary>Asks them to wait.</summary>
    public static readonly Verb Wait = new("wait", "Ask them to wait");

    /// <summary>The employee cannot come.</summary>
    public static readonly Verb Decline = new("decline", "The employee cannot come");

    /// <summary>They have met.</summary>
    public static readonly Verb Meet = new("meet", "They have met");

    /// <summary>Sees them off.</summary>
    public static readonly Verb Farewell = new("farewell", "See off");

    /// <summary>Did not come, or gave it up.</summary>
    public static readonly Verb Cancel = new("cancel-office", "Cancel");

    /// <summary>Noted: water or tea was served.</summary>
    public static readonly Verb Serve = new("serve", "Water or tea served");

    /// <summary>Noted: somebody looked after who waits.</summary>
    public static readonly Verb LookAfter = new("look-after", "Looked after");

    /// <summary>Noted: the room is tidy again.</summary>
    public static readonly Verb Tidy = new("tidy", "Room tidied");
}

/// <summary>How a visit to the office lives (VIS-15).</summary>
public static class OfficeLifecycle
{
    private static readonly Role<OfficeVisitPart> Desk = Roles.With<OfficeVisitPart>("Desk", VisitPermissions.Register);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<OfficeVisitPart, OfficeState> Table = Lifecycle
        .Of<OfficeVisitPart, OfficeState>(typeof(OfficeLifecycle), visit => visit.State, (visit, state) => visit.State = state)
        .Start(Appointed, OfficeVerbs.Appoint).By(Desk).Due("appointment", visit => visit.Plan.AppointmentUtc)
        .Start(Arrived, OfficeVerbs.Receive).By(Desk)
        .From(Appointed).To(Arrived, OfficeVerbs.Receive).By(Desk)
        .From(Arrived).To(Called, OfficeVerbs.Call).By(Desk)
        .From(Called).To(Escorted, OfficeVerbs.Bring).By(Desk)
        .From(Called).To(Waiting, OfficeVerbs.Wait).By(Desk).Due("look after them", visit => visit.DueAtUtc)
        .From(Called, Waiting).To(NotAvailable, OfficeVerbs.Decline).By(Desk).AskingReason()
        .From(Waiting).To(Escorted, OfficeVerbs.Bring).By(Desk)
        .From(NotAvailable).To(Called, OfficeVerbs.Call).By(Desk)
        .From(Escorted).To(Met, OfficeVerbs.Meet).By(Desk)
        .From(Met, NotAvailable, Waiting, Arrived).To(Left, OfficeVerbs.Farewell).By(Desk)
        .From(Appointed).To(Cancelled, OfficeVerbs.Cancel).By(Desk)
        .Noting(OfficeVerbs.Serve, OfficeVerbs.LookAfter, OfficeVerbs.Tidy);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(OfficeState state) => state switch
    {
        Appointed => "Appointment",
        Arrived => "At the desk",
        Called => "Employee called",
        Waiting => "Waiting",
        NotAvailable => "Employee not available",
        Escorted => "Being brought",
        Met => "Has met",
        Left => "Gone",
        Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(OfficeState state) => state switch
    {
        Appointed => "new",
        Arrived or Called or Waiting => "wait",
        Escorted or Met => "run",
        Left => "done",
        _ => "stop",
    };

    /// <summary>States of those who are in the office now.</summary>
    public static readonly IReadOnlyList<OfficeState> Here = [Arrived, Called, Waiting, NotAvailable, Escorted, Met];
}

/// <summary>What visits to the office refuse.</summary>
public static class OfficeRefusals
{
    public static readonly Refusal EmployeeMissing = Say("office.employee-missing", "Write whom they want to see.");
    public static readonly Refusal TimeMissing = Say("office.time-missing", "Write when the appointment is.");
    public static readonly Refusal RoomMissing = Say("office.room-missing", "Write where they wait.");

    private static Refusal Say(string code, string text) => new(typeof(OfficeRefusals), code, text);
}
