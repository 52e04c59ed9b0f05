using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>What a line of a month's score is. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineKind>))]
public enum LineKind
{
    Daily,
    Weekly,
    Monthly,
    Survey,
    Documents,

    /// <summary>Points of a finding that was late or repeated.</summary>
    Finding,

    /// <summary>Points that the office adds or takes, with a reason.</summary>
    Adjustment,

    /// <summary>What was too much: a score lies between 0 and 100.</summary>
    Limit,

    /// <summary>A score that was taken over from earlier books.</summary>
    TakenOver,
}

/// <summary>How much each part of a month's score counts, against the others.</summary>
public sealed record ScoreWeights(decimal Daily, decimal Weekly, decimal Monthly, decimal Survey, decimal Documents)
{
    /// <summary>The usual weights.</summary>
    public static readonly ScoreWeights Usual = new(30, 30, 25, 10, 5);
}

/// <summary>Points that the office adds or takes: a proven complaint, missing staff, an incident, praise.</summary>
/// <param name="Reason">As the contractor reads it.</param>
/// <param name="Points">Above or below 0.</param>
public sealed record Adjustment(string Reason, decimal Points);

/// <summary>What happened in a month under a contract.</summary>
/// <param name="Inspections">Confirmed inspections.</param>
/// <param name="Findings">Number and place of each finding, with the points that it takes.</param>
/// <param name="Survey">What residents say, 0 to 100; null when they were not asked.</param>
/// <param name="DocumentsValid">Whether the documents that the company needs were valid at the end of the month.</param>
/// <param name="Adjustments">What the office adds or takes.</param>
public sealed record PeriodFacts(
    IReadOnlyList<(CheckLevel Level, decimal Score)> Inspections,
    IReadOnlyList<(string Text, decimal Points)> Findings,
    decimal? Survey,
    bool DocumentsValid,
    IReadOnlyList<Adjustment> Adjustments);

/// <summary>One line of the arithmetic.</summary>
/// <param name="Text">Which finding, which reason; null where the kind says it all.</param>
/// <param name="Count">Of how many inspections the value is the mean.</param>
/// <param name="Value">0 to 100; null for points that are added or taken.</param>
/// <param name="Weight">Share of 100; 0 for points that are added or taken.</param>
/// <param name="Points">What it brings or takes.</param>
public sealed record ScoreLine(LineKind Kind, string? Text, int Count, decimal? Value, decimal Weight, decimal Points);

/// <summary>
/// The score of a month, line by line (SUB-08). Levels on which nobody inspected do not count against the company: their weight goes to the others, in
/// proportion. The lines add up to the score to the hundredth.
/// </summary>
public sealed record PeriodScore(decimal Total, IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>Scores a month.</summary>
    /// <exception cref="RefusedException">No inspection is confirmed.</exception>
    public static PeriodScore Of(PeriodFacts facts, ScoreWeights weights)
    {
        if (facts.Inspections.Count == 0)
        {
            throw ServiceRefusals.NothingToScore.With();
        }

        var parts = new List<(LineKind Kind, int Count, decimal Value, decimal Weight)>();
        foreach (var (kind, level, weight) in new[] { (LineKind.Daily, CheckLevel.Daily, weights.Daily), (LineKind.Weekly, CheckLevel.Weekly, weights.Weekly), (LineKind.Monthly, CheckLevel.Monthly, weights.Monthly) })
        {
            var scores = facts.Inspections.Where(inspection => inspection.Level == level).Select(inspection => inspection.Score).ToList();
            if (scores.Count > 0)
            {
                parts.Add((kind, scores.Count, Round(scores.Average()), weight));
            }
        }

        if (facts.Survey is { } survey)
        {
            parts.Add((LineKind.Survey, 1, survey, weights.Survey));
        }

        parts.Add((LineKind.Documents, 1, facts.DocumentsValid ? 100 : 0, weights.Documents));

        var lines = new List<ScoreLine>();
        var whole = parts.Sum(part => part.Weight);
        decimal weightSum = 0, pointSum = 0;
        foreach (var part in parts)
        {
            var (weightBefore, pointsBefore) = (weightSum, pointSum);
            weightSum += part.Weight;
            pointSum += part.Weight * part.Value;
            lines.Add(new(part.Kind, null, part.Count, part.Value, Share(100 * weightSum, whole) - Share(100 * weightBefore, whole), Share(pointSum, whole) - Share(pointsBefore, whole)));
        }

        lines.AddRange(facts.Findings.Where(finding => finding.Points != 0).Select(finding => new ScoreLine(LineKind.Finding, finding.Text, 1, null, 0, -finding.Points)));
        lines.AddRange(facts.Adjustments.Select(adjustment => new ScoreLine(LineKind.Adjustment, adjustment.Reason, 1, null, 0, adjustment.Points)));

        var sum = lines.Sum(line => line.Points);
        var total = Math.Clamp(sum, 0, 100);
        if (total != sum)
        {
            lines.Add(new(LineKind.Limit, null, 1, null, 0, total - sum));
        }

        return new(total, lines);
    }

    /// <summary>English name of a line.</summary>
    public static string Name(LineKind kind) => kind switch
    {
        LineKind.Daily => "Daily inspections",
        LineKind.Weekly => "Weekly inspections",
        LineKind.Monthly => "Monthly inspections",
        LineKind.Survey => "What residents say",
        LineKind.Documents => "Documents in order",
        LineKind.Finding => "Finding",
        LineKind.Adjustment => "Points of the office",
        LineKind.Limit => "A score lies between 0 and 100",
        _ => "Taken over from earlier books",
    };

    private static decimal Share(decimal part, decimal whole) => whole == 0 ? 0 : Round(part / whole);

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What follows from a row of months.</summary>
public enum Consequence
{
    None,

    /// <summary>The last month is below 60.</summary>
    Warning,

    /// <summary>Two months in a row are below 75.</summary>
    Improvement,

    /// <summary>Three of twelve months are below 65, or something critical failed in the last one.</summary>
    Termination,
}

/// <summary>Reads what follows (SUB-12).</summary>
public static class Consequences
{
    /// <summary>The gravest one.</summary>
    /// <param name="months">Score and whether something critical failed, the latest month first.</param>
    public static Consequence Of(IReadOnlyList<(decimal Score, bool FailedCritically)> months) =>
        months.Count == 0 ? Consequence.None
        : months[0].FailedCritically || months.Take(12).Count(month => month.Score < 65) >= 3 ? Consequence.Termination
        : months.Count > 1 && months[0].Score < 75 && months[1].Score < 75 ? Consequence.Improvement
        : months[0].Score < 60 ? Consequence.Warning
        : Consequence.None;
}
