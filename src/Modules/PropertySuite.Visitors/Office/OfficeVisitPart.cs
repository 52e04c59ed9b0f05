using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Where a visit to the office stands. Stored by name; changed by <see cref="OfficeLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfficeState>))]
public enum OfficeState
{
    /// <summary>Has an appointment.</summary>
    Appointed,

    /// <summary>Is at the desk.</summary>
    Arrived,

    /// <summary>The employee has been called.</summary>
    Called,

    /// <summary>Waits in a room.</summary>
    Waiting,

    /// <summary>The employee cannot come.</summary>
    NotAvailable,

    /// <summary>Is being brought to the employee.</summary>
    Escorted,

    /// <summary>Has met the employee.</summary>
    Met,

    /// <summary>Has left.</summary>
    Left,

    /// <summary>Did not come, or gave it up.</summary>
    Cancelled,
}

/// <summary>What is said when somebody comes to the office, or makes an appointment.</summary>
/// <param name="Name">Who comes.</param>
/// <param name="Company">From which firm; null for none.</param>
/// <param name="Employee">Whom they want to see.</param>
/// <param name="Matter">About what; null when nothing was said.</param>
/// <param name="AppointmentUtc">When, UTC; null without an appointment.</param>
/// <param name="Persons">How many.</param>
public sealed record OfficePlan(string Name, string? Company, string Employee, string? Matter, DateTime? AppointmentUtc, int Persons);

/// <summary>
/// Somebody who comes to the office and asks for a member of the staff (VIS-15): asked for the appointment, registered, the employee called, brought
/// or asked to wait, looked after, seen off.
/// </summary>
public sealed class OfficeVisitPart : ContentPart
{
    /// <summary>Minutes after which somebody looks after who waits.</summary>
    public const int LookAfterMinutes = 10;

    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public OfficeState State { get; internal set; }

    /// <summary>What was said.</summary>
    [JsonInclude] public OfficePlan Plan { get; private set; } = new("", null, "", null, null, 1);

    /// <summary>When they came, UTC; null before.</summary>
    [JsonInclude] public DateTime? ArrivedAtUtc { get; private set; }

    /// <summary>Where they wait; null while they do not.</summary>
    [JsonInclude] public string? Room { get; private set; }

    /// <summary>When somebody last looked after them, UTC; null while they do not wait.</summary>
    [JsonInclude] public DateTime? LookedAfterAtUtc { get; private set; }

    /// <summary>Whether water or tea was served.</summary>
    [JsonInclude] public bool IsServed { get; private set; }

    /// <summary>Whether the room has been tidied since.</summary>
    [JsonInclude] public bool IsTidied { get; private set; }

    /// <summary>What was offered when the employee could not come; null when he or she could.</summary>
    [JsonInclude] public string? Offered { get; private set; }

    /// <summary>When they left, UTC; null before.</summary>
    [JsonInclude] public DateTime? LeftAtUtc { get; private set; }

    /// <summary>Whether it has been forgotten who came.</summary>
    [JsonIgnore] public bool IsForgotten => Number.Length > 0 && Plan.Name.Length == 0;

    /// <summary>When somebody has to look after them next, UTC; null while they do not wait.</summary>
    [JsonIgnore] public DateTime? DueAtUtc => State == OfficeState.Waiting ? LookedAfterAtUtc?.AddMinutes(LookAfterMinutes) : null;

    /// <summary>Makes an appointment, or receives somebody who has come.</summary>
    /// <exception cref="RefusedException">The name or the employee is missing, or the appointment has passed.</exception>
    public Step Begin(Actor desk, DateTime atUtc, OfficePlan plan, bool isHere)
    {
        VisitPlan.CheckGuest(new VisitGuest(plan.Name, null, plan.Persons, null));
        if (string.IsNullOrWhiteSpace(plan.Employee)) throw OfficeRefusals.EmployeeMissing.At("Employee");
        if (!isHere && plan.AppointmentUtc is null) throw OfficeRefusals.TimeMissing.At("Time");
        if (!isHere && plan.AppointmentUtc < atUtc) throw VisitRefusals.WindowOver.At("Time");

        Plan = plan with { Name = plan.Name.Trim(), Employee = plan.Employee.Trim() };
        ArrivedAtUtc = isHere ? atUtc : null;
        return OfficeLifecycle.Table.Begin(this, isHere ? OfficeVerbs.Receive : OfficeVerbs.Appoint, desk, atUtc);
    }

    /// <summary>Takes a step.</summary>
    /// <param name="verb">The step.</param>
    /// <param name="by">Who.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="said">The room, what is offered, or another employee; by the step. Null for nothing.</param>
    /// <exception cref="RefusedException">The table does not allow it, or something is missing.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? said = null)
    {
        if (verb == OfficeVerbs.Wait && string.IsNullOrWhiteSpace(said)) throw OfficeRefusals.RoomMissing.At("Said");

        var step = OfficeLifecycle.Table.Take(this, verb, by, atUtc, said);
        if (verb == OfficeVerbs.Receive) ArrivedAtUtc = atUtc;
        if (verb == OfficeVerbs.Wait) (Room, LookedAfterAtUtc) = (said!.Trim(), atUtc);
        if (verb == OfficeVerbs.Decline) Offered = step.Reason;
        if (verb == OfficeVerbs.Call && step.Reason is { } other) Plan = Plan with { Employee = other };
        if (verb == OfficeVerbs.Farewell) LeftAtUtc = atUtc;
        return step;
    }

    /// <summary>Notes that they were served, that somebody looked after them, or that the room is tidy again.</summary>
    public Step Note(Verb verb, Actor by, DateTime atUtc)
    {
        var step = OfficeLifecycle.Table.Note(this, verb, by, atUtc);
        if (verb == OfficeVerbs.Serve) (IsServed, LookedAfterAtUtc) = (true, atUtc);
        if (verb == OfficeVerbs.LookAfter) LookedAfterAtUtc = atUtc;
        if (verb == OfficeVerbs.Tidy) IsTidied = true;
        return step;
    }

    /// <summary>Forgets who came.</summary>
    public void Forget() => Plan = Plan with { Name = "", Company = null, Matter = null };

    internal void Take(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}
