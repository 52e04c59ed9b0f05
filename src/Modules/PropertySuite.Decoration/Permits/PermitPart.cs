using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Decoration;

/// <summary>
/// Works in a unit: who applies, what is done, by whom, from when until when, what was seen on site, what was kept of the deposits. No permit
/// before review and payment; no refund before the second check unless the manager says why.
/// </summary>
public sealed class PermitPart : ContentPart, IQueued
{
    /// <summary>Content type of the items.</summary>
    public const string ContentType = "WorksPermit";

    /// <summary>Kind in numbers, history and queues.</summary>
    public const string Record = "DEC";

    /// <summary>How often more time is given.</summary>
    public const int MostExtensions = 2;

    private const int MostDays = 183;

    /// <summary>Number; given once, also the number of the permit.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    [JsonInclude] public PermitState State { get; internal set; }

    /// <summary>The unit.</summary>
    [JsonInclude] public PermitUnit Unit { get; private set; } = new("", "", null, 0);

    /// <summary>Who applies.</summary>
    [JsonInclude] public Applicant Applicant { get; private set; } = new(null, "", false);

    /// <summary>What is applied for.</summary>
    [JsonInclude] public WorksPlan Plan { get; private set; } = new();

    /// <summary>When it was begun, UTC: who holds the unit since later does not see it.</summary>
    [JsonInclude] public DateTime BegunAtUtc { get; private set; }

    /// <summary>Whether the applicant knows the house rules for works.</summary>
    [JsonInclude] public bool RulesAcknowledged { get; private set; }

    /// <summary>Documents that are there, as files or on paper.</summary>
    [JsonInclude] public IReadOnlyList<DocumentKind> Received { get; private set; } = [];

    /// <summary>Who of engineering passed it; null until then.</summary>
    [JsonInclude] public string? ReviewedByName { get; private set; }

    /// <summary>Conditions that the applicant accepted; null for none.</summary>
    [JsonInclude] public string? Conditions { get; private set; }

    /// <summary>Conditions, reason of a return or of a stop: what was said last to the applicant.</summary>
    [JsonInclude] public string? Said { get; private set; }

    /// <summary>Whether everything demanded is paid, as the book of money says.</summary>
    [JsonInclude] public bool IsPaid { get; private set; }

    /// <summary>When all had signed, UTC; null until then.</summary>
    [JsonInclude] public DateTime? SignedAtUtc { get; private set; }

    /// <summary>Last day of the permit; the plan's until more time is given.</summary>
    [JsonInclude] public DateOnly LastDay { get; private set; }

    /// <summary>When the last day ends, UTC.</summary>
    [JsonInclude] public DateTime EndsAtUtc { get; private set; }

    /// <summary>How often more time was given.</summary>
    [JsonInclude] public int Extensions { get; private set; }

    /// <summary>Last day that is asked for; null while nothing is.</summary>
    [JsonInclude] public DateOnly? AskedUntil { get; private set; }

    /// <summary>Looks at the site, the oldest first.</summary>
    [JsonInclude] public IReadOnlyList<SiteInspection> Inspections { get; private set; } = [];

    /// <summary>Violations, the oldest first.</summary>
    [JsonInclude] public IReadOnlyList<Violation> Violations { get; private set; } = [];

    /// <summary>When the second check is due, UTC; null before acceptance.</summary>
    [JsonInclude] public DateTime? SecondCheckAtUtc { get; private set; }

    /// <summary>What is kept of the deposits.</summary>
    [JsonInclude] public IReadOnlyList<KeptSum> Kept { get; private set; } = [];

    /// <summary>When what comes next is due, UTC, by the working calendar; null when nothing is.</summary>
    [JsonInclude] public DateTime? DueAtUtc { get; internal set; }

    /// <summary>Documents that are asked for and not there.</summary>
    [JsonIgnore] public IReadOnlyList<DocumentKind> Missing => [.. Asked.Except(Received)];

    /// <summary>Documents that are asked for.</summary>
    [JsonIgnore] public IReadOnlyList<DocumentKind> Asked => ScopeRules.Documents(Plan.Scope, Applicant.IsTenant);

    /// <summary>Whether the application can be changed.</summary>
    [JsonIgnore] public bool IsEditable => State is PermitState.Draft or PermitState.Returned;

    /// <summary>When the clock has to look at it, UTC; null when it has not.</summary>
    [JsonIgnore] public DateTime? ClockAtUtc => State switch
    {
        PermitState.InProgress => EndsAtUtc,
        PermitState.Accepted => SecondCheckAtUtc,
        _ => null,
    };

    /// <inheritdoc/>
    [JsonIgnore]
    public QueueEntry? Queued => PermitLifecycle.Team(this) is not { } team ? null : new QueueEntry(Number, Applicant.Name, State.ToString(), DueAtUtc)
    {
        Team = team,
        UnitId = Unit.Id,
        UnitCode = Unit.Code,
    };

    /// <summary>Begins an application.</summary>
    /// <exception cref="RefusedException">Not this person's unit, or the plan makes no sense.</exception>
    public Step Begin(Actor by, DateTime atUtc, DateOnly today, PermitUnit unit, Applicant applicant, WorksPlan plan, bool rulesAcknowledged)
    {
        if (!by.Holds(unit.Id) && !by.May(DecorationPermissions.Handle)) throw PermitRefusals.UnitNotYours.At("UnitId");
        (Unit, Applicant, BegunAtUtc) = (unit, applicant, atUtc);
        Write(plan, today, rulesAcknowledged);
        return PermitLifecycle.Table.Begin(this, PermitVerbs.Draft, by, atUtc);
    }

    /// <summary>Changes the application.</summary>
    /// <exception cref="RefusedException">It is handed in, not this person's, or the plan makes no sense.</exception>
    public Step Change(Actor by, DateTime atUtc, DateOnly today, WorksPlan plan, bool rulesAcknowledged)
    {
        if (!by.Holds(Unit.Id) && !by.May(DecorationPermissions.Handle)) throw PermitRefusals.UnitNotYours.With();
        if (!IsEditable) throw PermitRefusals.NotEditable.With();
        Write(plan, today, rulesAcknowledged);
        return PermitLifecycle.Table.Note(this, PermitVerbs.Edit, by, atUtc);
    }

    /// <summary>Notes a document: a file, or a paper that the desk has seen.</summary>
    /// <exception cref="RefusedException">Not this person's application.</exception>
    public Step Receive(DocumentKind document, Actor by, DateTime atUtc)
    {
        if (!by.Holds(Unit.Id) && !by.May(DecorationPermissions.Handle)) throw PermitRefusals.UnitNotYours.With();
        Received = [.. Received.Append(document).Distinct().Order()];
        return PermitLifecycle.Table.Note(this, PermitVerbs.Receive, by, atUtc, document.ToString());
    }

    /// <summary>Takes a step that asks nothing but perhaps a reason.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason = null)
    {
        var step = PermitLifecycle.Table.Take(this, verb, by, atUtc, reason);
        if (verb == PermitVerbs.Review) ReviewedByName = by.Name;
        if (verb == PermitVerbs.Propose || verb == PermitVerbs.Return || verb == PermitVerbs.Stop || verb == PermitVerbs.FailAcceptance || verb == PermitVerbs.FailSecond) Said = step.Reason;
        if (verb == PermitVerbs.AcceptConditions) Conditions = string.Join("\n", new[] { Conditions, Said }.OfType<string>());
        if (verb == PermitVerbs.Sign) SignedAtUtc = atUtc;
        if (verb == PermitVerbs.RefuseExtension) AskedUntil = null;

        // What was changed is looked at again.
        if (State == PermitState.Returned) ReviewedByName = null;
        return step;
    }

    /// <summary>What the book of money says.</summary>
    public void Know(bool isPaid) => IsPaid = isPaid;

    /// <summary>Issues the permit.</summary>
    /// <param name="endsAtUtc">End of the last day, UTC.</param>
    public Step Issue(Actor by, DateTime atUtc, DateTime endsAtUtc)
    {
        var step = Take(PermitVerbs.Permit, by, atUtc);
        EndsAtUtc = endsAtUtc;
        return step;
    }

    /// <summary>Asks for more time (DEC-18).</summary>
    /// <exception cref="RefusedException">Twice given already, or the day is not later.</exception>
    public Step AskForTime(Actor by, DateTime atUtc, DateOnly until, string? why)
    {
        if (until <= LastDay) throw PermitRefusals.NoLonger.At("Day", Moments.Day(LastDay));
        if (until > LastDay.AddDays(MostDays)) throw PermitRefusals.TooLong.At("Day");
        var step = PermitLifecycle.Table.Take(this, PermitVerbs.AskExtension, by, atUtc, why);
        AskedUntil = until;
        return step;
    }

    /// <summary>Gives more time.</summary>
    /// <param name="endsAtUtc">End of the new last day, UTC.</param>
    public Step Extend(Actor by, DateTime atUtc, DateTime endsAtUtc)
    {
        var step = PermitLifecycle.Table.Take(this, PermitVerbs.Extend, by, atUtc);
        (LastDay, EndsAtUtc, AskedUntil) = (AskedUntil ?? LastDay, endsAtUtc, null);
        Extensions++;
        return step;
    }

    /// <summary>Writes an inspection down.</summary>
    /// <exception cref="RefusedException">Not an inspector, or nothing goes on.</exception>
    public Step Inspect(Actor by, DateTime atUtc, SiteStage stage, bool passed, string? note)
    {
        if (!by.May(DecorationPermissions.Inspect)) throw LifecycleRefusals.NotYours.With();
        if (!PermitStates.IsOnSite(State)) throw PermitRefusals.NotOnSite.With();
        Inspections = [.. Inspections, new SiteInspection(stage, atUtc, by.Name, passed, Clean(note), $"inspection-{Inspections.Count + 1}")];
        return PermitLifecycle.Table.Note(this, PermitVerbs.Inspect, by, atUtc, Clean(note));
    }

    /// <summary>Writes a violation down; a grave one stops the works in the same act.</summary>
    /// <exception cref="RefusedException">Nobody who may stop works, nothing goes on, or the catalogue does not know it.</exception>
    public IReadOnlyList<Step> Violate(Actor by, DateTime atUtc, DateOnly today, string? code, string? note)
    {
        if (!by.May(DecorationPermissions.Stop) && !by.May(DecorationPermissions.Inspect)) throw LifecycleRefusals.NotYours.With();
        if (!PermitStates.IsOnSite(State)) throw PermitRefusals.NotOnSite.With();
        var kind = ViolationKind.Find(code) ?? throw PermitRefusals.ViolationUnknown.At("Code");
        Violations = [.. Violations, new Violation($"violation-{Violations.Count + 1}", kind.Code, Clean(note), atUtc, by.Name, kind.Fine, today.AddDays(kind.CureDays), kind.StopsWork)];
        var noted = PermitLifecycle.Table.Note(this, PermitVerbs.Violate, by, atUtc, kind.Name);
        return kind.StopsWork && PermitLifecycle.Table.IsOpen(this, PermitVerbs.Stop, by, atUtc)
            ? [noted, Take(PermitVerbs.Stop, by, atUtc, kind.Name)]
            : [noted];
    }

    /// <summary>Notes that a violation has been put right.</summary>
    public Step Cure(Actor by, DateTime atUtc, string slot)
    {
        if (!by.May(DecorationPermissions.Inspect)) throw LifecycleRefusals.NotYours.With();
        var found = Violations.FirstOrDefault(violation => violation.Slot == slot && violation.CuredAtUtc is null) ?? throw LifecycleRefusals.NotFromHere.With();
        Violations = [.. Violations.Select(violation => violation.Slot == slot ? violation with { CuredAtUtc = atUtc } : violation)];
        return PermitLifecycle.Table.Note(this, PermitVerbs.Cure, by, atUtc, ViolationKind.Find(found.Code)?.Name);
    }

    /// <summary>Accepts the works.</summary>
    /// <param name="secondCheckAtUtc">When the second check is due, UTC.</param>
    public Step Accept(Actor by, DateTime atUtc, DateTime secondCheckAtUtc)
    {
        var step = Take(PermitVerbs.Accept, by, atUtc);
        SecondCheckAtUtc = secondCheckAtUtc;
        return step;
    }

    /// <summary>Writes down what is kept of the deposits (DEC-22).</summary>
    /// <param name="held">What is held in deposits.</param>
    /// <exception cref="RefusedException">More than is held, or without a reason.</exception>
    public Step Keep(Actor by, DateTime atUtc, decimal amount, decimal held, string currency, string? why)
    {
        if (amount <= 0) throw MoneyRefusals.AmountWrong.At("Amount");
        var left = held - Kept.Sum(sum => sum.Amount);
        if (amount > left) throw PermitRefusals.KeptTooMuch.At("Amount", new Money(left, currency).ToString());
        var step = PermitLifecycle.Table.Take(this, PermitVerbs.Keep, by, atUtc, why);
        Kept = [.. Kept, new KeptSum(amount, step.Reason!, by.Name)];
        return step;
    }

    /// <summary>Takes over an old record as it stands.</summary>
    internal Step TakeOver(Actor by, DateTime atUtc, string number, PermitUnit unit, Applicant applicant, WorksPlan plan, PermitState state, DateTime begunAtUtc, DateTime endsAtUtc, DateTime? secondCheckAtUtc, int extensions)
    {
        (Number, Unit, Applicant, Plan, State, BegunAtUtc, LastDay, EndsAtUtc, SecondCheckAtUtc, Extensions) = (number, unit, applicant, plan, state, begunAtUtc, plan.Until, endsAtUtc, secondCheckAtUtc, extensions);
        RulesAcknowledged = true;
        if (state is not (PermitState.Draft or PermitState.Submitted or PermitState.Returned)) Received = Asked;
        if (state is not (PermitState.Draft or PermitState.Submitted or PermitState.Returned or PermitState.UnderReview or PermitState.Cancelled)) ReviewedByName = "–";
        if (PermitStates.IsOnSite(state) || !PermitStates.IsOpen(state)) (IsPaid, SignedAtUtc) = (true, begunAtUtc);
        return PermitLifecycle.Table.Note(this, PermitVerbs.Import, by, atUtc);
    }

    internal void Take(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");

    private void Write(WorksPlan plan, DateOnly today, bool rulesAcknowledged)
    {
        if (plan.Scope.Count == 0) throw PermitRefusals.ScopeMissing.At("Scope");
        if (string.IsNullOrWhiteSpace(plan.Contractor)) throw PermitRefusals.ContractorMissing.At("Contractor");
        if (string.IsNullOrWhiteSpace(plan.SiteManager)) throw PermitRefusals.SiteManagerMissing.At("SiteManager");
        if (plan.SiteManagerPhone.Count(char.IsDigit) < 6) throw PermitRefusals.PhoneMissing.At("SiteManagerPhone");
        if (plan.Until < plan.From) throw PermitRefusals.DaysReversed.At("Until");
        if (plan.From < today) throw PermitRefusals.DayOver.At("From");
        if (plan.Until > plan.From.AddDays(MostDays)) throw PermitRefusals.TooLong.At("Until");
        if (plan.Workers is < 0 or > 60) throw PermitRefusals.WorkersWrong.At("Workers");
        if (!rulesAcknowledged) throw PermitRefusals.RulesNotAcknowledged.At("Rules");

        Plan = plan with { Scope = [.. plan.Scope.Distinct().Order()], Contractor = plan.Contractor.Trim(), SiteManager = plan.SiteManager.Trim(), Description = plan.Description.Trim() };
        RulesAcknowledged = rulesAcknowledged;
        LastDay = plan.Until;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
