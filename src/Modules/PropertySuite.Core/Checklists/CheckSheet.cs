using System.Globalization;

namespace PropertySuite.Core.Checklists;

/// <summary>What was found of one item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Value">From 0 to 1; null when it does not apply.</param>
/// <param name="Note">A few words; null for none.</param>
/// <param name="Photos">How many photos belong to it.</param>
public sealed record CheckAnswer(string ItemId, decimal? Value, string? Note = null, int Photos = 0);

/// <summary>A checklist as it was on the day, with what was found. A value: a part that keeps one replaces it.</summary>
/// <param name="ChecklistId">Content item id of the checklist.</param>
/// <param name="Code">Its code then.</param>
/// <param name="Title">Its name then.</param>
/// <param name="Items">Its items then.</param>
/// <param name="Answers">Answers so far; items without one are still to be looked at.</param>
public sealed record CheckSheet(string ChecklistId, string Code, string Title, IReadOnlyList<CheckItem> Items, IReadOnlyList<CheckAnswer> Answers)
{
    /// <summary>Choice that says that an item does not apply.</summary>
    public const string NotApplicable = "-";

    /// <summary>An empty sheet.</summary>
    public static CheckSheet Of(string checklistId, ChecklistPart checklist) => new(checklistId, checklist.Code, checklist.Title, checklist.Items, []);

    /// <summary>Items that nobody has answered yet.</summary>
    public IReadOnlyList<CheckItem> Open => [.. Items.Where(item => AnswerOf(item.Id) is null)];

    /// <summary>What was found of an item; null when nothing yet.</summary>
    public CheckAnswer? AnswerOf(string itemId) => Answers.FirstOrDefault(answer => answer.ItemId == itemId);

    /// <summary>What a form offers for a scale: choice and its share of the weight, best first.</summary>
    public static IReadOnlyList<(string Choice, decimal Value)> Choices(CheckScale scale) => scale switch
    {
        CheckScale.YesNo => [("1", 1m), ("0", 0m)],
        CheckScale.Half => [("1", 1m), ("0.5", 0.5m), ("0", 0m)],
        _ => [("5", 1m), ("4", 0.8m), ("3", 0.6m), ("2", 0.4m), ("1", 0.2m), ("0", 0m)],
    };

    /// <summary>What a form shows as chosen for an answer.</summary>
    public static string ChoiceOf(CheckItem item, CheckAnswer answer) =>
        answer.Value is not { } value ? NotApplicable : Choices(item.Scale).Where(choice => choice.Value == value).Select(choice => choice.Choice).FirstOrDefault(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The sheet with an answer to an item, in the place of the one before.</summary>
    /// <param name="itemId">The item; one that the sheet lacks is left aside.</param>
    /// <param name="choice">One of <see cref="Choices"/> or <see cref="NotApplicable"/>; null or empty leaves the answer as it is.</param>
    /// <param name="note">A few words; null for none.</param>
    /// <param name="photos">How many photos belong to it now.</param>
    /// <exception cref="RefusedException">The choice is none of the scale's.</exception>
    public CheckSheet With(string itemId, string? choice, string? note, int photos = 0)
    {
        if (Items.FirstOrDefault(item => item.Id == itemId) is not { } item || string.IsNullOrEmpty(choice))
        {
            return this;
        }

        var known = Choices(item.Scale).Where(offered => offered.Choice == choice).Select(offered => (decimal?)offered.Value).FirstOrDefault();
        if (known is null && choice != NotApplicable)
        {
            throw ChecklistRefusals.AnswerUnknown.With(choice);
        }

        var answer = new CheckAnswer(itemId, known, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), photos);
        return this with { Answers = [.. Answers.Where(other => other.ItemId != itemId), answer] };
    }

    /// <summary>Checks that the sheet can be handed in: everything answered, something applies, photos where they are asked for.</summary>
    /// <exception cref="RefusedException">It cannot.</exception>
    public void CheckComplete()
    {
        if (Open.Count > 0)
        {
            throw ChecklistRefusals.AnswersMissing.With(Open.Count);
        }

        if (Answers.All(answer => answer.Value is null))
        {
            throw ChecklistRefusals.NothingApplies.With();
        }

        foreach (var item in Items)
        {
            var answer = AnswerOf(item.Id)!;
            if (answer.Photos == 0 && answer.Value is { } value && (item.Photo == PhotoRule.Always || (item.Photo == PhotoRule.WhenNotMet && value < 1)))
            {
                throw ChecklistRefusals.PhotoMissing.With(item.Text);
            }
        }
    }
}

/// <summary>One line of a score: what an item was worth and what it brought, in points of 100.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Text">What was looked at.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Value">What was found, 0 to 1; null when it did not apply.</param>
/// <param name="Worth">Points that it could bring; the lines that apply add up to 100.</param>
/// <param name="Points">Points that it brought; the lines add up to the score.</param>
/// <param name="FailedCritically">Whether a critical item was not met at all.</param>
public sealed record CheckLine(string ItemId, string Text, decimal Weight, decimal? Value, decimal Worth, decimal Points, bool FailedCritically);

/// <summary>
/// The score of a sheet, 0 to 100 with two decimals, line by line. Weights count against each other, so they may have any sum; what does not apply counts for
/// nothing; what has no answer yet is left out. The lines add up to the score to the cent: each is the difference of two rounded sums.
/// </summary>
/// <param name="Total">0 to 100, two decimals.</param>
/// <param name="Lines">In the order of the sheet.</param>
public sealed record CheckScore(decimal Total, IReadOnlyList<CheckLine> Lines)
{
    /// <summary>Whether some critical item was not met at all.</summary>
    public bool FailedCritically => Lines.Any(line => line.FailedCritically);

    /// <summary>Scores a sheet.</summary>
    public static CheckScore Of(CheckSheet sheet)
    {
        var applies = sheet.Items.Sum(item => sheet.AnswerOf(item.Id)?.Value is null ? 0 : item.Weight);
        var lines = new List<CheckLine>();
        decimal worth = 0, points = 0;
        foreach (var item in sheet.Items)
        {
            if (sheet.AnswerOf(item.Id) is not { } answer)
            {
                continue;
            }

            var (worthBefore, pointsBefore) = (worth, points);
            if (answer.Value is { } value)
            {
                worth += item.Weight;
                points += item.Weight * value;
            }

            lines.Add(new CheckLine(
                item.Id,
                item.Text,
                item.Weight,
                answer.Value,
                OfHundred(worth, applies) - OfHundred(worthBefore, applies),
                OfHundred(points, applies) - OfHundred(pointsBefore, applies),
                item.IsCritical && answer.Value == 0));
        }

        return new CheckScore(OfHundred(points, applies), lines);
    }

    private static decimal OfHundred(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(100 * part / whole, 2, MidpointRounding.AwayFromZero);
}
