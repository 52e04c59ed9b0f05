using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The month of the service desk, as charts and tables, beside the month before (CMP-24).</summary>
[Requires(ComplaintPermissions.View)]
public sealed class ComplaintFiguresController(
    YesSql.ISession session, ComplaintPolicy policy, ServiceDesk desk, CommunityTimes times, IStringLocalizer<ComplaintFiguresController> S, IStringLocalizer<ComplaintTexts> words) : Controller
{
    private const string InAddresses = "yyyy-MM";

    /// <summary>The figures of a month; of this one unless another is asked for.</summary>
    [HttpGet, Admin("Complaints/Figures", "ComplaintFigures")]
    public async Task<IActionResult> Index(string? month) => View(await PageAsync(month));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Complaints/Figures/Export", "ComplaintFiguresExport")]
    public async Task<IActionResult> Export(string? month)
    {
        var page = await PageAsync(month);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await CsvExport.WriteLineAsync(text, [S["What"], S["Which"], S["This month"], S["Month before"]]);
        foreach (var (name, trend, _) in page.Trends)
        {
            await CsvExport.WriteLineAsync(text, [CsvExport.AsText(name), "", Number(trend.Now), Number(trend.Before)]);
        }

        foreach (var (name, counts) in page.Tables)
        {
            foreach (var count in counts)
            {
                await CsvExport.WriteLineAsync(text, [CsvExport.AsText(name), CsvExport.AsText(count.Id), count.Count.ToString(CultureInfo.InvariantCulture), count.Before.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        Response.Headers.CacheControl = "no-store";
        return File(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", $"complaints-{page.Figures.Month.ToString(InAddresses, CultureInfo.InvariantCulture)}.csv");
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private async Task<FiguresPage> PageAsync(string? asked)
    {
        var time = await times.GetAsync();
        var today = time.DayAt(desk.Now);
        var month = DateOnly.TryParseExact(asked + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read <= today && read.Year >= 2000 ? read : new DateOnly(today.Year, today.Month, 1);
        var figures = await ComplaintFigures.ReadAsync(session, time, month);
        var categories = await policy.NamesAsync();
        return new FiguresPage(
            figures,
            month.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
            month.AddMonths(-1).ToString(InAddresses, CultureInfo.InvariantCulture),
            month.AddMonths(1) <= today ? month.AddMonths(1).ToString(InAddresses, CultureInfo.InvariantCulture) : null,
            [
                (S["Received"], figures.Received, ""),
                (S["Ended"], figures.Ended, ""),
                (S["Open at the end"], figures.Open, ""),
                (S["First contact in time"], figures.ContactRate, " %"),
                (S["Solved in time"], figures.SolveRate, " %"),
                (S["Reopened"], figures.ReopenRate, " %"),
                (S["Satisfaction, from 1 to 5"], figures.Satisfaction, ""),
            ],
            [
                (S["By category"], [.. figures.ByCategory.Select(count => count with { Id = categories.GetValueOrDefault(count.Id, count.Id) })]),
                (S["By building"], figures.ByBuilding),
                (S["By level"], [.. figures.ByLevel.Select(count => count with { Id = words[ComplaintStates.Level(int.Parse(count.Id, CultureInfo.InvariantCulture))] })]),
                (S["How they came"], [.. figures.ByChannel.Select(count => count with { Id = words[ComplaintStates.Name(Enum.Parse<ComplaintChannel>(count.Id))] })]),
                (S["Units with more than one"], figures.Units),
            ]);
    }
}

/// <summary>The page.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Title">The month, in words.</param>
/// <param name="Previous">The month before, for its address.</param>
/// <param name="Next">The month after; null when it has not begun.</param>
/// <param name="Trends">Figures with their names and units.</param>
/// <param name="Tables">Counts with their names, in the reader's language.</param>
public sealed record FiguresPage(
    ComplaintFigures Figures,
    string Title,
    string Previous,
    string? Next,
    IReadOnlyList<(string Name, Trend Trend, string Unit)> Trends,
    IReadOnlyList<(string Name, IReadOnlyList<CountOf> Counts)> Tables);
