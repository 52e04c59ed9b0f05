using PropertySuite.Core;
using PropertySuite.Subcontractors;
using static Modules.Tests.Subcontractors.ServiceWorld;

namespace Modules.Tests.Subcontractors;

/// <summary>SUB-08, SUB-10, SUB-11, SUB-12: a month's score line by line, grade to payment, objection, second person.</summary>
public sealed class StatementTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    [Fact]
    public void SUB08_The_arithmetic_of_a_whole_month_by_hand()
    {
        var score = PeriodScore.Of(new PeriodFacts(
            [(CheckLevel.Daily, 90), (CheckLevel.Daily, 80), (CheckLevel.Weekly, 95), (CheckLevel.Monthly, 100)],
            [("FND-1 · Tower B", 1.5m), ("FND-2 · Gate", 0)],
            80,
            DocumentsValid: true,
            [new("Praise of residents", 1)]), ScoreWeights.Usual);

        // 30 × 85 + 30 × 95 + 25 × 100 + 10 × 80 + 5 × 100 = 92; less 1.5, and 1 more.
        Assert.Equal(91.5m, score.Total);
        Assert.Equal([25.5m, 28.5m, 25m, 8m, 5m, -1.5m, 1m], score.Lines.Select(line => line.Points));
        Assert.Equal(2, score.Lines[0].Count);
    }

    [Fact]
    public void SUB08_Levels_without_an_inspection_leave_their_weight_to_the_others()
    {
        var score = PeriodScore.Of(new PeriodFacts([(CheckLevel.Weekly, 90)], [], null, true, []), ScoreWeights.Usual);

        // 30 and 5 of 35.
        Assert.Equal(91.43m, score.Total);
        Assert.Equal([85.71m, 14.29m], score.Lines.Select(line => line.Weight));
    }

    [Fact]
    public void SUB08_A_month_without_a_confirmed_inspection_is_not_scored() =>
        Assert.Equal("statement.nothing-to-score", Refused(() => PeriodScore.Of(new PeriodFacts([], [], 90, true, []), ScoreWeights.Usual)));

    [Fact]
    public void SUB08_Expired_documents_lose_their_share_and_a_score_lies_between_0_and_100()
    {
        Assert.Equal(85.71m, PeriodScore.Of(new PeriodFacts([(CheckLevel.Daily, 100)], [], null, false, []), ScoreWeights.Usual).Total);

        var worst = PeriodScore.Of(new PeriodFacts([(CheckLevel.Daily, 5)], [("FND-1", 40)], null, false, []), ScoreWeights.Usual);
        Assert.Equal((0m, LineKind.Limit), (worst.Total, worst.Lines[^1].Kind));
        Assert.Equal(100m, PeriodScore.Of(new PeriodFacts([(CheckLevel.Daily, 100)], [], null, true, [new("Praise", 3)]), ScoreWeights.Usual).Total);
    }

    [Fact]
    public void SUB08_The_lines_add_up_to_the_score_to_the_hundredth_in_any_month()
    {
        var random = new Random(1123);
        for (var round = 0; round < 3000; round++)
        {
            var score = PeriodScore.Of(new PeriodFacts(
                [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => ((CheckLevel)random.Next(3), random.Next(10_001) / 100m))],
                [.. Enumerable.Range(0, random.Next(5)).Select(at => ($"FND-{at}", random.Next(9) / 2m))],
                random.Next(2) == 0 ? null : random.Next(101),
                random.Next(4) > 0,
                [.. Enumerable.Range(0, random.Next(3)).Select(at => new Adjustment($"Reason {at}", random.Next(-300, 300) / 100m))]),
                new ScoreWeights(random.Next(1, 60), random.Next(1, 60), random.Next(1, 60), random.Next(1, 20), random.Next(1, 20)));

            Assert.Equal(score.Total, score.Lines.Sum(line => line.Points));
            Assert.Equal(100m, score.Lines.Sum(line => line.Weight));
            Assert.InRange(score.Total, 0, 100);
        }
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(95, 100)]
    [InlineData(94.99, 98)]
    [InlineData(85, 98)]
    [InlineData(84.99, 95)]
    [InlineData(75, 95)]
    [InlineData(73.9, 90)]
    [InlineData(65, 90)]
    [InlineData(64.99, 80)]
    [InlineData(60, 80)]
    [InlineData(59.99, 70)]
    [InlineData(0, 70)]
    public void SUB10_A_score_pays_the_share_of_its_grade(decimal score, decimal share) => Assert.Equal(share, Contract().ShareOf(score));

    [Theory]
    [InlineData("95 = 100\n0 = 70", true)]
    [InlineData("95 = 100 %\n84,5 = 97.5\n0 = 0", true)]
    [InlineData("95 = 100", false)]
    [InlineData("0 = 70\n95 = 100", false)]
    [InlineData("95 = 101\n0 = 70", false)]
    [InlineData("good = 100\n0 = 70", false)]
    [InlineData("", false)]
    public void SUB10_Grades_fall_and_reach_down_to_0(string typed, bool readable) => Assert.Equal(readable, ContractPart.ReadBands(typed) is not null);

    [Theory]
    [InlineData("2026-01-01", "2027-12-31", 16_800)]
    [InlineData("2026-10-17", "2027-12-31", 8_129.03)]
    [InlineData("2026-01-01", "2026-10-01", 541.94)]
    public void SUB10_The_fee_of_a_month_is_that_of_the_days_on_which_the_contract_ran(string starts, string ends, decimal fee) =>
        Assert.Equal(fee, StatementPart.FeeOf(Contract(starts: Day(starts), ends: Day(ends)), October));

    [Fact]
    public void SUB10_What_is_paid_and_what_is_held_back_add_up_to_the_fee()
    {
        for (var fee = 0.01m; fee < 40; fee += 0.37m)
        {
            var statement = Draft(Supervisor, fee, 73.9m);
            Assert.Equal(fee, statement.Payable + statement.Deduction);
            Assert.Equal(Math.Round(fee * 0.9m, 2, MidpointRounding.AwayFromZero), statement.Payable);
        }
    }

    [Fact]
    public void SUB11_Only_months_that_are_over_and_in_which_the_contract_ran_are_settled()
    {
        Assert.Equal("statement.period-wrong", Refused(() => StatementPart.CheckPeriod(Today, Contract(), new(2026, 11, 1))));
        Assert.Equal("statement.period-wrong", Refused(() => StatementPart.CheckPeriod(Today, Contract(), new(2025, 12, 1))));
        Assert.Equal("statement.period-wrong", Refused(() => StatementPart.CheckPeriod(Today, Contract(), new(2026, 10, 2))));
        StatementPart.CheckPeriod(Today, Contract(), October);
    }

    [Fact]
    public void SUB11_Silence_accepts_after_five_working_days_and_not_before()
    {
        var statement = Draft(Supervisor);
        statement.Send(Supervisor, Nine, Calendar);

        Assert.Empty(statement.Tick(statement.ObjectByUtc!.Value.AddSeconds(-1), Calendar));
        Assert.Equal(StatementVerbs.Lapse.Id, Assert.Single(statement.Tick(statement.ObjectByUtc.Value, Calendar)).Verb);
        Assert.Equal(StatementState.Accepted, statement.State);
    }

    [Fact]
    public void SUB11_A_decided_objection_gives_points_back_and_pays_by_the_new_grade()
    {
        var statement = Draft(Supervisor, 1000, 73.9m);
        statement.Send(Supervisor, Nine, Calendar);
        statement.Take(StatementVerbs.Object, Contractor, Nine, "It rained");
        Assert.Equal("lifecycle.reason-missing", Refused(() => statement.Decide(Manager, Nine, Contract(1000), 2, " ")));
        statement.Decide(Manager, Nine, Contract(1000), 2, "It did rain");

        Assert.Equal((75.9m, 95m, 950m), (statement.Score, statement.Share, statement.Payable));
        Assert.Equal(statement.Score, statement.Lines.Sum(line => line.Points));
    }

    [Fact]
    public void SUB11_Who_drafted_a_statement_does_not_approve_it()
    {
        var statement = Draft(Manager);
        statement.State = StatementState.Accepted;
        Assert.Equal("statement.second-person", Refused(() => statement.Take(StatementVerbs.Approve, Manager, Nine, null)));

        var other = Draft(Supervisor);
        other.State = StatementState.Accepted;
        other.Take(StatementVerbs.Approve, Manager, Nine, null);
        Assert.Equal(StatementState.Approved, other.State);
    }

    [Fact]
    public void TEN02_SUB11_A_company_whose_insurance_has_expired_is_not_paid()
    {
        var statement = Draft(Supervisor);
        statement.State = StatementState.Approved;
        statement.Blocked = Company(Today.AddDays(-1)).BlockedOn(Today);
        Assert.Equal("service.company-blocked", Refused(() => statement.Take(StatementVerbs.Record, Cashier, Nine, null)));

        statement.Blocked = [];
        statement.Take(StatementVerbs.Record, Cashier, Nine, null);
        Assert.Equal(StatementState.ToPayment, statement.State);
    }

    [Fact]
    public void SUB12_What_follows_from_poor_months()
    {
        Assert.Equal(Consequence.None, Of(96.2m, 88.5m, 73.9m));
        Assert.Equal(Consequence.Warning, Of(59.9m, 80));
        Assert.Equal(Consequence.Improvement, Of(74.9m, 74));
        Assert.Equal(Consequence.Termination, Of(64, 90, 64, 90, 64));
        Assert.Equal(Consequence.None, Of([90, .. Enumerable.Repeat(80m, 11), 60, 60, 60]));
        Assert.Equal(Consequence.Termination, Consequences.Of([(99, true)]));
        Assert.Equal(Consequence.None, Consequences.Of([]));

        static Consequence Of(params decimal[] scores) => Consequences.Of([.. scores.Select(score => (score, false))]);
    }

    internal static StatementPart Draft(Actor by, decimal fee = 16_800, decimal score = 88.5m)
    {
        var statement = new StatementPart();
        statement.Draft(by, Nine, Today, "contract", Contract(fee), October, new(score, [new(LineKind.Daily, null, 1, score, 100, score)]), failedCritically: false);
        return statement;
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
