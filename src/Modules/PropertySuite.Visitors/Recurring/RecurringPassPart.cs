using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Where a recurring pass stands. Stored by name; changed by <see cref="RecurringLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecurringState>))]
public enum RecurringState
{
    /// <summary>Opens the gate on its days.</summary>
    Active,

    /// <summary>Opens nothing for a while.</summary>
    Suspended,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>Days of the week.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}

/// <summary>When a recurring pass opens the gate, by the clock on the community's wall.</summary>
/// <param name="Days">Days of the week.</param>
/// <param name="From">First time of the day.</param>
/// <param name="Until">Time at which it is over, later on the same day.</param>
/// <param name="NotOnHolidays">Whether it rests on the community's holidays.</param>
public sealed record PassHours(WeekDays Days, TimeOnly From, TimeOnly Until, bool NotOnHolidays)
{
    /// <summary>Whether a day is one of its days.</summary>
    public bool IsOn(DateOnly day) => Days.HasFlag(Of(day));

    /// <summary>The day of the week of a day.</summary>
    public static WeekDays Of(DateOnly day) => (WeekDays)(1 << (((int)day.DayOfWeek + 6) % 7));
}

/// <summary>What is asked for.</summary>
public sealed record RecurringPlan(VisitKind Kind, VisitGuest Guest, VisitHost Host, PassHours Hours, DateOnly ValidFrom, DateOnly ValidUntil, string? PermitNumber = null);

/// <summary>A pass for somebody who comes again and again: domestic help, a driver, a tutor, a nurse (VIS-09), a worker (VIS-17).</summary>
public sealed class RecurringPassPart : ContentPart
{
    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public RecurringState State { get; internal set; }

    /// <summary>What for.</summary>
    [JsonInclude] public VisitKind Kind { get; private set; }

    /// <summary>Who comes.</summary>
    [JsonInclude] public VisitGuest Guest { get; private set; } = new("", null, 1, null);

    /// <summary>To whom.</summary>
    [JsonInclude] public VisitHost Host { get; private set; } = new("", "", null, null);

    /// <summary>On which days, at what time.</summary>
    [JsonInclude] public PassHours Hours { get; private set; } = new(WeekDays.None, default, default, true);

    /// <summary>First day.</summary>
    [JsonInclude] public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day.</summary>
    [JsonInclude] public DateOnly ValidUntil { get; private set; }

    /// <summary>Number of the permit that a worker works by; null for none.</summary>
    [JsonInclude] public string? PermitNumber { get; private set; }

    /// <summary>What opens the gate; null once it is over and forgotten.</summary>
    [JsonInclude] public VisitPass? Pass { get; private set; }

    /// <summary>When the host was reminded that it ends soon, UTC; null until then.</summary>
    [JsonInclude] public DateTime? RemindedAtUtc { get; private set; }

    /// <summary>Whether it has been forgotten whose it was.</summary>
    [JsonIgnore] public bool IsForgotten => Number.Length > 0 && Guest.Name.Length == 0;

    /// <summary>Issues the pass.</summary>
    /// <param name="by">The host, or the desk.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="today">Today in the community.</param>
    /// <param name="plan">What is asked for.</param>
    /// <param name="pass">What opens the gate.</param>
    /// <exception cref="RefusedException">Not this person's unit, or something makes no sense.</exception>
    public Step Issue(Actor by, DateTime atUtc, DateOnly today, RecurringPlan plan, VisitPass pass)
    {
        if (!by.Holds(plan.Host.UnitId) && !by.May(VisitPermissions.Register)) throw VisitRefusals.UnitNotYours.At("UnitId");
        VisitPlan.CheckGuest(plan.Guest);
        if (plan.Hours.Days == WeekDays.None) throw RecurringRefusals.NoDay.At("Days");
        if (plan.Hours.Until <= plan.Hours.From) throw VisitRefusals.WindowReversed.At("Until");
        if (plan.ValidUntil < plan.ValidFrom || plan.ValidUntil < today) throw VisitRefusals.WindowOver.At("ValidUntil");
        if (plan.ValidUntil > plan.ValidFrom.AddYears(1)) throw RecurringRefusals.TooLong.At("ValidUntil");

        (Kind, Guest, Host, Hours, ValidFrom, ValidUntil, PermitNumber) = (plan.Kind, plan.Guest, plan.Host, plan.Hours, plan.ValidFrom, plan.ValidUntil, plan.PermitNumber);
        Pass = pass;
        return RecurringLifecycle.Table.Begin(this, RecurringVerbs.Issue, by, atUtc);
    }

    /// <summary>Why the pass opens nothing at a moment; null when it does. Permits are asked elsewhere.</summary>
    /// <param name="day">Day on the community's wall.</param>
    /// <param name="time">Time on the community's wall.</param>
    /// <param name="isHoliday">Whether the day is a holiday.</param>
    public RefusedException? WhyNot(DateOnly day, TimeOnly time, bool isHoliday) =>
        State == RecurringState.Ended || day > ValidUntil ? RecurringRefusals.Over.With()
        : State == RecurringState.Suspended ? RecurringRefusals.Suspended.With()
        : day < ValidFrom ? RecurringRefusals.NotBegun.With()
        : !Hours.IsOn(day) ? RecurringRefusals.NotToday.With()
        : isHoliday && Hours.NotOnHolidays ? RecurringRefusals.Holiday.With()
        : time.ToTimeSpan() < Hours.From.ToTimeSpan() - TimeSpan.FromMinutes(VisitPart.UsualToleranceMinutes) || time >= Hours.Until
            ? RecurringRefusals.NotNow.With(Write(Hours.From), Write(Hours.Until))
        : null;

    /// <summary>Takes a step that asks nothing but perhaps a reason.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? why = null)
    {
        var step = RecurringLifecycle.Table.Take(this, verb, by, atUtc, why);

        // Ended early, it is forgotten earlier too.
        var day = DateOnly.FromDateTime(atUtc);
        if (State == RecurringState.Ended && day < ValidUntil)
        {
            ValidUntil = day;
        }

        return step;
    }

    /// <summary>Notes that the host was told that the pass ends soon.</summary>
    public Step Remind(DateTime atUtc)
    {
        RemindedAtUtc = atUtc;
        return RecurringLifecycle.Table.Note(this, RecurringVerbs.Remind, Actor.Clock, atUtc);
    }

    /// <summary>Forgets whose it was.</summary>
    public void Forget()
    {
        Guest = new VisitGuest("", null, Guest.Persons, null);
        Pass = null;
    }

    private static string Write(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    internal void Take(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}
