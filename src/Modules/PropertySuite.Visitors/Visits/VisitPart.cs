using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Visitors;

/// <summary>
/// A visit, from the announcement or the desk until the visitor has left. Verbs change it, nothing else does; each
/// returns the step that history keeps. Who and when are handed in.
/// </summary>
public sealed partial class VisitPart : ContentPart, IQueued
{
    /// <summary>Minutes before and after the window in which the gate still opens, unless the community says otherwise.</summary>
    public const int UsualToleranceMinutes = 30;

    /// <summary>Number of the record, such as <c>ALB-VIS-2026-00042</c>; given once.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands, as stored; ask <see cref="StateAt"/>, since time alone can end a visit.</summary>
    [JsonInclude] public VisitState State { get; internal set; }

    /// <summary>What for.</summary>
    [JsonInclude] public VisitKind Kind { get; private set; }

    /// <summary>Who comes.</summary>
    [JsonInclude] public VisitGuest Guest { get; private set; } = new("", null, 1, null);

    /// <summary>To whom.</summary>
    [JsonInclude] public VisitHost Host { get; private set; } = new("", "", null, null);

    /// <summary>When.</summary>
    [JsonInclude] public VisitWindow Window { get; private set; } = new(default, default);

    /// <summary>Minutes of tolerance before and after the window.</summary>
    [JsonInclude] public int ToleranceMinutes { get; private set; }

    /// <summary>Why, in the visitor's or the host's words; null when nothing was said.</summary>
    [JsonInclude] public string? Reason { get; private set; }

    /// <summary>Whether the desk saw an identity document; nothing of it is copied.</summary>
    [JsonInclude] public bool IdentitySeen { get; private set; }

    /// <summary>What opens the gate; null for walk-ins, who stand there in person.</summary>
    [JsonInclude] public VisitPass? Pass { get; private set; }

    /// <summary>Calls made to the host.</summary>
    [JsonInclude] public int Calls { get; private set; }

    /// <summary>When the host was last called, UTC; null when nobody was.</summary>
    [JsonInclude] public DateTime? CalledAtUtc { get; private set; }

    /// <summary>The host's last answer; null until then.</summary>
    [JsonInclude] public HostAnswer? Answer { get; private set; }

    /// <summary>Who let the visitor in; null until then.</summary>
    [JsonInclude] public Admission? Admission { get; private set; }

    /// <summary>The badge that was handed out; null when none was.</summary>
    [JsonInclude] public GivenBadge? Badge { get; private set; }

    /// <summary>Who saw the visitor out; null until then.</summary>
    [JsonInclude] public Departure? Departure { get; private set; }

    /// <summary>Until when the host's answer to the call is awaited, UTC; null when nobody was called.</summary>
    [JsonIgnore] public DateTime? AnswerDueAtUtc => CalledAtUtc?.AddMinutes(Rules.AnswerMinutes);

    /// <summary>Whether the host can be called once more.</summary>
    [JsonIgnore] public bool CallLeft => Calls < Rules.Attempts;

    /// <summary>Whether it has been forgotten who came (<see cref="Forget"/>).</summary>
    [JsonIgnore] public bool IsForgotten => Number.Length > 0 && Guest.Name.Length == 0;

    /// <summary>Whether the visitor is inside, in whatever state the visit is.</summary>
    [JsonIgnore] public bool IsOnSite => Admission is not null && Departure is null;

    /// <summary>First moment at which the gate opens; UTC, inclusive.</summary>
    [JsonIgnore] public DateTime AdmittedFromUtc => Window.FromUtc.AddMinutes(-ToleranceMinutes);

    /// <summary>Moment at which it opens no more; UTC, exclusive.</summary>
    [JsonIgnore] public DateTime AdmittedUntilUtc => Window.UntilUtc.AddMinutes(ToleranceMinutes);

    /// <summary>What waits for somebody's decision: the approval, due when the visitor may come (VIS-04). It is in no role's queue: whoever may approve sees it.</summary>
    [JsonIgnore] public QueueEntry? Queued => State != VisitState.NeedsApproval ? null : new(Number, Guest.Name, State.ToString(), Window.FromUtc)
    {
        UnitId = Host.UnitId,
        UnitCode = Host.UnitCode,
    };

    /// <summary>The state at a moment: a visit that nobody used expires by itself.</summary>
    public VisitState StateAt(DateTime atUtc) => VisitStates.Open.Contains(State) && atUtc >= AdmittedUntilUtc ? VisitState.Expired : State;

    /// <summary>The host announces a visitor (VIS-01).</summary>
    /// <exception cref="RefusedException">Not the host's unit, or the facts make no sense.</exception>
    public Step Invite(Actor host, DateTime atUtc, VisitPlan plan, VisitPass pass)
    {
        if (!host.Holds(plan.Host.UnitId))
        {
            throw VisitRefusals.UnitNotYours.At("UnitId");
        }

        // Who comes is not told why: the office knows, and the host asks there.
        if (plan.IsStopped)
        {
            throw VisitRefusals.AskTheOffice.At("Name");
        }

        plan.Check(atUtc);
        Plan(plan);
        Pass = pass;
        return VisitLifecycle.Table.Begin(this, VisitVerbs.Invite, host, atUtc);
    }

    /// <summary>Somebody comes by a recurring pass (VIS-09): the visit of this day.</summary>
    /// <exception cref="RefusedException">Not at the gate, or the facts make no sense.</exception>
    public Step Arrive(Actor guard, DateTime atUtc, VisitPlan plan)
    {
        plan.Check(atUtc);
        Plan(plan);
        return VisitLifecycle.Table.Begin(this, VisitVerbs.Arrive, guard, atUtc);
    }

    /// <summary>The desk registers somebody who stands there (VIS-02); the host is called at once.</summary>
    /// <exception cref="RefusedException">The identity was not seen, or the facts make no sense.</exception>
    public Step Register(Actor desk, DateTime atUtc, VisitPlan plan, bool identitySeen)
    {
        if (!identitySeen)
        {
            throw VisitRefusals.IdentityNotSeen.At("IdentitySeen");
        }

        plan.Check(atUtc);
        Plan(plan);
        IdentitySeen = true;
        Calls = 1;
        CalledAtUtc = atUtc;
        return VisitLifecycle.Table.Begin(this, VisitVerbs.Register, desk, atUtc);
    }

    /// <summary>Logs the host's answer, or that nobody answered (VIS-03).</summary>
    /// <param name="by">Who logs it.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="yes">The answer; null when nobody answered.</param>
    /// <param name="answeredBy">Who answered.</param>
    /// <param name="numberCalled">The number that was called; null when the answer came another way.</param>
    /// <param name="channel">How the answer came.</param>
    /// <exception cref="RefusedException">Nobody is waiting for an answer, or who answered is missing.</exception>
    public Step Log(Actor by, DateTime atUtc, bool? yes, string? answeredBy, string? numberCalled, AnswerChannel channel = AnswerChannel.Phone)
    {
        if (yes is not null && string.IsNullOrWhiteSpace(answeredBy))
        {
            throw VisitRefusals.AnswererMissing.At("AnsweredBy");
        }

        var verb = yes switch { true => VisitVerbs.Confirm, false => VisitVerbs.Refuse, null => VisitVerbs.GiveUp };
        var step = VisitLifecycle.Table.Take(this, verb, by, atUtc);
        Answer = new HostAnswer(yes, yes is null ? null : answeredBy!.Trim(), VisitPlan.OrNull(numberCalled), by.Id, by.Name, atUtc) { Channel = channel };
        Refusal = yes == false ? new VisitRefusal(RefusalKind.Host, null, atUtc) : Refusal;
        return step;
    }

    /// <summary>The host is called once more.</summary>
    /// <exception cref="RefusedException">There is no call left.</exception>
    public Step AskAgain(Actor by, DateTime atUtc)
    {
        var step = VisitLifecycle.Table.Take(this, VisitVerbs.AskAgain, by, atUtc);
        Calls++;
        CalledAtUtc = atUtc;
        return step;
    }

    /// <summary>Lets the visitor in (VIS-06).</summary>
    /// <param name="guard">Who lets in.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="gate">Where.</param>
    /// <param name="persons">How many come in now, at most as many as announced.</param>
    /// <param name="badge">The badge handed out; null for none. That it is free is held by a unique key, not by a look.</param>
    /// <exception cref="RefusedException">Outside the window, used, cancelled, refused, or more persons than announced.</exception>
    public Step Admit(Actor guard, DateTime atUtc, GatePlace gate, int persons, GivenBadge? badge)
    {
        if (WhyNot(atUtc) is { } no)
        {
            throw no;
        }

        if (persons < 1 || persons > Guest.Persons)
        {
            throw VisitRefusals.MorePersonsThanAnnounced.At("Persons", Guest.Persons);
        }

        var step = VisitLifecycle.Table.Take(this, VisitVerbs.Admit, guard, atUtc);
        Admission = new Admission(guard.Id, guard.Name, gate, atUtc, persons);
        Badge = badge;
        return step;
    }

    /// <summary>
    /// Books that a device without a connection let the visitor in: judged by the moment at the gate, not by the one
    /// at which it is told, so that a visit which expired meanwhile was used after all.
    /// </summary>
    /// <param name="guard">Who let in, by a device without a connection (<see cref="GateDevice"/>).</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <param name="gate">Where.</param>
    /// <param name="persons">How many came in; 0 for as many as announced. Who is inside counts, announced or not.</param>
    /// <param name="reportedAtUtc">When the device told it, UTC.</param>
    /// <exception cref="RefusedException">Outside the window, used, cancelled or refused.</exception>
    public Step AdmitOffline(Actor guard, DateTime atUtc, GatePlace gate, int persons, DateTime reportedAtUtc)
    {
        if (State is not (VisitState.Invited or VisitState.Confirmed or VisitState.Approved or VisitState.Expired) && WhyNot(atUtc) is { } no)
        {
            throw no;
        }

        var step = VisitLifecycle.Table.Take(this, VisitVerbs.AdmitOffline, guard, atUtc);
        Admission = new Admission(guard.Id, guard.Name, gate, atUtc, persons < 1 ? Guest.Persons : persons) { ReportedAtUtc = reportedAtUtc };
        return step;
    }

    /// <summary>Notes that a device without a connection let somebody in and that it could not be confirmed.</summary>
    public Step NoteConflict(Actor guard, DateTime atUtc, string why) => VisitLifecycle.Table.Note(this, VisitVerbs.OfflineConflict, guard, atUtc, why);

    /// <summary>Sees the visitor out (VIS-06), and takes the badge back or reports it lost (VIS-14).</summary>
    /// <exception cref="RefusedException">The visitor is not inside, or nothing is said about the badge.</exception>
    public Step Leave(Actor guard, DateTime atUtc, GatePlace gate, BadgeReturn badge)
    {
        if (Badge is not null && badge == BadgeReturn.None && IsOnSite)
        {
            throw VisitRefusals.BadgeReturnMissing.At("Badge");
        }

        var step = VisitLifecycle.Table.Take(this, VisitVerbs.Leave, guard, atUtc);
        Departure = new Departure(guard.Id, guard.Name, gate, atUtc, Badge is null ? BadgeReturn.None : badge);
        return step;
    }

    /// <summary>Gives the visit up.</summary>
    /// <exception cref="RefusedException">The visitor is inside or was, or it is not this person's visit.</exception>
    public Step Cancel(Actor by, DateTime atUtc, string? reason = null) =>
        VisitLifecycle.Table.Take(this, VisitVerbs.Cancel, by, atUtc, reason);

    /// <summary>The clock books that nobody used the visit, at the moment at which the gate closed for it.</summary>
    /// <exception cref="RefusedException">The visit has gone another way.</exception>
    public Step Expire() => VisitLifecycle.Table.Take(this, VisitVerbs.Expire, Actor.Clock, AdmittedUntilUtc);

    /// <summary>Forgets who came. Kind, unit, times, persons and gate stay for statistics; the pass goes with the name.</summary>
    public void Forget()
    {
        Guest = new VisitGuest("", null, Guest.Persons, null);
        Reason = null;
        Pass = null;
        Hits = [];
        Refusal = Refusal is { } refusal ? refusal with { Why = null } : null;
    }

    /// <summary>Why the visitor may not come in at this moment; null when he or she may.</summary>
    public RefusedException? WhyNot(DateTime atUtc) => StateAt(atUtc) switch
    {
        _ when IsOnSite => VisitRefusals.AlreadyInside.With(Admission!.AtUtc),
        VisitState.Escalated => VisitRefusals.WasEscalated.With(),
        VisitState.NeedsApproval => VisitRefusals.ApprovalMissing.With(),
        VisitState.Denied => VisitRefusals.ApprovalDenied.With(),
        VisitState.CheckedOut => VisitRefusals.AlreadyLeft.With(Departure!.AtUtc),
        VisitState.Cancelled => VisitRefusals.WasCancelled.With(),
        VisitState.Refused => (Refusal is { Kind: not RefusalKind.Host } ? VisitRefusals.WasTurnedAway : VisitRefusals.WasRefused).With(),
        VisitState.WalkIn => VisitRefusals.NotAnsweredYet.With(),
        VisitState.NoAnswer => VisitRefusals.NobodyAnswered.With(),
        VisitState.Expired => VisitRefusals.TooLate.With(Window.UntilUtc),
        _ when atUtc < AdmittedFromUtc => VisitRefusals.TooEarly.With(Window.FromUtc),
        _ when IsStopped => VisitRefusals.OnWatchList.With(),
        _ => null,
    };

    /// <summary>Gives the record its number, once.</summary>
    internal void Take(string number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A record keeps its number.");
        }

        Number = number;
    }

    private void Plan(VisitPlan plan)
    {
        Kind = plan.Kind;
        Guest = plan.Guest;
        Host = plan.Host;
        Window = plan.Window;
        ToleranceMinutes = plan.ToleranceMinutes;
        Rules = plan.Rules;
        Hits = plan.Hits;
        RecurringId = plan.RecurringId;
        PermitNumber = plan.PermitNumber;
        Reason = VisitPlan.OrNull(plan.Reason);
    }
}
