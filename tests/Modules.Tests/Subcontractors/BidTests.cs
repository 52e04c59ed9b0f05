using PropertySuite.Core;
using PropertySuite.Subcontractors;
using static Modules.Tests.Subcontractors.ServiceWorld;

namespace Modules.Tests.Subcontractors;

/// <summary>TEN-03 to TEN-06: bids stay sealed, evaluators score alone, nobody is awarded before all have scored.</summary>
public sealed class BidTests
{
    public static readonly DateTime Due = Nine.AddDays(10);

    private static readonly string[] Companies = ["brillo", "verde", "sur"];

    [Fact]
    public void TEN03_Weights_of_the_criteria_add_up_to_100()
    {
        Assert.Equal("tender.criteria-wrong", Refused(() => Plan("Price = 40\nPlan = 25")));
        Assert.Equal("tender.criteria-wrong", Refused(() => Plan("Price = 110\nPlan = -10")));
        Assert.Equal(TenderState.Need, Plan("Price = 60,5\nPlan = 39.5").State);
    }

    [Fact]
    public void TEN04_A_late_bid_and_a_second_one_of_a_company_are_refused()
    {
        var tender = Inviting();
        tender.Receive(Supervisor, Nine, "brillo", "Brillo");

        Assert.Equal("tender.bid-twice", Refused(() => tender.Receive(Supervisor, Nine, "brillo", "Brillo")));
        Assert.Equal("tender.bid-late", Refused(() => tender.Receive(Supervisor, Due.AddSeconds(1), "verde", "Verde")));
        Assert.Empty(tender.Bids);
    }

    [Fact]
    public void TEN04_Bids_are_not_opened_before_their_time_nor_with_fewer_than_three()
    {
        var tender = Inviting();
        tender.Receive(Supervisor, Nine, "brillo", "Brillo");
        tender.Receive(Supervisor, Nine, "verde", "Verde");
        Assert.Equal("tender.too-few-bids", Refused(() => tender.Open(Supervisor, Due.AddMinutes(1), [])));

        tender.Receive(Supervisor, Nine, "sur", "Sur");
        Assert.Equal("tender.too-early", Refused(() => tender.Open(Supervisor, Due, [])));
        Assert.Equal("lifecycle.not-yours", Refused(() => tender.Open(Engineer, Due.AddMinutes(1), [])));
        tender.Open(Supervisor, Due.AddMinutes(1), Bids());
        Assert.Equal((TenderState.Scoring, 3), (tender.State, tender.Bids.Count));
    }

    [Fact]
    public void TEN05_An_evaluator_sees_nobodys_scores_before_the_own_and_all_when_all_are_in()
    {
        var tender = Opened();
        tender.Score(Supervisor, Due.AddDays(1), Points(80), hasNoInterest: true, null);

        Assert.Empty(tender.ScoresFor(Engineer.Id));
        Assert.Empty(tender.ScoresFor(Manager.Id));
        Assert.Equal("sara", Assert.Single(tender.ScoresFor(Supervisor.Id)).UserId);
        Assert.Empty(tender.Ranking());

        tender.Score(Engineer, Due.AddDays(1), Points(60), hasNoInterest: true, null);
        Assert.Equal(2, tender.ScoresFor(Engineer.Id).Count);
        Assert.Equal(2, tender.ScoresFor(Manager.Id).Count);
        Assert.Equal(TenderState.Ranked, tender.State);
    }

    [Fact]
    public void TEN05_Scores_are_handed_in_once_whole_and_by_evaluators_without_an_interest()
    {
        var tender = Opened();
        Assert.Equal("tender.not-evaluator", Refused(() => tender.Score(Manager, Due.AddDays(1), Points(80), true, null)));
        Assert.Equal("tender.conflict-missing", Refused(() => tender.Score(Supervisor, Due.AddDays(1), Points(80), false, null)));
        Assert.Equal("tender.score-missing", Refused(() => tender.Score(Supervisor, Due.AddDays(1), Points(101), true, null)));
        Assert.Equal("tender.score-missing", Refused(() => tender.Score(Supervisor, Due.AddDays(1), new Dictionary<string, IReadOnlyList<decimal>> { ["brillo"] = [1, 2] }, true, null)));
        tender.Score(Supervisor, Due.AddDays(1), Points(80), true, null);
        Assert.Equal("tender.scored-already", Refused(() => tender.Score(Supervisor, Due.AddDays(1), Points(90), true, null)));
    }

    [Fact]
    public void TEN05_The_ranking_is_the_mean_of_weighted_points_and_equal_points_share_a_place()
    {
        var tender = Opened();
        tender.Score(Supervisor, Due.AddDays(1), Given([100, 50], [50, 100], [60, 60]), true, null);
        tender.Score(Engineer, Due.AddDays(1), Given([90, 40], [70, 90], [60, 60]), true, null);

        // 60 and 40 weigh: brillo 80 and 70, verde 70 and 78, sur 60 and 60.
        Assert.Equal([("brillo", 75m, 1), ("verde", 74m, 2), ("sur", 60m, 3)], tender.Ranking().Select(row => (row.Bid.CompanyId, row.Points, row.Place)));
        Assert.Equal(10m, tender.Ranking()[0].Spread);

        var even = Opened();
        even.Score(Supervisor, Due.AddDays(1), Points(70), true, null);
        even.Score(Engineer, Due.AddDays(1), Points(70), true, null);
        Assert.Equal([1, 1, 1], even.Ranking().Select(row => row.Place));
        Assert.Equal("sur", even.Ranking()[0].Bid.CompanyId);
    }

    [Fact]
    public void TEN06_Nobody_is_awarded_before_all_have_scored_nor_while_blocked_nor_without_a_reason()
    {
        var half = Opened();
        half.Score(Supervisor, Due.AddDays(1), Points(80), true, null);
        Assert.Equal("tender.scores-missing", Refused(() => half.Award(Manager, Due.AddDays(2), "brillo", Company(), "Cheapest")));

        var tender = Scored();
        var blocked = Company(Today.AddDays(-1));
        blocked.Blocked = blocked.BlockedOn(Today);
        Assert.Equal("service.company-blocked", Refused(() => tender.Award(Manager, Due.AddDays(2), "brillo", blocked, "Cheapest")));
        Assert.Equal("tender.bid-unknown", Refused(() => tender.Award(Manager, Due.AddDays(2), "nobody", Company(), "Cheapest")));
        Assert.Equal("lifecycle.reason-missing", Refused(() => tender.Award(Manager, Due.AddDays(2), "brillo", Company(), " ")));
        Assert.Equal("lifecycle.not-yours", Refused(() => tender.Award(Supervisor, Due.AddDays(2), "brillo", Company(), "Cheapest")));
        Assert.Equal(TenderState.Ranked, tender.State);

        tender.Award(Manager, Due.AddDays(2), "brillo", Company(), "Best plan");
        Assert.Equal((TenderState.Awarded, "brillo"), (tender.State, tender.AwardedId));
    }

    internal static TenderPart Scored()
    {
        var tender = Opened();
        tender.Score(Supervisor, Due.AddDays(1), Points(80), true, null);
        tender.Score(Engineer, Due.AddDays(1), Points(70), true, null);
        return tender;
    }

    private static TenderPart Plan(string criteria)
    {
        var tender = new TenderPart();
        tender.Plan(Supervisor, Nine, new("Cleaning of six towers", Trade.Cleaning, "14 posts", TenderPart.ReadCriteria(criteria), [new("sara", "Sara"), new("eloy", "Eloy")], Due));
        return tender;
    }

    private static TenderPart Inviting()
    {
        var tender = Plan("Price = 60\nPlan = 40");
        tender.Take(TenderVerbs.Invite, Supervisor, Nine, null);
        return tender;
    }

    private static TenderPart Opened()
    {
        var tender = Inviting();
        foreach (var company in Companies) tender.Receive(Supervisor, Nine, company, company);
        tender.Open(Supervisor, Due.AddMinutes(1), Bids());
        return tender;
    }

    private static IReadOnlyList<Bid> Bids() => [.. Companies.Select((company, at) => new Bid(company, company, 17_000 - (at * 500), null, Nine.AddMinutes(at)))];

    private static Dictionary<string, IReadOnlyList<decimal>> Points(decimal value) => Given([value, value], [value, value], [value, value]);

    private static Dictionary<string, IReadOnlyList<decimal>> Given(params decimal[][] points) => Companies.Zip(points).ToDictionary(pair => pair.First, pair => (IReadOnlyList<decimal>)pair.Second, StringComparer.Ordinal);
}
