using System.Globalization;
using System.Text.Json.Serialization;
using PropertySuite.Core;
using PropertySuite.Core.Checklists;

namespace PropertySuite.Subcontractors;

/// <summary>Where a choice among bids stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TenderState>))]
public enum TenderState
{
    /// <summary>What is needed is being written down.</summary>
    Need,

    /// <summary>Bids are taken, sealed.</summary>
    Inviting,

    /// <summary>Bids are open; each evaluator scores alone.</summary>
    Scoring,

    /// <summary>All have scored; the ranking is there.</summary>
    Ranked,

    /// <summary>One company has it.</summary>
    Awarded,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>What bids are judged by.</summary>
/// <param name="Name">As the office writes it: "Price".</param>
/// <param name="Weight">Share of 100.</param>
public sealed record Criterion(string Name, decimal Weight);

/// <summary>Somebody who scores.</summary>
public sealed record Evaluator(string UserId, string Name);

/// <summary>A bid that has been opened.</summary>
/// <param name="Fee">Fee of a month.</param>
/// <param name="Proposal">How they would do it; null when nothing was written.</param>
public sealed record Bid(string CompanyId, string CompanyName, decimal Fee, string? Proposal, DateTime ReceivedUtc);

/// <summary>One evaluator's points, 0 to 100 for each criterion, by company.</summary>
public sealed record BidScores(string UserId, string Name, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Points, string? Note, DateTime AtUtc);

/// <summary>A bid's place.</summary>
/// <param name="Points">Points of 100, two decimals: the mean of the evaluators' weighted points.</param>
/// <param name="Spread">Between the highest and the lowest evaluator.</param>
public sealed record RankedBid(int Place, Bid Bid, decimal Points, decimal Spread);

/// <summary>What is needed.</summary>
public sealed record TenderPlan(string? Title, Trade Trade, string? Scope, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Evaluator> Evaluators, DateTime BidsDueUtc);

/// <summary>
/// A choice among bids (TEN-03 to TEN-06): bids of at least three companies stay sealed until the opening, each evaluator scores alone before seeing the
/// others' scores, the manager awards with a reason. The part itself holds no bid before the opening: sealed ones lie elsewhere, enciphered.
/// </summary>
public sealed class TenderPart : ServiceRecordPart
{
    /// <summary>Bids that are needed at least.</summary>
    public const int FewestBids = 3;

    /// <summary>Points between evaluators from which on the ranking says so.</summary>
    public const decimal WideSpread = 20;

    /// <summary>The usual criteria.</summary>
    public static readonly IReadOnlyList<(string Name, decimal Weight)> UsualCriteria = [("Price", 40), ("Plan", 25), ("References", 15), ("Staff", 10), ("Interview", 10)];

    [JsonInclude] public TenderState State { get; internal set; }

    [JsonInclude] public string Title { get; private set; } = "";

    [JsonInclude] public string Scope { get; private set; } = "";

    [JsonInclude] public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    [JsonInclude] public IReadOnlyList<Evaluator> Evaluators { get; private set; } = [];

    /// <summary>Last moment for bids, UTC.</summary>
    [JsonInclude] public DateTime BidsDueUtc { get; private set; }

    /// <summary>Companies whose bids are in, by id and name. Not what they say.</summary>
    [JsonInclude] public IReadOnlyList<CompanyAccount> Bidders { get; private set; } = [];

    /// <summary>The bids once they are open; empty before.</summary>
    [JsonInclude] public IReadOnlyList<Bid> Bids { get; private set; } = [];

    [JsonInclude] public IReadOnlyList<BidScores> AllScores { get; private set; } = [];

    /// <summary>Who was awarded; null before.</summary>
    [JsonInclude] public string? AwardedId { get; private set; }

    /// <summary>The contract that came of it; null before.</summary>
    [JsonInclude] public string? ContractId { get; internal set; }

    /// <summary>Whether every evaluator has scored.</summary>
    [JsonIgnore] public bool IsScored => Evaluators.Count > 0 && Evaluators.All(evaluator => AllScores.Any(scores => scores.UserId == evaluator.UserId));

    /// <summary>Reads criteria as they are typed, a line such as <c>Price = 40</c> for each.</summary>
    public static IReadOnlyList<Criterion> ReadCriteria(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.LastIndexOf('=') is var at and > 0
            ? new Criterion(line[..at].Trim(), DecimalText.Read(line[(at + 1)..]) ?? 0)
            : new Criterion(line, 0))];

    /// <summary>Criteria as they are typed.</summary>
    public static string WriteCriteria(IEnumerable<Criterion> criteria) => string.Join('\n', criteria.Select(criterion => string.Create(CultureInfo.InvariantCulture, $"{criterion.Name} = {criterion.Weight:0.##}")));

    /// <summary>Writes down what is needed.</summary>
    /// <exception cref="RefusedException">Something is missing, the weights do not add up to 100, or it is not for this person.</exception>
    public Step Plan(Actor by, DateTime atUtc, TenderPlan plan)
    {
        Fill(atUtc, plan);
        return TenderLifecycle.Table.Begin(this, TenderVerbs.Plan, by, atUtc);
    }

    /// <summary>Changes what is needed, as long as nobody has been invited.</summary>
    /// <exception cref="RefusedException">It is too late, or something is missing.</exception>
    public Step Change(Actor by, DateTime atUtc, TenderPlan plan)
    {
        if (State != TenderState.Need) throw LifecycleRefusals.NotFromHere.With();
        Fill(atUtc, plan);
        return TenderLifecycle.Table.Note(this, TenderVerbs.Change, by, atUtc);
    }

    /// <summary>Notes that a company's sealed bid is in.</summary>
    /// <exception cref="RefusedException">It is late, or the second one of the company.</exception>
    public Step Receive(Actor by, DateTime atUtc, string companyId, string companyName)
    {
        if (State != TenderState.Inviting || atUtc > BidsDueUtc) throw ServiceRefusals.BidLate.With();
        if (Bidders.Any(bidder => bidder.UserId == companyId)) throw ServiceRefusals.BidTwice.With();
        Bidders = [.. Bidders, new(companyId, companyName)];
        return TenderLifecycle.Table.Note(this, TenderVerbs.Receive, by, atUtc, companyName);
    }

    /// <summary>Gives more time, when too few bids came in.</summary>
    /// <exception cref="RefusedException">Bids are not being taken, or the moment lies in the past.</exception>
    public Step Extend(Actor by, DateTime atUtc, DateTime untilUtc)
    {
        if (State != TenderState.Inviting) throw LifecycleRefusals.NotFromHere.With();
        if (untilUtc <= atUtc || untilUtc <= BidsDueUtc) throw ServiceRefusals.BidsDueInPast.At("Day");
        BidsDueUtc = untilUtc;
        return TenderLifecycle.Table.Note(this, TenderVerbs.Extend, by, atUtc);
    }

    /// <summary>Opens the bids: from now on they can be read.</summary>
    /// <param name="bids">All sealed bids of this choice, in the clear.</param>
    /// <exception cref="RefusedException">It is too early, there are fewer than three, or it is not for this person.</exception>
    public Step Open(Actor by, DateTime atUtc, IReadOnlyList<Bid> bids)
    {
        if (State == TenderState.Inviting && atUtc <= BidsDueUtc) throw ServiceRefusals.TooEarly.With(BidsDueUtc);
        if (State == TenderState.Inviting && Bidders.Count < FewestBids) throw ServiceRefusals.TooFewBids.With(Bidders.Count);
        var step = TenderLifecycle.Table.Take(this, TenderVerbs.Open, by, atUtc);
        Bids = [.. bids.OrderBy(bid => bid.ReceivedUtc)];
        return step;
    }

    /// <summary>Hands in an evaluator's scores, once. When the last one is in, the ranking is there.</summary>
    /// <param name="hasNoInterest">Whether the evaluator declares to have no interest in any of the companies.</param>
    /// <exception cref="RefusedException">Not an evaluator, scored already, not declared, or something is missing.</exception>
    public IReadOnlyList<Step> Score(Actor by, DateTime atUtc, IReadOnlyDictionary<string, IReadOnlyList<decimal>> points, bool hasNoInterest, string? note)
    {
        if (State != TenderState.Scoring) throw LifecycleRefusals.NotFromHere.With();
        if (Evaluators.FirstOrDefault(evaluator => evaluator.UserId == by.Id) is not { } evaluator || !by.May(ServicePermissions.Evaluate)) throw ServiceRefusals.NotEvaluator.With();
        if (AllScores.Any(scores => scores.UserId == by.Id)) throw ServiceRefusals.ScoredAlready.With();
        if (!hasNoInterest) throw ServiceRefusals.ConflictMissing.At("NoInterest");
        if (Bids.Any(bid => !points.TryGetValue(bid.CompanyId, out var given) || given.Count != Criteria.Count || given.Any(value => value is < 0 or > 100))) throw ServiceRefusals.ScoreMissing.With();

        AllScores = [.. AllScores, new(by.Id, evaluator.Name, points.Where(pair => Bids.Any(bid => bid.CompanyId == pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), CompanyPart.Clean(note), atUtc)];
        var scored = TenderLifecycle.Table.Note(this, TenderVerbs.Score, by, atUtc);
        return IsScored ? [scored, TenderLifecycle.Table.Take(this, TenderVerbs.Rank, Actor.Clock, atUtc)] : [scored];
    }

    /// <summary>The scores that a reader may see: one's own, and all once everybody has scored.</summary>
    public IReadOnlyList<BidScores> ScoresFor(string userId) => IsScored ? AllScores : [.. AllScores.Where(scores => scores.UserId == userId)];

    /// <summary>Points of a bid by one evaluator, of 100.</summary>
    public decimal PointsOf(string companyId, BidScores scores) =>
        scores.Points.TryGetValue(companyId, out var points) ? Math.Round(points.Zip(Criteria, (value, criterion) => value * criterion.Weight).Sum() / 100, 2, MidpointRounding.AwayFromZero) : 0;

    /// <summary>The ranking; empty before everybody has scored. Equal points share a place; the cheaper one is named first.</summary>
    public IReadOnlyList<RankedBid> Ranking()
    {
        if (!IsScored)
        {
            return [];
        }

        var rows = Bids
            .Select(bid =>
            {
                var points = AllScores.Select(scores => PointsOf(bid.CompanyId, scores)).ToList();
                return (Bid: bid, Points: Math.Round(points.Average(), 2, MidpointRounding.AwayFromZero), Spread: points.Max() - points.Min());
            })
            .OrderByDescending(row => row.Points).ThenBy(row => row.Bid.Fee)
            .ToList();
        return [.. rows.Select(row => new RankedBid(1 + rows.Count(other => other.Points > row.Points), row.Bid, row.Points, row.Spread))];
    }

    /// <summary>Awards to one of the bids, with a reason.</summary>
    /// <param name="company">The company as it is today: it must not be blocked.</param>
    /// <exception cref="RefusedException">Not all scores are in, the company is blocked, no reason, or it is not for this person.</exception>
    public Step Award(Actor by, DateTime atUtc, string? companyId, CompanyPart? company, string? reason)
    {
        if (State is TenderState.Scoring or TenderState.Ranked && !IsScored) throw ServiceRefusals.ScoresMissing.With(AllScores.Count, Evaluators.Count);
        if (State == TenderState.Ranked && (Bids.FirstOrDefault(bid => bid.CompanyId == companyId) is null || company is null)) throw ServiceRefusals.BidUnknown.At("CompanyId");
        if (State == TenderState.Ranked && (company!.IsBlocked || company.State == CompanyState.Ended)) throw ServiceRefusals.CompanyBlocked.At("CompanyId");
        var step = TenderLifecycle.Table.Take(this, TenderVerbs.Award, by, atUtc, reason);
        (AwardedId, CompanyId, CompanyName) = (companyId, companyId!, company!.CompanyName);
        return step;
    }

    /// <summary>Takes a step of the table that needs nothing else.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason) => TenderLifecycle.Table.Take(this, verb, by, atUtc, reason);

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = Title,
        CompanyId = CompanyId,
        CompanyName = CompanyName,
        Trade = Trade.ToString(),
        State = State.ToString(),
        AtUtc = ContentItem?.CreatedUtc ?? default,
        DueUtc = State == TenderState.Inviting ? BidsDueUtc : null,
        Search = SearchText.Fold(Number, Title, CompanyName),
    };

    private void Fill(DateTime atUtc, TenderPlan plan)
    {
        var title = CompanyPart.Clean(plan.Title) ?? throw ServiceRefusals.NameMissing.At("Title");
        var scope = CompanyPart.Clean(plan.Scope) ?? throw ServiceRefusals.ScopeMissing.At("Scope");
        var total = plan.Criteria.Sum(criterion => criterion.Weight);
        if (total != 100 || plan.Criteria.Any(criterion => criterion.Weight <= 0)) throw ServiceRefusals.CriteriaWrong.At("Criteria", total.ToString("0.##", CultureInfo.CurrentCulture));
        if (plan.Evaluators.Count == 0) throw ServiceRefusals.EvaluatorsMissing.At("Evaluators");
        if (plan.BidsDueUtc <= atUtc) throw ServiceRefusals.BidsDueInPast.At("Day");
        (Title, Trade, Scope) = (title, plan.Trade, scope);
        (Criteria, Evaluators, BidsDueUtc) = (plan.Criteria, [.. plan.Evaluators.DistinctBy(evaluator => evaluator.UserId)], plan.BidsDueUtc);
    }
}

/// <summary>What can be done with a choice.</summary>
public static class TenderVerbs
{
    public static readonly Verb Plan = new("plan-tender", "Write down the need");
    public static readonly Verb Invite = new("invite-bids", "Take bids");
    public static readonly Verb Open = new("open-bids", "Open the bids");
    public static readonly Verb Rank = new("rank-bids", "Ranked");
    public static readonly Verb Award = new("award-tender", "Award");
    public static readonly Verb Cancel = new("cancel-tender", "Cancel");
    public static readonly Verb Change = new("change-tender", "Changed");
    public static readonly Verb Receive = new("receive-bid", "Sealed bid received");
    public static readonly Verb Extend = new("extend-tender", "More time for bids");
    public static readonly Verb Score = new("score-bids", "Scores handed in");
}

/// <summary>How a choice lives (TEN-03 to TEN-06).</summary>
public static class TenderLifecycle
{
    private static readonly Role<TenderPart> Office = Roles.With<TenderPart>("Office", ServicePermissions.Manage);
    private static readonly Role<TenderPart> Manager = Roles.With<TenderPart>("Manager", ServicePermissions.Decide);
    private static readonly Guard<TenderPart> TimeOver = new(ServiceRefusals.TooEarly, (tender, atUtc) => atUtc > tender.BidsDueUtc, tender => [tender.BidsDueUtc]);
    private static readonly Guard<TenderPart> EnoughBids = new(ServiceRefusals.TooFewBids, (tender, _) => tender.Bidders.Count >= TenderPart.FewestBids, tender => [tender.Bidders.Count]);
    private static readonly Guard<TenderPart> DueAhead = new(ServiceRefusals.BidsDueInPast, (tender, atUtc) => tender.BidsDueUtc > atUtc);
    private static readonly Guard<TenderPart> Scored = new(ServiceRefusals.ScoresMissing, (tender, _) => tender.IsScored, tender => [tender.AllScores.Count, tender.Evaluators.Count]);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<TenderPart, TenderState> Table = Lifecycle
        .Of<TenderPart, TenderState>(typeof(ServiceTexts), tender => tender.State, (tender, state) => tender.State = state)
        .Start(TenderState.Need, TenderVerbs.Plan).By(Office)
        .From(TenderState.Need).To(TenderState.Inviting, TenderVerbs.Invite).By(Office).When(DueAhead).Due("bids until", tender => tender.BidsDueUtc)
        .From(TenderState.Inviting).To(TenderState.Scoring, TenderVerbs.Open).By(Office).When(TimeOver, EnoughBids)
        .From(TenderState.Scoring).To(TenderState.Ranked, TenderVerbs.Rank).By(Roles.Clock<TenderPart>()).When(Scored)
        .From(TenderState.Ranked).To(TenderState.Awarded, TenderVerbs.Award).By(Manager).When(Scored).AskingReason()
        .From(TenderState.Need, TenderState.Inviting, TenderState.Scoring, TenderState.Ranked).To(TenderState.Cancelled, TenderVerbs.Cancel).By(Manager).AskingReason()
        .Noting(TenderVerbs.Change, TenderVerbs.Receive, TenderVerbs.Extend, TenderVerbs.Score);

    /// <summary>English name of a state.</summary>
    public static string Name(TenderState state) => state switch
    {
        TenderState.Need => "Need",
        TenderState.Inviting => "Taking bids",
        TenderState.Scoring => "Being scored",
        TenderState.Ranked => "Ranked",
        TenderState.Awarded => "Awarded",
        _ => "Cancelled",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(TenderState state) => state switch
    {
        TenderState.Need => "new",
        TenderState.Inviting => "wait",
        TenderState.Scoring => "run",
        TenderState.Ranked => "prop",
        TenderState.Awarded => "done",
        _ => "stop",
    };
}
