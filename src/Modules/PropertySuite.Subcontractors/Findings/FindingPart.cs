using System.Text.Json.Serialization;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Subcontractors;

/// <summary>How grave a finding is. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingGrade>))]
public enum FindingGrade
{
    /// <summary>Seven days.</summary>
    Minor,

    /// <summary>72 hours.</summary>
    Normal,

    /// <summary>24 hours.</summary>
    Serious,

    /// <summary>Two hours.</summary>
    Critical,
}

/// <summary>Where a finding stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingState>))]
public enum FindingState
{
    /// <summary>Written down.</summary>
    Open,

    /// <summary>The contractor has the notice; the deadline runs.</summary>
    Notified,

    /// <summary>The contractor says that it is put right.</summary>
    Answered,

    /// <summary>Looked at again and not right: a new deadline, and it counts more.</summary>
    Repeated,

    /// <summary>The deadline has passed: it counts.</summary>
    Overdue,

    /// <summary>Put right.</summary>
    Closed,

    /// <summary>Let go, with a reason.</summary>
    Waived,
}

/// <summary>Something that is not as it should be (SUB-06, SUB-07): place, photo, grade, deadline, answer, recheck.</summary>
public sealed class FindingPart : ServiceRecordPart, IQueued
{
    [JsonInclude] public FindingState State { get; internal set; }

    [JsonInclude] public string ContractId { get; private set; } = "";

    /// <summary>The inspection that found it; null when it was seen in passing.</summary>
    [JsonInclude] public string? InspectionId { get; private set; }

    [JsonInclude] public string Place { get; private set; } = "";

    [JsonInclude] public string Text { get; private set; } = "";

    [JsonInclude] public FindingGrade Grade { get; private set; }

    [JsonInclude] public DateTime FoundUtc { get; private set; }

    /// <summary>Until when it is to be put right, UTC; null while no deadline runs.</summary>
    [JsonInclude] public DateTime? DueUtc { get; private set; }

    /// <summary>How often a recheck found it not right.</summary>
    [JsonInclude] public int Repeats { get; private set; }

    /// <summary>Whether a deadline has passed.</summary>
    [JsonInclude] public bool WasOverdue { get; private set; }

    /// <summary>What the contractor did; null before.</summary>
    [JsonInclude] public string? Answer { get; private set; }

    /// <summary>Points that it takes from the month's score: nothing when it was put right in time, its grade's when it was late, half as much again after one recheck that found it wrong, twice after more.</summary>
    [JsonIgnore] public decimal Points => State == FindingState.Waived ? 0 : GradePoints(Grade) * (Repeats switch { 0 => WasOverdue ? 1 : 0, 1 => 1.5m, _ => 2m });

    /// <inheritdoc/>
    [JsonIgnore] public QueueEntry? Queued => State is FindingState.Closed or FindingState.Waived ? null : new QueueEntry(Number, Place, State.ToString(), State == FindingState.Answered ? null : DueUtc) { Team = "Supervisor" };

    /// <summary>Points of a grade.</summary>
    public static decimal GradePoints(FindingGrade grade) => grade switch { FindingGrade.Minor => 0.5m, FindingGrade.Normal => 1, FindingGrade.Serious => 2, _ => 4 };

    /// <summary>Until when a finding of a grade is to be put right: two and 24 hours run day and night, 72 hours are three working days, minor ones have seven of them.</summary>
    public static DateTime Deadline(FindingGrade grade, DateTime fromUtc, WorkingCalendar calendar) => grade switch
    {
        FindingGrade.Critical => fromUtc.AddHours(2),
        FindingGrade.Serious => fromUtc.AddHours(24),
        FindingGrade.Normal => calendar.AddDays(fromUtc, 3),
        _ => calendar.AddDays(fromUtc, 7),
    };

    /// <summary>Writes a finding down.</summary>
    /// <exception cref="RefusedException">Text or place is missing, or it is not for this person.</exception>
    public Step Find(Actor by, DateTime atUtc, string contractId, ContractPart contract, string? inspectionId, string? place, string? text, FindingGrade grade)
    {
        Text = CompanyPart.Clean(text) ?? throw ServiceRefusals.FindingMissing.At("Text");
        Place = CompanyPart.Clean(place) ?? throw ServiceRefusals.PlaceMissing.At("Place");
        (ContractId, CompanyId, CompanyName, Trade) = (contractId, contract.CompanyId, contract.CompanyName, contract.Trade);
        (InspectionId, Grade, FoundUtc) = (inspectionId, grade, atUtc);
        return FindingLifecycle.Table.Begin(this, FindingVerbs.Find, by, atUtc);
    }

    /// <summary>Gives the contractor notice: the deadline runs.</summary>
    /// <exception cref="RefusedException">Not from here, or not for this person.</exception>
    public Step Notify(Actor by, DateTime atUtc, WorkingCalendar calendar)
    {
        var step = FindingLifecycle.Table.Take(this, FindingVerbs.Notify, by, atUtc);
        LookUtc = DueUtc = Deadline(Grade, atUtc, calendar);
        return step;
    }

    /// <summary>The contractor says what was done.</summary>
    /// <exception cref="RefusedException">Nothing is written, or it is not for this person.</exception>
    public Step Reply(Actor by, DateTime atUtc, string? text)
    {
        var said = CompanyPart.Clean(text) ?? throw ServiceRefusals.AnswerMissing.At("Text");
        var step = FindingLifecycle.Table.Take(this, FindingVerbs.Answer, by, atUtc);
        (Answer, LookUtc) = (said, null);
        return step with { Reason = said };
    }

    /// <summary>Looked at again, and not right: a new deadline of the same grade.</summary>
    /// <exception cref="RefusedException">No reason, not from here, or not for this person.</exception>
    public Step Repeat(Actor by, DateTime atUtc, WorkingCalendar calendar, string? reason)
    {
        var step = FindingLifecycle.Table.Take(this, FindingVerbs.Repeat, by, atUtc, reason);
        Repeats++;
        LookUtc = DueUtc = Deadline(Grade, atUtc, calendar);
        return step;
    }

    /// <summary>Takes a step of the table that needs nothing else.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason)
    {
        var step = FindingLifecycle.Table.Take(this, verb, by, atUtc, reason);
        LookUtc = null;
        return step;
    }

    internal override IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar)
    {
        if (State is not (FindingState.Notified or FindingState.Repeated) || DueUtc > nowUtc)
        {
            return [];
        }

        var step = FindingLifecycle.Table.Take(this, FindingVerbs.Overdue, Actor.Clock, nowUtc);
        (WasOverdue, LookUtc) = (true, null);
        return [step];
    }

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = Place,
        CompanyId = CompanyId,
        CompanyName = CompanyName,
        ContractId = ContractId,
        Trade = Trade.ToString(),
        State = State.ToString(),
        Detail = Grade.ToString(),
        AtUtc = FoundUtc,
        DueUtc = State is FindingState.Notified or FindingState.Repeated or FindingState.Overdue ? DueUtc : null,
        LookUtc = LookUtc,
        Search = SearchText.Fold(Number, Place, CompanyName),
    };
}

/// <summary>What can be done with a finding.</summary>
public static class FindingVerbs
{
    public static readonly Verb Find = new("find", "Write a finding down");
    public static readonly Verb Notify = new("notify-finding", "Give notice");
    public static readonly Verb Answer = new("answer-finding", "Say what was done");
    public static readonly Verb Close = new("close-finding", "Put right");
    public static readonly Verb Repeat = new("repeat-finding", "Not right");
    public static readonly Verb Overdue = new("finding-overdue", "The deadline has passed");
    public static readonly Verb Waive = new("waive-finding", "Waive");
}

/// <summary>How a finding lives (SUB-06, SUB-07).</summary>
public static class FindingLifecycle
{
    private static readonly Role<FindingPart> Inspector = Roles.With<FindingPart>("Inspector", ServicePermissions.Inspect);
    private static readonly Role<FindingPart> Manager = Roles.With<FindingPart>("Manager", ServicePermissions.Decide);
    private static readonly Role<FindingPart> Contractor = Roles.With<FindingPart>("Contractor", ServicePermissions.Serve, (finding, actor) => actor.Holds(finding.CompanyId));
    private static readonly Guard<FindingPart> TimeOver = new(ServiceRefusals.NotDue, (finding, atUtc) => finding.DueUtc <= atUtc);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<FindingPart, FindingState> Table = Lifecycle
        .Of<FindingPart, FindingState>(typeof(ServiceTexts), finding => finding.State, (finding, state) => finding.State = state)
        .Start(FindingState.Open, FindingVerbs.Find).By(Inspector)
        .From(FindingState.Open).To(FindingState.Notified, FindingVerbs.Notify).By(Inspector).Due("put right", finding => finding.DueUtc)
        .From(FindingState.Notified, FindingState.Repeated, FindingState.Overdue).To(FindingState.Answered, FindingVerbs.Answer).By(Contractor, Inspector)
        .From(FindingState.Answered).To(FindingState.Closed, FindingVerbs.Close).By(Inspector)
        .From(FindingState.Answered).To(FindingState.Repeated, FindingVerbs.Repeat).By(Inspector).AskingReason().Due("put right", finding => finding.DueUtc)
        .From(FindingState.Notified, FindingState.Repeated).To(FindingState.Overdue, FindingVerbs.Overdue).By(Roles.Clock<FindingPart>()).When(TimeOver).Due("put right", finding => finding.DueUtc)
        .From(FindingState.Open, FindingState.Notified, FindingState.Answered, FindingState.Repeated, FindingState.Overdue).To(FindingState.Waived, FindingVerbs.Waive).By(Manager).AskingReason();

    /// <summary>English name of a grade.</summary>
    public static string Name(FindingGrade grade) => grade switch
    {
        FindingGrade.Minor => "Minor",
        FindingGrade.Normal => "Normal",
        FindingGrade.Serious => "Serious",
        _ => "Critical",
    };

    /// <summary>English name of a state.</summary>
    public static string Name(FindingState state) => state switch
    {
        FindingState.Open => "Open",
        FindingState.Notified => "Notice given",
        FindingState.Answered => "Answered: look again",
        FindingState.Repeated => "Not right: again",
        FindingState.Overdue => "Overdue",
        FindingState.Closed => "Put right",
        _ => "Waived",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(FindingState state) => state switch
    {
        FindingState.Open => "new",
        FindingState.Notified => "wait",
        FindingState.Answered => "prop",
        FindingState.Repeated => "run",
        FindingState.Overdue => "stop",
        _ => "done",
    };
}
