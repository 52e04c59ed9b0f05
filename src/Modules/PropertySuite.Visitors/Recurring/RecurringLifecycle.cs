using PropertySuite.Core;
using static PropertySuite.Visitors.RecurringState;

namespace PropertySuite.Visitors;

/// <summary>What can be done with a recurring pass.</summary>
public static class RecurringVerbs
{
    /// <summary>Issues it.</summary>
    public static readonly Verb Issue = new("issue", "Issue the pass");

    /// <summary>Lets it rest.</summary>
    public static readonly Verb Suspend = new("suspend", "Suspend");

    /// <summary>Lets it open the gate again.</summary>
    public static readonly Verb Resume = new("resume", "Resume");

    /// <summary>Ends it.</summary>
    public static readonly Verb End = new("end-pass", "End the pass");

    /// <summary>Its last day is over.</summary>
    public static readonly Verb Expire = new("expire-pass", "The last day is over");

    /// <summary>Noted: the host was told that it ends soon.</summary>
    public static readonly Verb Remind = new("remind", "Remind the host that it ends soon");
}

/// <summary>How a recurring pass lives (VIS-09, VIS-17).</summary>
public static class RecurringLifecycle
{
    private static readonly Role<RecurringPassPart> Host = Roles.With<RecurringPassPart>("Host", VisitPermissions.Announce, (pass, actor) => actor.Holds(pass.Host.UnitId));
    private static readonly Role<RecurringPassPart> Desk = Roles.With<RecurringPassPart>("Desk", VisitPermissions.Register);
    private static readonly Role<RecurringPassPart> Timer = Roles.Clock<RecurringPassPart>();

    /// <summary>The table.</summary>
    public static readonly Lifecycle<RecurringPassPart, RecurringState> Table = Lifecycle
        .Of<RecurringPassPart, RecurringState>(typeof(RecurringLifecycle), pass => pass.State, (pass, state) => pass.State = state)
        .Start(Active, RecurringVerbs.Issue).By(Host, Desk)
        .From(Active).To(Suspended, RecurringVerbs.Suspend).By(Host, Desk).AskingReason()
        .From(Suspended).To(Active, RecurringVerbs.Resume).By(Host, Desk)
        .From(Active, Suspended).To(Ended, RecurringVerbs.End).By(Host, Desk)
        .From(Active, Suspended).To(Ended, RecurringVerbs.Expire).By(Timer)
        .Noting(RecurringVerbs.Remind);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(RecurringState state) => state switch
    {
        Active => "Valid",
        Suspended => "Suspended",
        Ended => "Ended",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(RecurringState state) => state switch { Active => "run", Suspended => "wait", _ => "done" };

    /// <summary>English name of a day of the week, translated in the context of this class.</summary>
    public static string Name(WeekDays day) => day switch
    {
        WeekDays.Monday => "Mon",
        WeekDays.Tuesday => "Tue",
        WeekDays.Wednesday => "Wed",
        WeekDays.Thursday => "Thu",
        WeekDays.Friday => "Fri",
        WeekDays.Saturday => "Sat",
        WeekDays.Sunday => "Sun",
        _ => throw new ArgumentOutOfRangeException(nameof(day)),
    };

    /// <summary>The days of the week, Monday first.</summary>
    public static readonly IReadOnlyList<WeekDays> Week =
        [WeekDays.Monday, WeekDays.Tuesday, WeekDays.Wednesday, WeekDays.Thursday, WeekDays.Friday, WeekDays.Saturday, WeekDays.Sunday];
}

/// <summary>What recurring passes refuse.</summary>
public static class RecurringRefusals
{
    public static readonly Refusal NoDay = Say("recurring.no-day", "Choose at least one day of the week.");
    public static readonly Refusal TooLong = Say("recurring.too-long", "A recurring pass is valid for a year at most.");
    public static readonly Refusal Over = Say("recurring.over", "This recurring pass is over.");
    public static readonly Refusal Suspended = Say("recurring.suspended", "This recurring pass is suspended.");
    public static readonly Refusal NotBegun = Say("recurring.not-begun", "This recurring pass is not valid yet.");
    public static readonly Refusal NotToday = Say("recurring.not-today", "This recurring pass is not for today's day of the week.");
    public static readonly Refusal Holiday = Say("recurring.holiday", "Today is a holiday: this recurring pass rests.");
    public static readonly Refusal NotNow = Say("recurring.not-now", "This recurring pass opens from {0} to {1}.");
    public static readonly Refusal PermitUnknown = Say("recurring.permit-unknown", "There is no permit with this number for this unit.");
    public static readonly Refusal PermitOver = Say("recurring.permit-over", "The permit for the works ends before: a pass is never valid beyond its permit.");
    public static readonly Refusal PermitClosed = Say("recurring.permit-closed", "The permit for the works is over or suspended.");
    public static readonly Refusal PermitMissing = Say("recurring.permit-missing", "Write the number of the permit that the worker works by.");

    private static Refusal Say(string code, string text) => new(typeof(RecurringRefusals), code, text);
}
