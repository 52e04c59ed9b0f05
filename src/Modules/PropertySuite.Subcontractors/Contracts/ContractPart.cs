using System.Globalization;
using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Where a contract stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractState>))]
public enum ContractState
{
    /// <summary>The company works under it.</summary>
    Running,

    /// <summary>Somebody has proposed to end it; a manager decides.</summary>
    TerminationProposed,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>What an annual evaluation ends in. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluationEnd>))]
public enum EvaluationEnd
{
    Renew,
    Renegotiate,
    Retender,
    Stop,
}

/// <summary>A grade of a contract: from this score on, this share of the fee is paid.</summary>
/// <param name="From">Lowest score of the grade, 0 to 100.</param>
/// <param name="Share">Percent of the fee, 0 to 100.</param>
public sealed record PaymentBand(decimal From, decimal Share);

/// <summary>An annual evaluation (SUB-16): points of 100 for each, weighted 60, 15, 10, 10, 5.</summary>
public sealed record ContractEvaluation(decimal Scores, decimal Cost, decimal Cooperation, decimal Safety, decimal Innovation, EvaluationEnd End, string Note, string ByName, DateTime AtUtc)
{
    /// <summary>Points of 100, one decimal.</summary>
    public decimal Total => Math.Round(((60 * Scores) + (15 * Cost) + (10 * Cooperation) + (10 * Safety) + (5 * Innovation)) / 100, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What is agreed.</summary>
/// <param name="Title">What is served: "Cleaning of towers A to F".</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Fee">Fee of a month, in the community's currency.</param>
/// <param name="NoticeDays">Days of notice.</param>
/// <param name="Bands">Grades, the best first; empty for the usual ones.</param>
public sealed record ContractPlan(string? Title, DateOnly StartsOn, DateOnly EndsOn, decimal Fee, int NoticeDays, IReadOnlyList<PaymentBand> Bands);

/// <summary>A contract with a company for a service (TEN-08, TEN-14, SUB-10).</summary>
public sealed class ContractPart : ServiceRecordPart
{
    /// <summary>The usual grades (lifecycle of supervision).</summary>
    public static readonly IReadOnlyList<PaymentBand> UsualBands = [new(95, 100), new(85, 98), new(75, 95), new(65, 90), new(60, 80), new(0, 70)];

    /// <summary>Days before the last day at which the office is told to look at the renewal, the earliest first.</summary>
    public static readonly IReadOnlyList<int> ReviewDays = [90, 30];

    [JsonInclude] public ContractState State { get; internal set; }

    [JsonInclude] public string Title { get; private set; } = "";

    [JsonInclude] public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    [JsonInclude] public DateOnly EndsOn { get; private set; }

    /// <summary>Fee of a month.</summary>
    [JsonInclude] public decimal Fee { get; private set; }

    [JsonInclude] public int NoticeDays { get; private set; }

    [JsonInclude] public IReadOnlyList<PaymentBand> Bands { get; private set; } = UsualBands;

    [JsonInclude] public IReadOnlyList<ContractEvaluation> Evaluations { get; private set; } = [];

    /// <summary>Record of the choice that it came from; null for none.</summary>
    [JsonInclude] public string? TenderId { get; private set; }

    /// <summary>Days before the end at which the office was last told; null before.</summary>
    [JsonInclude] public int? Reviewed { get; private set; }

    /// <summary>Share of the fee that a score pays, in percent.</summary>
    public decimal ShareOf(decimal score) => Bands.First(band => score >= band.From).Share;

    /// <summary>Reads grades as they are typed, a line such as <c>85 = 98</c> for each.</summary>
    /// <returns>Null when they cannot be read, do not fall, or do not reach down to 0.</returns>
    public static IReadOnlyList<PaymentBand>? ReadBands(string? typed)
    {
        var bands = new List<PaymentBand>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Replace("%", "", StringComparison.Ordinal).Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || Core.Checklists.DecimalText.Read(parts[0]) is not (>= 0 and <= 100 and { } from) || Core.Checklists.DecimalText.Read(parts[1]) is not (>= 0 and <= 100 and { } share))
            {
                return null;
            }

            bands.Add(new(from, share));
        }

        return bands.Count > 0 && bands[^1].From == 0 && bands.Zip(bands.Skip(1)).All(pair => pair.First.From > pair.Second.From) ? bands : null;
    }

    /// <summary>Grades as they are typed.</summary>
    public static string WriteBands(IReadOnlyList<PaymentBand> bands) =>
        string.Join('\n', bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From:0.##} = {band.Share:0.##}")));

    /// <summary>Signs a contract.</summary>
    /// <exception cref="RefusedException">Something is missing or wrong, the company is blocked, or it is not for this person.</exception>
    public Step Sign(Actor by, DateTime atUtc, WorkingCalendar calendar, string companyId, CompanyPart company, ContractPlan plan, string? tenderId = null)
    {
        Fill(calendar, companyId, company, plan);
        TenderId = tenderId;
        return ContractLifecycle.Table.Begin(this, ContractVerbs.Sign, by, atUtc);
    }

    /// <summary>Says the same without history: the import keeps its own.</summary>
    internal void Fill(WorkingCalendar calendar, string companyId, CompanyPart company, ContractPlan plan)
    {
        Title = CompanyPart.Clean(plan.Title) ?? throw ServiceRefusals.NameMissing.At("Title");
        if (plan.EndsOn < plan.StartsOn) throw ServiceRefusals.EndBeforeStart.At("EndsOn");
        if (plan.Fee <= 0) throw ServiceRefusals.FeeWrong.At("Fee");
        (CompanyId, CompanyName, Trade) = (companyId, company.CompanyName, company.Trade);
        (StartsOn, EndsOn, Fee, NoticeDays) = (plan.StartsOn, plan.EndsOn, plan.Fee, plan.NoticeDays);
        if (plan.Bands.Count > 0) Bands = plan.Bands;
        Watch(calendar);
    }

    /// <summary>Keeps an annual evaluation.</summary>
    /// <exception cref="RefusedException">A number is not between 0 and 100.</exception>
    public Step Evaluate(Actor by, DateTime atUtc, ContractEvaluation evaluation)
    {
        foreach (var (points, field) in new[] { (evaluation.Scores, "Scores"), (evaluation.Cost, "Cost"), (evaluation.Cooperation, "Cooperation"), (evaluation.Safety, "Safety"), (evaluation.Innovation, "Innovation") })
        {
            if (points is < 0 or > 100) throw ServiceRefusals.EvaluationWrong.At(field);
        }

        Evaluations = [.. Evaluations, evaluation];
        return ContractLifecycle.Table.Note(this, ContractVerbs.Evaluate, by, atUtc, string.Create(CultureInfo.InvariantCulture, $"{evaluation.Total:0.0} · {evaluation.End}"));
    }

    /// <summary>Renews it to another last day; the last evaluation has to say so.</summary>
    /// <exception cref="RefusedException">There is none of this year, the day is not later, the company is blocked, or it is not for this person.</exception>
    public Step Renew(Actor by, DateTime atUtc, WorkingCalendar calendar, DateOnly until)
    {
        if (until <= EndsOn) throw ServiceRefusals.EndBeforeStart.At("Until");
        var step = ContractLifecycle.Table.Take(this, ContractVerbs.Renew, by, atUtc);
        (EndsOn, Reviewed) = (until, null);
        Watch(calendar);
        return step with { Reason = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
    }

    /// <summary>Notes a consequence of poor periods: a letter, a plan.</summary>
    public Step Note(Verb verb, Actor by, DateTime atUtc, string? why) => ContractLifecycle.Table.Note(this, verb, by, atUtc, why);

    /// <summary>Takes a step of the table.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason) => ContractLifecycle.Table.Take(this, verb, by, atUtc, reason);

    /// <summary>Whether the contract was running on some day of a month.</summary>
    public bool RunsIn(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return StartsOn <= first.AddMonths(1).AddDays(-1) && EndsOn >= first;
    }

    internal void Watch(WorkingCalendar calendar)
    {
        var next = ReviewDays.Where(days => Reviewed is null || days < Reviewed).Select(days => (int?)days).FirstOrDefault();
        LookUtc = calendar.Time.BeginningOf(next is { } days ? EndsOn.AddDays(-days) : EndsOn.AddDays(1));
    }

    internal override IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar)
    {
        var left = EndsOn.DayNumber - calendar.Time.DayAt(nowUtc).DayNumber;
        if (State == ContractState.Ended)
        {
            LookUtc = null;
            return [];
        }

        if (left < 0)
        {
            var step = ContractLifecycle.Table.Take(this, ContractVerbs.RunOut, Actor.Clock, nowUtc);
            LookUtc = null;
            return [step];
        }

        if (left > ReviewDays[0])
        {
            Watch(calendar);
            return [];
        }

        Reviewed = ReviewDays.Last(days => left <= days);
        Watch(calendar);
        return [ContractLifecycle.Table.Note(this, ContractVerbs.Review, Actor.Clock, nowUtc, EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }

    internal bool MayRenew(DateTime atUtc) => Evaluations.Count > 0 && Evaluations[^1] is { End: EvaluationEnd.Renew or EvaluationEnd.Renegotiate } last && last.AtUtc > atUtc.AddYears(-1);

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = Title,
        CompanyId = CompanyId,
        CompanyName = CompanyName,
        Trade = Trade.ToString(),
        State = State.ToString(),
        Amount = Fee,
        AtUtc = StartsOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DueUtc = EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        LookUtc = State == ContractState.Ended ? null : LookUtc,
        Search = SearchText.Fold(Number, Title, CompanyName),
    };
}

/// <summary>What can be done with a contract.</summary>
public static class ContractVerbs
{
    public static readonly Verb Sign = new("sign-contract", "Sign");
    public static readonly Verb Renew = new("renew-contract", "Renew");
    public static readonly Verb Propose = new("propose-termination", "Propose to end it");
    public static readonly Verb Keep = new("keep-contract", "Keep it");
    public static readonly Verb Terminate = new("terminate-contract", "End it");
    public static readonly Verb RunOut = new("contract-runs-out", "Ran out");
    public static readonly Verb Evaluate = new("evaluate-contract", "Evaluated");
    public static readonly Verb Warn = new("warn-company", "Warning letter");
    public static readonly Verb Improve = new("improvement-plan", "Improvement plan");
    public static readonly Verb Review = new("review-contract", "Ends soon: evaluate and decide");
}

/// <summary>How a contract lives (TEN-10, SUB-12, SUB-16).</summary>
public static class ContractLifecycle
{
    private static readonly Role<ContractPart> Office = Roles.With<ContractPart>("Office", ServicePermissions.Manage);
    private static readonly Role<ContractPart> Manager = Roles.With<ContractPart>("Manager", ServicePermissions.Decide);
    private static readonly Guard<ContractPart> NotBlocked = new(ServiceRefusals.CompanyBlocked, (contract, _) => !contract.IsBlocked);
    private static readonly Guard<ContractPart> Evaluated = new(ServiceRefusals.NoEvaluation, (contract, atUtc) => contract.MayRenew(atUtc));

    /// <summary>The table.</summary>
    public static readonly Lifecycle<ContractPart, ContractState> Table = Lifecycle
        .Of<ContractPart, ContractState>(typeof(ServiceTexts), contract => contract.State, (contract, state) => contract.State = state)
        .Start(ContractState.Running, ContractVerbs.Sign).By(Office).When(NotBlocked)
        .From(ContractState.Running).To(ContractState.Running, ContractVerbs.Renew).By(Manager).When(NotBlocked, Evaluated)
        .From(ContractState.Running).To(ContractState.TerminationProposed, ContractVerbs.Propose).By(Office).AskingReason()
        .From(ContractState.TerminationProposed).To(ContractState.Running, ContractVerbs.Keep).By(Manager).AskingReason()
        .From(ContractState.Running, ContractState.TerminationProposed).To(ContractState.Ended, ContractVerbs.Terminate).By(Manager).AskingReason()
        .From(ContractState.Running, ContractState.TerminationProposed).To(ContractState.Ended, ContractVerbs.RunOut).By(Roles.Clock<ContractPart>())
        .Noting(ContractVerbs.Evaluate, ContractVerbs.Warn, ContractVerbs.Improve, ContractVerbs.Review);

    /// <summary>English name of a state.</summary>
    public static string Name(ContractState state) => state switch
    {
        ContractState.Running => "Running",
        ContractState.TerminationProposed => "End proposed",
        _ => "Ended",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(ContractState state) => state switch
    {
        ContractState.Running => "run",
        ContractState.TerminationProposed => "wait",
        _ => "stop",
    };
}
