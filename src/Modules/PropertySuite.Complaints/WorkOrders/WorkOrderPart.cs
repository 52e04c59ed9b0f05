using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Complaints;

/// <summary>Where a work order stands. Stored by name; changed by <see cref="WorkOrderLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkOrderState>))]
public enum WorkOrderState
{
    /// <summary>It is in the engineers' queue.</summary>
    Sent,

    /// <summary>Somebody has taken it on.</summary>
    Accepted,

    /// <summary>Somebody is at work.</summary>
    InProgress,

    /// <summary>The work stands still; the clock too.</summary>
    Paused,

    /// <summary>Done, and not signed yet.</summary>
    Done,

    /// <summary>Signed and reported back.</summary>
    Signed,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>What is to be done.</summary>
/// <param name="WorkType">English name of the kind of work.</param>
/// <param name="Subject">In a line.</param>
/// <param name="Details">In full; null when the line says it.</param>
/// <param name="IsMandatory">Whether the case cannot be resolved before.</param>
/// <param name="NeedsSignature">Whether the resident signs: work in a unit.</param>
public sealed record WorkPlan(string WorkType, string Subject, string? Details, bool IsMandatory, bool NeedsSignature);

/// <summary>What was done.</summary>
/// <param name="Text">In words.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Materials">What was used; null for nothing.</param>
public sealed record WorkReport(string Text, int Minutes, string? Materials);

/// <summary>How somebody has signed. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignedBy>))]
public enum SignedBy
{
    /// <summary>On the resident's own page.</summary>
    Page,

    /// <summary>On the printed slip.</summary>
    Slip,

    /// <summary>Nobody: a supervisor has looked at it.</summary>
    Supervisor,
}

/// <summary>Who signed.</summary>
public sealed record WorkSignature(string Name, SignedBy How, DateTime AtUtc);

/// <summary>A work order: a child record of a case (WO).</summary>
public sealed class WorkOrderPart : ContentPart, IQueued
{
    /// <summary>Kinds of work, English names; translated.</summary>
    public static readonly IReadOnlyList<string> WorkTypes =
        ["Plumbing", "Electricity", "Locks", "Doors and windows", "Painting", "Tiling", "Lift work", "Intercom", "Air conditioning", "Drains", "Roof", "Lighting", "Garage door", "Playground", "Irrigation"];

    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public WorkOrderState State { get; internal set; }

    /// <summary>Content item id of the case.</summary>
    [JsonInclude] public string ComplaintId { get; private set; } = "";

    /// <summary>Number of the case.</summary>
    [JsonInclude] public string ComplaintNumber { get; private set; } = "";

    /// <summary>Where.</summary>
    [JsonInclude] public ComplaintPlace Place { get; private set; } = new(null, null, null, null);

    /// <summary>What is to be done.</summary>
    [JsonInclude] public WorkPlan Plan { get; private set; } = new("", "", null, true, false);

    /// <summary>Who raised the case: whose signature it is. Null for nobody.</summary>
    [JsonInclude] public string? PersonId { get; private set; }

    /// <summary>Role whose queue it is in.</summary>
    [JsonInclude] public string Team { get; private set; } = "Engineer";

    /// <summary>User id of who works on it; null when nobody does.</summary>
    [JsonInclude] public string? AssigneeId { get; private set; }

    /// <summary>Name of who works on it.</summary>
    [JsonInclude] public string? AssigneeName { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    [JsonInclude] public DateTime SentAtUtc { get; private set; }

    /// <summary>Until it is done.</summary>
    [JsonInclude] public Countdown? Due { get; private set; }

    /// <summary>When work began, UTC; null until then.</summary>
    [JsonInclude] public DateTime? StartedAtUtc { get; private set; }

    /// <summary>What was done; null until then.</summary>
    [JsonInclude] public WorkReport? Report { get; private set; }

    /// <summary>Who signed; null until then.</summary>
    [JsonInclude] public WorkSignature? Signature { get; private set; }

    /// <summary>Whether anything is to be done.</summary>
    [JsonIgnore] public bool IsOpen => State is not (WorkOrderState.Signed or WorkOrderState.Cancelled);

    /// <inheritdoc/>
    [JsonIgnore] public QueueEntry? Queued => !IsOpen ? null : new QueueEntry(Number, Plan.Subject, State.ToString(), State == WorkOrderState.Done ? null : Due?.OpenDueUtc)
    {
        AssigneeId = AssigneeId,
        AssigneeName = AssigneeName,
        Team = Team,
        UnitId = Place.UnitId,
        UnitCode = Place.UnitCode,
    };

    /// <summary>Whether it is this resident's to sign.</summary>
    public bool IsOf(Actor actor) => PersonId is not null && actor.Holds(PersonId) && (Place.UnitId is null || actor.Holds(Place.UnitId));

    /// <summary>Sends it to the engineers.</summary>
    /// <exception cref="RefusedException">Something is missing.</exception>
    public Step Send(Actor by, DateTime atUtc, string number, ComplaintPart complaint, WorkPlan plan, Countdown due)
    {
        if (string.IsNullOrWhiteSpace(plan.Subject)) throw WorkOrderRefusals.SubjectMissing.At("Subject");
        if (!WorkTypes.Contains(plan.WorkType)) throw WorkOrderRefusals.TypeMissing.At("WorkType");

        var step = WorkOrderLifecycle.Table.Begin(this, WorkOrderVerbs.Send, by, atUtc);
        (Number, ComplaintId, ComplaintNumber, Place) = (number, complaint.ContentItem.ContentItemId, complaint.Number, complaint.Place);
        (Plan, PersonId, SentAtUtc, Due) = (plan with { Subject = plan.Subject.Trim() }, complaint.By.PersonId, atUtc, due);
        return step;
    }

    /// <summary>Takes a step that needs no more than a reason.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason, WorkingCalendar calendar)
    {
        var step = WorkOrderLifecycle.Table.Take(this, verb, by, atUtc, reason);
        if (verb == WorkOrderVerbs.Accept) (AssigneeId, AssigneeName) = (by.Id, by.Name);
        if (verb == WorkOrderVerbs.GiveBack) (AssigneeId, AssigneeName) = (null, null);
        if (verb == WorkOrderVerbs.Begin) StartedAtUtc ??= atUtc;
        if (verb == WorkOrderVerbs.Pause) Due = Due?.PauseAt(atUtc, step.Reason!, calendar);
        if (verb == WorkOrderVerbs.GoOn) Due = Due?.ResumeAt(atUtc, calendar);
        if (verb == WorkOrderVerbs.Refuse) (Due, Report) = (Due is { } due ? Countdown.Start(due.Target, atUtc, calendar) : null, null);
        if (verb == WorkOrderVerbs.Cancel) Due = Due?.StopAt(atUtc);
        return step;
    }

    /// <summary>Says what was done.</summary>
    /// <exception cref="RefusedException">The words or the minutes are missing.</exception>
    public Step Finish(Actor by, DateTime atUtc, WorkReport report)
    {
        if (string.IsNullOrWhiteSpace(report.Text)) throw WorkOrderRefusals.ReportMissing.At("Text");
        if (report.Minutes is < 1 or > 10_000) throw WorkOrderRefusals.MinutesMissing.At("Minutes");

        var step = WorkOrderLifecycle.Table.Take(this, WorkOrderVerbs.Finish, by, atUtc);
        (Report, Due) = (report with { Text = report.Text.Trim() }, Due?.StopAt(atUtc));
        return step;
    }

    /// <summary>It is signed, and with it reported back.</summary>
    /// <exception cref="RefusedException">No name, or no reason for a supervisor to sign instead.</exception>
    public Step Sign(Actor by, DateTime atUtc, string? name, SignedBy how, string? reason = null)
    {
        if (string.IsNullOrWhiteSpace(name)) throw WorkOrderRefusals.NameMissing.At("Name");

        var verb = how switch { SignedBy.Page => WorkOrderVerbs.SignOnPage, SignedBy.Slip => WorkOrderVerbs.SignOnSlip, _ => WorkOrderVerbs.Inspect };
        var step = WorkOrderLifecycle.Table.Take(this, verb, by, atUtc, reason);
        Signature = new(name.Trim(), how, atUtc);
        return step;
    }
}
