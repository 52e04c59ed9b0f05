using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Complaints;

/// <summary>
/// A case of the service desk, from the intake until it is over. Verbs change it, nothing else does; each returns the step that
/// history keeps. Who, when and by which rules are handed in.
/// </summary>
public sealed partial class ComplaintPart : ContentPart, IQueued
{
    /// <summary>Attempts at a return visit after which it is given up.</summary>
    public const int MostVisitAttempts = 3;

    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public ComplaintState State { get; internal set; }

    /// <summary>What it is.</summary>
    [JsonInclude] public ComplaintKind Kind { get; private set; }

    /// <summary>How it came.</summary>
    [JsonInclude] public ComplaintChannel Channel { get; private set; }

    /// <summary>Id of the category.</summary>
    [JsonInclude] public string Category { get; private set; } = "";

    /// <summary>What it is about, in a line.</summary>
    [JsonInclude] public string Subject { get; private set; } = "";

    /// <summary>What was said.</summary>
    [JsonInclude] public string Text { get; private set; } = "";

    /// <summary>Who raised it.</summary>
    [JsonInclude] public Complainant By { get; private set; } = Complainant.Anonymous;

    /// <summary>Where it is.</summary>
    [JsonInclude] public ComplaintPlace Place { get; private set; } = new(null, null, null, null);

    /// <summary>When it came, UTC.</summary>
    [JsonInclude] public DateTime ReceivedAtUtc { get; private set; }

    /// <summary>Level from 1 to 4; 0 until it is accepted.</summary>
    [JsonInclude] public int Level { get; private set; }

    /// <summary>Role whose queue it is in.</summary>
    [JsonInclude] public string? Team { get; private set; }

    /// <summary>User id of who works on it; null when nobody does.</summary>
    [JsonInclude] public string? AssigneeId { get; private set; }

    /// <summary>Name of who works on it.</summary>
    [JsonInclude] public string? AssigneeName { get; private set; }

    /// <summary>User ids of everybody who worked on it: none of them makes the return visit.</summary>
    [JsonInclude] public IReadOnlyList<string> HandlerIds { get; private set; } = [];

    /// <summary>Until somebody of the staff has looked at it.</summary>
    [JsonInclude] public Countdown? Acknowledge { get; private set; }

    /// <summary>Until the first contact.</summary>
    [JsonInclude] public Countdown? Contact { get; private set; }

    /// <summary>Until the solution.</summary>
    [JsonInclude] public Countdown? Solve { get; private set; }

    /// <summary>How often it was paused, over all its deadlines.</summary>
    [JsonInclude] public int Pauses { get; private set; }

    /// <summary>How far it was escalated, 0 to 4.</summary>
    [JsonInclude] public int Escalation { get; private set; }

    /// <summary>Alarms of the present deadline that have been given, 0 to 4.</summary>
    [JsonInclude] public int Alarms { get; private set; }

    /// <summary>Whether it was said that nobody acknowledged it in time.</summary>
    [JsonInclude] public bool AcknowledgeWarned { get; private set; }

    /// <summary>What was answered at once; null when it was not.</summary>
    [JsonInclude] public string? Answered { get; private set; }

    /// <summary>The last proposal; null until then.</summary>
    [JsonInclude] public Proposal? Proposal { get; private set; }

    /// <summary>Hash of the secret in the link of the last proposal; null while nobody is asked.</summary>
    [JsonInclude] public string? LinkHash { get; private set; }

    /// <summary>When silence counts as agreement, UTC.</summary>
    [JsonInclude] public DateTime? SilenceUtc { get; private set; }

    /// <summary>When it was resolved, UTC.</summary>
    [JsonInclude] public DateTime? ResolvedAtUtc { get; private set; }

    /// <summary>When it ended, UTC; null while it is open.</summary>
    [JsonInclude] public DateTime? EndedAtUtc { get; private set; }

    /// <summary>Until when it may be reopened, UTC; null while it is open.</summary>
    [JsonInclude] public DateTime? MayReopenUntilUtc { get; private set; }

    /// <summary>How often it was reopened (CMP-19).</summary>
    [JsonInclude] public int Reopenings { get; private set; }

    /// <summary>Whether a return visit is to be made, once it is resolved.</summary>
    [JsonInclude] public bool IsVisitAsked { get; private set; }

    /// <summary>When the return visit is due, UTC; null when none is.</summary>
    [JsonInclude] public DateTime? VisitDueUtc { get; private set; }

    /// <summary>Times at which nobody was there.</summary>
    [JsonInclude] public int VisitAttempts { get; private set; }

    /// <summary>What was said at the return visit; null until then.</summary>
    [JsonInclude] public ReturnVisit? Visit { get; private set; }

    /// <summary>Satisfaction from 1 to 5; null when nobody said (CMP-17).</summary>
    [JsonInclude] public int? Satisfaction { get; private set; }

    /// <summary>Why it ended without a solution; null when it did not.</summary>
    [JsonInclude] public string? EndReason { get; private set; }

    /// <summary>The case it was joined with; null for none.</summary>
    [JsonInclude] public string? MasterId { get; private set; }

    /// <summary>Number of the case it was joined with; null for none.</summary>
    [JsonInclude] public string? MasterNumber { get; private set; }

    /// <summary>Numbers of mandatory work orders that are open: kept here, so that the record's own version decides every race.</summary>
    [JsonInclude] public IReadOnlyList<string> OpenOrders { get; private set; } = [];

    /// <summary>The talk, oldest first.</summary>
    [JsonInclude] public IReadOnlyList<ComplaintComment> Comments { get; private set; } = [];

    /// <summary>When it goes on by itself, UTC; null when it does not.</summary>
    [JsonIgnore] public DateTime? WakeUtc => ComplaintStates.Waiting.Contains(State) ? Solve?.Pause?.UntilUtc : null;

    /// <summary>Whether the return visit was made, given up or never asked for.</summary>
    [JsonIgnore] public bool VisitIsOver => !IsVisitAsked || Visit is not null || VisitAttempts >= MostVisitAttempts;

    /// <summary>Whether anything is to be done.</summary>
    [JsonIgnore] public bool IsOpen => ComplaintStates.Open.Contains(State);

    /// <summary>When the next alarm of the present deadline is due, UTC; null when none is.</summary>
    [JsonIgnore] public DateTime? AlarmUtc => Solve is { IsRunning: true } solve && ComplaintStates.Unsolved.Contains(State)
        ? Alarms switch
        {
            0 => solve.WarnUtc,
            1 => solve.DueUtc,
            2 => solve.DueUtc.AddHours(24),
            3 => solve.DueUtc.AddHours(72),
            _ => null,
        }
        : null;

    /// <summary>When the clock has to look at it next, UTC; null when it has not.</summary>
    [JsonIgnore] public DateTime? ClockUtc
    {
        get
        {
            DateTime?[] moments =
            [
                AlarmUtc,
                WakeUtc,
                State == ComplaintState.Proposed ? SilenceUtc : null,
                State == ComplaintState.Received && !AcknowledgeWarned ? Acknowledge?.OpenDueUtc : null,
                State == ComplaintState.Resolved && VisitIsOver ? ResolvedAtUtc : null,
            ];
            return moments.Min();
        }
    }

    /// <summary>What people have to do next by, UTC; null when nothing is due.</summary>
    [JsonIgnore] public DateTime? DeadlineUtc => State switch
    {
        ComplaintState.Received => Acknowledge?.OpenDueUtc,
        ComplaintState.Assigned when Contact is { IsRunning: true } contact && contact.DueUtc < (Solve?.DueUtc ?? DateTime.MaxValue) => contact.DueUtc,
        ComplaintState.Resolved => VisitDueUtc,
        ComplaintState.Proposed => SilenceUtc,
        _ when IsOpen => Solve?.OpenDueUtc,
        _ => null,
    };

    /// <inheritdoc/>
    [JsonIgnore] public QueueEntry? Queued => !IsOpen ? null : new QueueEntry(Number, Subject, State.ToString(), DeadlineUtc)
    {
        AssigneeId = State == ComplaintState.Resolved ? null : AssigneeId,
        AssigneeName = State == ComplaintState.Resolved ? null : AssigneeName,
        Team = State is ComplaintState.Resolved or ComplaintState.Received ? "Desk" : Team,
        UnitId = Place.UnitId,
        UnitCode = Place.UnitCode,
    };

    /// <summary>Whether a resident may see it: raised by this person, for a unit that is this person's today.</summary>
    public bool IsOf(Actor actor) => By.PersonId is { } person && actor.Holds(person) && (Place.UnitId is null || actor.Holds(Place.UnitId));

    internal void Take(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}
