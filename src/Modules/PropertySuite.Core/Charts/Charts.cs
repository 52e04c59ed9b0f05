using System.Globalization;

namespace PropertySuite.Core.Charts;

/// <summary>A figure with what it was before. Written by <see cref="Partial"/>; the whole tile leads to its list.</summary>
/// <param name="Heading">What is counted, in the reader's language.</param>
/// <param name="Figure">As it is written: <c>94.1 %</c>.</param>
/// <param name="Url">The list that it counts.</param>
public sealed record StatTile(string Heading, string Figure, string Url)
{
    /// <summary>Where the partial view lies.</summary>
    public const string Partial = "~/Areas/PropertySuite.Core/Views/Shared/_Stat.cshtml";

    /// <summary>Beside the figure, smaller: "4 overdue"; null for nothing.</summary>
    public string? Beside { get; init; }

    /// <summary>Difference to before; null where nothing is known of before.</summary>
    public decimal? Change { get; init; }

    /// <summary>Against what it is compared, in the reader's language: "than the week before".</summary>
    public string? Against { get; init; }

    /// <summary>Whether more is better; null where it is neither good nor bad.</summary>
    public bool? MoreIsBetter { get; init; }

    /// <summary>The figure over time, the oldest first; fewer than two draw nothing.</summary>
    public IReadOnlyList<decimal> Line { get; init; } = [];

    /// <summary>The difference as it is written, without its sign.</summary>
    public string ChangeText => Math.Abs(Change ?? 0).ToString("0.#", CultureInfo.CurrentCulture);
}

/// <summary>Columns over a row of hours, days or months, with the same as a table. Written by <see cref="Partial"/>.</summary>
/// <param name="Name">What the picture shows, as one full sentence in the reader's language.</param>
/// <param name="Of">Heading of the labels: "Hour".</param>
/// <param name="Counts">Heading of the values: "Visits".</param>
/// <param name="Columns">From left to right.</param>
public sealed record ColumnChart(string Name, string Of, string Counts, IReadOnlyList<ChartValue> Columns)
{
    /// <summary>Where the partial view lies.</summary>
    public const string Partial = "~/Areas/PropertySuite.Core/Views/Shared/_Columns.cshtml";

    /// <summary>The top of the scale: a round number not below the highest column.</summary>
    public int Top
    {
        get
        {
            var most = Columns.Count == 0 ? 0 : Columns.Max(column => column.Value);
            foreach (var step in new[] { 4, 8, 12, 20, 40, 60, 80, 100, 200, 400, 600, 800, 1000, 2000, 4000, 8000, 10000 })
            {
                if (most <= step) return step;
            }

            return (int)Math.Ceiling(most / 10000m) * 10000;
        }
    }
}

/// <param name="Label">In the reader's language.</param>
/// <param name="Value">From 0.</param>
public sealed record ChartValue(string Label, int Value);

/// <summary>Rows of bars in parts: a table whose bars are drawn beside the figures. Written by <see cref="Partial"/>.</summary>
/// <param name="Name">What the table shows, in the reader's language.</param>
/// <param name="Of">Heading of the labels.</param>
/// <param name="Parts">Names of the parts of each bar, in the reader's language.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record BarChart(string Name, string Of, IReadOnlyList<ChartPart> Parts, IReadOnlyList<ChartRow> Rows)
{
    /// <summary>Where the partial view lies.</summary>
    public const string Partial = "~/Areas/PropertySuite.Core/Views/Shared/_Bars.cshtml";

    /// <summary>The longest bar.</summary>
    public int Most => Math.Max(1, Rows.Count == 0 ? 1 : Rows.Max(row => row.Values.Sum()));
}

/// <param name="Name">In the reader's language.</param>
/// <param name="Look"><c>c1</c> to <c>c4</c>, <c>c-alert</c> for what is late, <c>c-none</c> for what is free.</param>
public sealed record ChartPart(string Name, string Look);

/// <param name="Label">In the reader's language.</param>
/// <param name="Url">The list that it counts; null for none.</param>
/// <param name="Values">One for each part.</param>
public sealed record ChartRow(string Label, string? Url, IReadOnlyList<int> Values)
{
    /// <summary>Beside the bar, as it is written; null writes the sum.</summary>
    public string? Figure { get; init; }
}
