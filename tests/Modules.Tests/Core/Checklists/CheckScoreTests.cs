using PropertySuite.Core;
using PropertySuite.Core.Checklists;

namespace Modules.Tests.Core.Checklists;

/// <summary>SUB-02, SUB-08: weights, scales, what does not apply, what is critical.</summary>
public sealed class CheckScoreTests
{
    [Fact]
    public void Weights_that_add_up_to_100_read_as_points()
    {
        var score = Score(Item("a", 40), Item("b", 35), Item("c", 25));

        Assert.Equal(100m, score([("a", "1"), ("b", "1"), ("c", "1")]).Total);
        Assert.Equal(82.5m, score([("a", "1"), ("b", "0.5"), ("c", "1")]).Total);
        Assert.Equal([40m, 17.5m, 25m], score([("a", "1"), ("b", "0.5"), ("c", "1")]).Lines.Select(line => line.Points));
    }

    [Fact]
    public void Weights_of_any_other_sum_count_against_each_other()
    {
        var score = Score(Item("a", 3), Item("b", 2), Item("c", 1));

        Assert.Equal(50m, score([("a", "1"), ("b", "0"), ("c", "0")]).Total);
        Assert.Equal(83.33m, score([("a", "1"), ("b", "1"), ("c", "0")]).Total);
    }

    [Fact]
    public void What_does_not_apply_counts_for_nothing()
    {
        var score = Score(Item("a", 50), Item("b", 30), Item("c", 20))([("a", "1"), ("b", "-"), ("c", "0.5")]);

        Assert.Equal(85.71m, score.Total);
        Assert.Equal((null, 0m, 0m), (score.Lines[1].Value, score.Lines[1].Worth, score.Lines[1].Points));
    }

    [Fact]
    public void A_sheet_on_which_nothing_applies_has_no_points_and_cannot_be_handed_in()
    {
        var sheet = Fill(Sheet(Item("a", 5)), ("a", "-"));

        Assert.Equal(0m, CheckScore.Of(sheet).Total);
        Assert.Equal("checklist.nothing-applies", Assert.Throws<RefusedException>(sheet.CheckComplete).Code);
    }

    [Fact]
    public void A_critical_item_fails_the_sheet_only_when_it_is_not_met_at_all()
    {
        var score = Score(Item("a", 90), Item("b", 10) with { IsCritical = true });

        Assert.False(score([("a", "1"), ("b", "0.5")]).FailedCritically);
        Assert.False(score([("a", "1"), ("b", "-")]).FailedCritically);
        var failed = score([("a", "1"), ("b", "0")]);
        Assert.True(failed.FailedCritically);
        Assert.Equal(90m, failed.Total);
    }

    [Theory]
    [InlineData(CheckScale.YesNo, "1,0")]
    [InlineData(CheckScale.Half, "1,0.5,0")]
    [InlineData(CheckScale.FivePoints, "5,4,3,2,1,0")]
    public void A_scale_takes_its_own_steps_and_no_others(CheckScale scale, string choices)
    {
        var sheet = Sheet(Item("a", 5) with { Scale = scale });

        Assert.Equal(choices, string.Join(',', CheckSheet.Choices(scale).Select(choice => choice.Choice)));
        foreach (var (choice, value) in CheckSheet.Choices(scale))
        {
            var answered = sheet.With("a", choice, null);
            Assert.Equal(100 * value, CheckScore.Of(answered).Total);
            Assert.Equal(choice, CheckSheet.ChoiceOf(sheet.Items[0], answered.AnswerOf("a")!));
        }

        Assert.Equal("checklist.answer-unknown", Assert.Throws<RefusedException>(() => sheet.With("a", "0.3", null)).Code);
    }

    [Fact]
    public void The_lines_add_up_to_the_score_to_the_cent_for_any_weights()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 2000; round++)
        {
            var items = Enumerable.Range(0, random.Next(1, 30)).Select(at => Item($"i{at}", random.Next(1, 4000) / 100m, (CheckScale)random.Next(3))).ToArray();
            var sheet = items.Aggregate(Sheet(items), (filled, item) =>
            {
                var choices = CheckSheet.Choices(item.Scale);
                return filled.With(item.Id, random.Next(8) == 0 ? CheckSheet.NotApplicable : choices[random.Next(choices.Count)].Choice, null);
            });
            var score = CheckScore.Of(sheet);

            Assert.Equal(score.Total, score.Lines.Sum(line => line.Points));
            Assert.Equal(score.Lines.Any(line => line.Value is not null) ? 100m : 0m, score.Lines.Sum(line => line.Worth));
            Assert.All(score.Lines, line => Assert.InRange(line.Points, 0, line.Worth + 0.01m));
            Assert.InRange(score.Total, 0, 100);
        }
    }

    [Fact]
    public void Halves_are_rounded_away_from_zero()
    {
        // 0.5 of 3 among 400 is 0.375 of a hundred.
        Assert.Equal(0.38m, Score(Item("a", 3), Item("b", 397))([("a", "0.5"), ("b", "0")]).Total);
    }

    [Fact]
    public void A_second_answer_takes_the_place_of_the_first_and_an_empty_one_leaves_it()
    {
        var sheet = Sheet(Item("a", 5)).With("a", "0", "dirty").With("a", "1", null).With("a", null, "lost").With("z", "1", null);

        Assert.Equal(new CheckAnswer("a", 1), Assert.Single(sheet.Answers));
    }

    [Fact]
    public void Photos_are_asked_for_by_their_rule()
    {
        var always = Sheet(Item("a", 5) with { Photo = PhotoRule.Always });
        var notMet = Sheet(Item("a", 5) with { Photo = PhotoRule.WhenNotMet });

        Assert.Equal("checklist.photo-missing", Assert.Throws<RefusedException>(always.With("a", "1", null).CheckComplete).Code);
        Assert.Equal("checklist.photo-missing", Assert.Throws<RefusedException>(notMet.With("a", "0.5", null).CheckComplete).Code);
        Assert.Equal("checklist.answers-missing", Assert.Throws<RefusedException>(always.CheckComplete).Code);
        always.With("a", "0", null, photos: 1).CheckComplete();
        notMet.With("a", "1", null).CheckComplete();
        Sheet(Item("a", 5), Item("b", 5) with { Photo = PhotoRule.Always }).With("a", "1", null).With("b", "-", null).CheckComplete();
    }

    [Fact]
    public void A_checklist_is_described_whole_or_not_at_all()
    {
        var list = new ChecklistPart();
        Refused("checklist.code-missing", " ", "Daily", [Item("a", 1)]);
        Refused("checklist.title-missing", "C", "", [Item("a", 1)]);
        Refused("checklist.no-items", "C", "Daily", []);
        Refused("checklist.weight-wrong", "C", "Daily", [Item("a", 0)]);
        Refused("checklist.item-text-missing", "C", "Daily", [Item("a", 1) with { Text = " " }]);
        Refused("checklist.item-twice", "C", "Daily", [Item("a", 1), Item("a", 2)]);

        list.Describe(" clean-d ", " Daily ", "service.cleaning", false, [Item("a", 60), Item("b", 40)]);
        Assert.Equal(("CLEAN-D", "Daily", 100m), (list.Code, list.Title, list.TotalWeight));

        void Refused(string code, string name, string title, IReadOnlyList<CheckItem> items)
        {
            Assert.Equal(code, Assert.Throws<RefusedException>(() => list.Describe(name, title, "service.cleaning", false, items)).Code);
            Assert.Empty(list.Items);
        }
    }

    private static CheckItem Item(string id, decimal weight, CheckScale scale = CheckScale.Half) => new(id, $"Look at {id}", null, weight, scale);

    private static CheckSheet Sheet(params CheckItem[] items) => new("list", "C", "Daily", items, []);

    private static CheckSheet Fill(CheckSheet sheet, params (string Id, string Choice)[] answers) =>
        answers.Aggregate(sheet, (filled, answer) => filled.With(answer.Id, answer.Choice, null));

    private static Func<(string Id, string Choice)[], CheckScore> Score(params CheckItem[] items) => answers => CheckScore.Of(Fill(Sheet(items), answers));
}
