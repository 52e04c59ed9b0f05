using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What the office's rules and time bring about (VIS-03, 04, 07, 10, 11).</summary>
public sealed partial class VisitPart
{
    /// <summary>What the office's settings said when the visit was planned.</summary>
    [JsonInclude] public VisitRules Rules { get; private set; } = VisitRules.Usual;

    /// <summary>Why the visitor did not come in; null when nobody was refused.</summary>
    [JsonInclude] public VisitRefusal? Refusal { get; private set; }

    /// <summary>Whether the visitor may go in accompanied only.</summary>
    [JsonInclude] public bool EscortRequired { get; private set; }

    /// <summary>Alarms about a visitor who stayed too long.</summary>
    [JsonInclude] public int Rings { get; private set; }

    /// <summary>When the last alarm was, UTC; null before the first.</summary>
    [JsonInclude] public DateTime? RangAtUtc { get; private set; }

    /// <summary>Entries of the watch list that this may be (VIS-10).</summary>
    [JsonInclude] public IReadOnlyList<WatchHit> Hits { get; private set; } = [];

    /// <summary>Ids of the entries of which somebody has said that it is not this person.</summary>
    [JsonInclude] public IReadOnlyList<string> Cleared { get; private set; } = [];

    /// <summary>The recurring pass that the visitor came by (VIS-09); null for none.</summary>
    [JsonInclude] public string? RecurringId { get; private set; }

    /// <summary>Number of the permit that a worker works by (VIS-17); null for none.</summary>
    [JsonInclude] public string? PermitNumber { get; private set; }

    /// <summary>Moment from which the visitor has stayed too long; UTC.</summary>
    [JsonIgnore] public DateTime OverstayAtUtc => Window.UntilUtc.AddMinutes(Rules.GraceMinutes);

    /// <summary>Entries that nobody has cleared.</summary>
    [JsonIgnore] public IReadOnlyList<WatchHit> OpenHits => [.. Hits.Where(hit => !Cleared.Contains(hit.EntryId))];

    /// <summary>Whether the watch list keeps the visitor out.</summary>
    [JsonIgnore] public bool IsStopped => OpenHits.Any(hit => hit.Level == WatchLevel.Stop);

    /// <summary>When the clock acts next on the visit, UTC; null when it has nothing to do but to end it (<see cref="AdmittedUntilUtc"/>).</summary>
    [JsonIgnore] public DateTime? DueAtUtc => State switch
    {
        VisitState.WalkIn => AnswerDueAtUtc,
        VisitState.CheckedIn => OverstayAtUtc,
        VisitState.Overstay when Rings < Rules.Rings => RangAtUtc is { } rang ? rang.AddMinutes(Rules.RingEveryMinutes) : OverstayAtUtc,
        _ => null,
    };

    /// <summary>What follows from the office's rules at once, after a step.</summary>
    public IEnumerable<Step> Follow(DateTime atUtc) =>
        VisitLifecycle.Table.IsOpen(this, VisitVerbs.AskApproval, Actor.Clock, atUtc)
            ? [VisitLifecycle.Table.Take(this, VisitVerbs.AskApproval, Actor.Clock, atUtc)]
            : [];

    /// <summary>What time has brought about by a moment, booked at the moment at which it was due.</summary>
    public IReadOnlyList<Step> Tick(DateTime nowUtc)
    {
        var steps = new List<Step>();
        while (DueAtUtc is { } due && due <= nowUtc && steps.Count < 10)
        {
            steps.Add(State switch
            {
                VisitState.WalkIn => Log(Actor.Clock, due, yes: null, answeredBy: null, numberCalled: null),
                VisitState.CheckedIn => VisitLifecycle.Table.Take(this, VisitVerbs.Overstay, Actor.Clock, due),
                _ => Ring(nowUtc),
            });
        }

        return steps;
    }

    /// <summary>Approves the visit (VIS-04).</summary>
    /// <exception cref="RefusedException">It waits for no approval, or not for this person's.</exception>
    public Step Approve(Actor captain, DateTime atUtc) => VisitLifecycle.Table.Take(this, VisitVerbs.Approve, captain, atUtc);

    /// <summary>Does not approve it (VIS-04).</summary>
    /// <exception cref="RefusedException">It waits for no approval, not for this person's, or the reason is missing.</exception>
    public Step Deny(Actor captain, DateTime atUtc, string? why)
    {
        var step = VisitLifecycle.Table.Take(this, VisitVerbs.Deny, captain, atUtc, why);
        Refusal = new VisitRefusal(RefusalKind.NotApproved, step.Reason, atUtc);
        return step;
    }

    /// <summary>Nobody answered, and the office lets the visitor in accompanied.</summary>
    /// <exception cref="RefusedException">Somebody answered meanwhile.</exception>
    public Step Escort(Actor by, DateTime atUtc)
    {
        var step = VisitLifecycle.Table.Take(this, VisitVerbs.Escort, by, atUtc);
        EscortRequired = true;
        return step;
    }

    /// <summary>Turns the visitor away (VIS-11).</summary>
    /// <exception cref="RefusedException">The visitor is inside or was, or the reason is missing.</exception>
    public Step TurnAway(Actor by, DateTime atUtc, RefusalKind kind, string? why)
    {
        var step = VisitLifecycle.Table.Take(this, VisitVerbs.TurnAway, by, atUtc, why);
        Refusal = new VisitRefusal(kind, step.Reason, atUtc);
        return step;
    }

    /// <summary>Calls it an incident: aggression, forced entry, a false identity.</summary>
    /// <exception cref="RefusedException">It is over, or the reason is missing.</exception>
    public Step Escalate(Actor by, DateTime atUtc, string? why) => VisitLifecycle.Table.Take(this, VisitVerbs.Escalate, by, atUtc, why);

    /// <summary>The visitor stays a while longer (VIS-07).</summary>
    /// <exception cref="RefusedException">The visitor has not stayed too long, or it is not this person's visit.</exception>
    public Step Extend(Actor by, DateTime atUtc)
    {
        var step = VisitLifecycle.Table.Take(this, VisitVerbs.Extend, by, atUtc);
        Window = Window with { UntilUtc = atUtc.AddMinutes(Rules.ExtendMinutes) };
        Rules = Rules with { GraceMinutes = 0 };
        (Rings, RangAtUtc) = (0, null);
        return step;
    }

    /// <summary>Looks at the watch list again, as at the gate: entries may be new.</summary>
    public void Look(IReadOnlyList<WatchHit> hits) => Hits = hits;

    /// <summary>Says that it is not the person of an entry (VIS-10).</summary>
    /// <exception cref="RefusedException">There is no such entry here, or the reason is missing.</exception>
    public Step Clear(Actor by, DateTime atUtc, string entryId, string? why)
    {
        if (!OpenHits.Any(hit => hit.EntryId == entryId))
        {
            throw LifecycleRefusals.NotFromHere.With();
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            throw LifecycleRefusals.ReasonMissing.At("Reason");
        }

        Cleared = [.. Cleared, entryId];
        return VisitLifecycle.Table.Note(this, VisitVerbs.ClearHit, by, atUtc, why);
    }

    private Step Ring(DateTime atUtc)
    {
        Rings++;
        RangAtUtc = atUtc;
        return VisitLifecycle.Table.Note(this, VisitVerbs.Ring, Actor.Clock, atUtc);
    }
}
