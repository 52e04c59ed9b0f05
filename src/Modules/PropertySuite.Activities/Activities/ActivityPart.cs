using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Activities;

/// <summary>
/// An activity of the community, from the idea to its summary. Verbs change it, nothing else does; each returns the step that history
/// keeps. Who and when are handed in.
/// </summary>
public sealed partial class ActivityPart : ContentPart, IQueued
{
    /// <summary>Days after the end within which the summary is written.</summary>
    public const int SummaryDays = 7;

    /// <summary>Number of the record, such as <c>JDA-ACT-2026-00012</c>; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Last part of its public address, such as <c>concierto-de-navidad-12</c>; given once.</summary>
    [JsonInclude] public string Slug { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public ActivityState State { get; internal set; }

    /// <summary>The notice by language.</summary>
    [JsonInclude] public IReadOnlyDictionary<string, ActivityText> Texts { get; private set; } = new Dictionary<string, ActivityText>();

    /// <summary>Where; null while it is an idea.</summary>
    [JsonInclude] public string? Place { get; private set; }

    /// <summary>When; null while it is an idea.</summary>
    [JsonInclude] public ActivityTime? Time { get; private set; }

    /// <summary>How residents register.</summary>
    [JsonInclude] public RegistrationRules Registration { get; private set; } = RegistrationRules.None;

    /// <summary>What it costs, in the community's currency.</summary>
    [JsonInclude] public decimal Cost { get; private set; }

    /// <summary>The cost that the manager has agreed to; null for none.</summary>
    [JsonInclude] public decimal? ApprovedCost { get; private set; }

    /// <summary>Shifts for volunteers.</summary>
    [JsonInclude] public IReadOnlyList<Shift> Shifts { get; private set; } = [];

    /// <summary>What the settings said when it was last written.</summary>
    [JsonInclude] public ActivityRules Rules { get; private set; } = ActivityRules.Usual;

    /// <summary>When the clock publishes it, UTC; null when nobody has said.</summary>
    [JsonInclude] public DateTime? PublishAtUtc { get; private set; }

    /// <summary>When it was first published, UTC; null until then.</summary>
    [JsonInclude] public DateTime? PublishedAtUtc { get; private set; }

    /// <summary>The last news for those who registered; null for none.</summary>
    [JsonInclude] public ActivityNews? News { get; private set; }

    /// <summary>Whether somebody has still to be told the news.</summary>
    [JsonInclude] public bool IsTelling { get; private set; }

    /// <summary>Beginning for which those who registered have been reminded, UTC; null for none.</summary>
    [JsonInclude] public DateTime? RemindedForUtc { get; private set; }

    /// <summary>Places taken, and kept for somebody.</summary>
    [JsonInclude] public int Taken { get; private set; }

    /// <summary>Persons on the waiting list.</summary>
    [JsonInclude] public int Waiting { get; private set; }

    /// <summary>Persons who came, those without a registration included.</summary>
    [JsonInclude] public int Came { get; private set; }

    /// <summary>Persons who came without a registration.</summary>
    [JsonInclude] public int WalkIns { get; private set; }

    /// <summary>What is to be seen on each of its pictures, by the id of the file (ACT-16).</summary>
    [JsonInclude] public IReadOnlyDictionary<string, string> Pictures { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether the public reads of it: it was published once.</summary>
    [JsonIgnore] public bool IsPublic => PublishedAtUtc is not null && !ActivityStates.Unpublished.Contains(State);

    /// <summary>Whether the cost is below the limit or agreed to.</summary>
    [JsonIgnore] public bool IsCostAgreed => Cost <= Rules.ApprovalAbove || Cost <= ApprovedCost;

    /// <summary>From when on residents register, UTC; null until it is published.</summary>
    [JsonIgnore] public DateTime? OpensUtc => PublishedAtUtc is { } published ? Registration.OpensUtc is { } opens && opens > published ? opens : published : Registration.OpensUtc;

    /// <summary>Until when residents register, UTC.</summary>
    [JsonIgnore] public DateTime ClosesUtc => Registration.ClosesUtc ?? Time?.StartUtc ?? DateTime.MaxValue;

    /// <summary>When those who registered are reminded, UTC; null when they have been, or never are.</summary>
    [JsonIgnore] public DateTime? RemindAtUtc =>
        Rules.RemindHours > 0 && Registration.Needed && Time is { } time && RemindedForUtc != time.StartUtc && ActivityStates.Ahead.Contains(State) ? time.StartUtc.AddHours(-Rules.RemindHours) : null;

    /// <summary>Places that are free; null where there is no limit.</summary>
    [JsonIgnore] public int? FreePlaces => Registration.Capacity is { } capacity ? Math.Max(0, capacity - Taken) : null;

    /// <summary>When the clock acts next, UTC; null when nothing is due.</summary>
    [JsonIgnore] public DateTime? DueAtUtc
    {
        get
        {
            DateTime?[] acts = State switch
            {
                ActivityState.Scheduled => [PublishAtUtc],
                ActivityState.Published => [Registration.Needed && OpensUtc < ClosesUtc ? OpensUtc : null, Time?.EndUtc, RemindAtUtc],
                ActivityState.Open or ActivityState.Full => [ClosesUtc, RemindAtUtc],
                ActivityState.Closed => [Time?.EndUtc, RemindAtUtc],
                _ => [],
            };
            return IsTelling ? News!.AtUtc : acts.Min();
        }
    }

    /// <summary>What waits for somebody: a proposal for the manager, a summary for the editor.</summary>
    [JsonIgnore]
    public QueueEntry? Queued => State switch
    {
        ActivityState.Proposed => Entry("Manager", Time?.StartUtc),
        ActivityState.Held => Entry("Editor", Time?.EndUtc.AddDays(SummaryDays)),
        _ => null,
    };

    /// <summary>Begins a notice.</summary>
    /// <exception cref="RefusedException">Not an editor, or the facts make no sense.</exception>
    public Step Write(Actor editor, DateTime atUtc, ActivityPlan plan, string first)
    {
        plan.Check(first);
        var step = ActivityLifecycle.Table.Begin(this, ActivityVerbs.Write, editor, atUtc);
        Take(plan);
        return step;
    }

    /// <summary>Changes the notice.</summary>
    /// <exception cref="RefusedException">It is over, people know its time, or the facts make no sense.</exception>
    public Step Revise(Actor editor, DateTime atUtc, ActivityPlan plan, string first)
    {
        if (!editor.May(ActivityPermissions.Edit)) throw LifecycleRefusals.NotYours.With();
        if (!ActivityStates.Written.Contains(State)) throw ActivityRefusals.Written.With();
        plan.Check(first);
        if (IsPublic)
        {
            if (plan.Time != Time) throw ActivityRefusals.TimeKnown.At("Day");
            if (plan.Place is null) throw ActivityRefusals.PlaceMissing.At("Place");
        }

        if (plan.Registration.Needed && plan.Registration.Capacity < Taken) throw ActivityRefusals.CapacityBelowTaken.At("Capacity", Taken);
        Take(plan);
        return ActivityLifecycle.Table.Note(this, ActivityVerbs.Revise, editor, atUtc);
    }

    /// <summary>Asks the manager to agree to the cost (ACT-04).</summary>
    /// <exception cref="RefusedException">Not possible from here, or something is missing.</exception>
    public Step Propose(Actor editor, DateTime atUtc) => ActivityLifecycle.Table.Take(this, ActivityVerbs.Propose, editor, atUtc);

    /// <summary>Agrees to the cost.</summary>
    /// <exception cref="RefusedException">Not the manager, or nothing was proposed.</exception>
    public Step Approve(Actor manager, DateTime atUtc)
    {
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Approve, manager, atUtc);
        ApprovedCost = Cost;
        return step;
    }

    /// <summary>Gives the proposal back.</summary>
    /// <exception cref="RefusedException">Not the manager, nothing was proposed, or the reason is missing.</exception>
    public Step Return(Actor manager, DateTime atUtc, string? why) => ActivityLifecycle.Table.Take(this, ActivityVerbs.Return, manager, atUtc, why);

    /// <summary>Says when the clock publishes it.</summary>
    /// <exception cref="RefusedException">Something is missing, or the moment makes no sense.</exception>
    public Step Schedule(Actor editor, DateTime atUtc, DateTime publishAtUtc)
    {
        if (publishAtUtc <= atUtc) throw ActivityRefusals.PublishPast.At("PublishOn");
        if (publishAtUtc >= Time?.StartUtc) throw ActivityRefusals.PublishAfterStart.At("PublishOn");
        PublishAtUtc = publishAtUtc;
        return ActivityLifecycle.Table.Take(this, ActivityVerbs.Schedule, editor, atUtc);
    }

    /// <summary>Takes the date of publication back.</summary>
    /// <exception cref="RefusedException">It is not scheduled.</exception>
    public Step Withdraw(Actor editor, DateTime atUtc)
    {
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Withdraw, editor, atUtc);
        PublishAtUtc = null;
        return step;
    }

    /// <summary>Publishes it.</summary>
    /// <exception cref="RefusedException">Something is missing, or the cost is not agreed to.</exception>
    public Step Publish(Actor by, DateTime atUtc)
    {
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Publish, by, atUtc);
        PublishedAtUtc ??= atUtc;
        return step;
    }

    /// <summary>Opens, closes or holds it by hand.</summary>
    /// <exception cref="RefusedException">Not possible from here.</exception>
    public Step Turn(Verb verb, Actor by, DateTime atUtc) => ActivityLifecycle.Table.Take(this, verb, by, atUtc);

    /// <summary>It does not take place at its time; those who registered keep their places and are told.</summary>
    /// <exception cref="RefusedException">Not possible from here, or the reason is missing.</exception>
    public Step Postpone(Actor editor, DateTime atUtc, string? why)
    {
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Postpone, editor, atUtc, why);
        Tell(NewsKind.Postponed, atUtc, step.Reason);
        return step;
    }

    /// <summary>It gets a new time; those who registered keep their places and are told.</summary>
    /// <param name="editor">Who sets it.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="time">The new time.</param>
    /// <param name="closesUtc">The new end of registration, UTC; null: when it begins.</param>
    /// <exception cref="RefusedException">Not possible from here, or the time makes no sense.</exception>
    public Step Move(Actor editor, DateTime atUtc, ActivityTime time, DateTime? closesUtc)
    {
        if (time.EndUtc <= time.StartUtc) throw ActivityRefusals.TimeReversed.At("Until");
        if (time.EndUtc - time.StartUtc > ActivityTime.Longest) throw ActivityRefusals.TimeTooLong.At("Until");
        if (time.StartUtc <= atUtc) throw ActivityRefusals.TimeOver.At("Day");
        if (closesUtc > time.StartUtc) throw ActivityRefusals.DeadlineAfterStart.At("ClosesOn");
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Move, editor, atUtc);
        var moved = Time is { } before ? time.StartUtc - before.StartUtc : TimeSpan.Zero;
        Time = time;
        Registration = Registration with { ClosesUtc = closesUtc, OpensUtc = Registration.OpensUtc >= time.StartUtc ? null : Registration.OpensUtc };
        Shifts = [.. Shifts.Select(shift => shift with { FromUtc = shift.FromUtc + moved, UntilUtc = shift.UntilUtc + moved })];
        Tell(NewsKind.Moved, atUtc, null);
        return step;
    }

    /// <summary>It does not take place; whoever registered is told.</summary>
    /// <exception cref="RefusedException">It is over, or the reason is missing.</exception>
    public Step Cancel(Actor by, DateTime atUtc, string? why)
    {
        var step = ActivityLifecycle.Table.Take(this, ActivityVerbs.Cancel, by, atUtc, why);
        if (PublishedAtUtc is not null)
        {
            Tell(NewsKind.Cancelled, atUtc, step.Reason);
        }

        return step;
    }

    /// <summary>Writes what it was like, by language (ACT-17).</summary>
    /// <exception cref="RefusedException">It is not over.</exception>
    public void Summarise(Actor editor, IReadOnlyDictionary<string, string> summaries)
    {
        if (!editor.May(ActivityPermissions.Edit)) throw LifecycleRefusals.NotYours.With();
        if (State is not (ActivityState.Held or ActivityState.Summarised)) throw ActivityRefusals.SummaryTooEarly.With();
        var texts = new Dictionary<string, ActivityText>(Texts);
        foreach (var (language, summary) in summaries)
        {
            if (summary.Length > ActivityText.LongestBody) throw ActivityRefusals.TooLong.At($"Summaries[{language}]", ActivityText.LongestBody);
            if (!texts.TryGetValue(language, out var text) && summary.Length > 0) text = Texts.First().Value with { Lead = null, Body = null };
            if (text is not null) texts[language] = text with { Summary = summary.Length == 0 ? null : summary };
        }

        if (texts.Values.All(text => text.Summary is null)) throw ActivityRefusals.SummaryMissing.At("Summaries");
        Texts = texts;
    }

    /// <summary>Counts those who came without a registration (ACT-12).</summary>
    /// <exception cref="RefusedException">No number, or too early.</exception>
    public void CountWalkIns(Actor by, DateTime atUtc, int persons)
    {
        if (!by.May(ActivityPermissions.Attend)) throw LifecycleRefusals.NotYours.With();
        if (!IsDoorOpen(atUtc)) throw ActivityRefusals.DoorClosed.With();
        if (persons is < 0 or > ActivityPlan.MostPlaces) throw ActivityRefusals.NumberMalformed.At("WalkIns");
        Came += persons - WalkIns;
        WalkIns = persons;
    }

    /// <summary>Says what is to be seen on a picture.</summary>
    /// <exception cref="RefusedException">Nothing is said, or pictures of people without their consent.</exception>
    public void Show(Actor editor, string attachmentId, string? seen)
    {
        CheckPicture(editor, seen, album: false, consent: true);
        Pictures = new Dictionary<string, string>(Pictures) { [attachmentId] = seen!.Trim() };
    }

    /// <summary>Refuses a picture before it is taken in.</summary>
    /// <param name="editor">Who adds it.</param>
    /// <param name="seen">What is to be seen on it.</param>
    /// <param name="album">Whether it was taken at the activity.</param>
    /// <param name="consent">Whether whoever can be recognised has agreed.</param>
    /// <exception cref="RefusedException">Nothing is said, or pictures of people without their consent.</exception>
    public static void CheckPicture(Actor editor, string? seen, bool album, bool consent)
    {
        if (!editor.May(ActivityPermissions.Edit)) throw LifecycleRefusals.NotYours.With();
        if (string.IsNullOrWhiteSpace(seen)) throw ActivityRefusals.PictureUnsaid.At("Seen");
        if (seen.Trim().Length > 200) throw ActivityRefusals.TooLong.At("Seen", 200);
        if (album && !consent) throw ActivityRefusals.ConsentMissing.At("Consent");
    }

    /// <summary>Whether who comes can be noted: from two hours before the beginning until the summary is out.</summary>
    public bool IsDoorOpen(DateTime atUtc) => Time is { } time && time.StartUtc.AddHours(-2) <= atUtc && (ActivityStates.Ahead.Contains(State) || State == ActivityState.Held);

    /// <summary>The shift with this id; null when there is none.</summary>
    public Shift? ShiftOf(string? shiftId) => Shifts.FirstOrDefault(shift => shift.Id == shiftId);

    private void Take(ActivityPlan plan)
    {
        // A summary is kept when the notice changes.
        Texts = plan.Texts.ToDictionary(pair => pair.Key, pair => pair.Value with { Summary = Texts.GetValueOrDefault(pair.Key)?.Summary });
        Place = plan.Place;
        Time = plan.Time;
        Registration = plan.Registration;
        Cost = plan.Cost;
        Shifts = plan.Shifts;
        Rules = plan.Rules;
    }

    private QueueEntry Entry(string team, DateTime? dueAtUtc) => new(Number, Texts.Count == 0 ? "" : Texts.First().Value.Title, State.ToString(), dueAtUtc) { Team = team };

    private void Tell(NewsKind kind, DateTime atUtc, string? reason)
    {
        News = new ActivityNews((News?.Revision ?? 0) + 1, kind, atUtc, reason);
        IsTelling = true;
    }
}
