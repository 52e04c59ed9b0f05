using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Figures of the log (VIS-18): by hour, unit, kind and refusal, as tables and as charts.</summary>
[Requires(VisitPermissions.View)]
public sealed class VisitFiguresController(YesSql.ISession session, CommunityTimes times, IClock clock) : Controller
{
    /// <summary>The figures; of the last thirty days unless other days are asked for.</summary>
    [HttpGet, Admin("Visits/Figures", "VisitsFigures")]
    public async Task<IActionResult> Index(string? from, string? until)
    {
        var time = await times.GetAsync();
        var today = time.DayAt(clock.UtcNow);
        var last = ListDay.Read(until, today);
        var first = ListDay.Read(from, today);
        var wrong = (VisitPlan.OrNull(from) is not null && first is null) || (VisitPlan.OrNull(until) is not null && last is null);
        var ends = last ?? today;
        var begins = first ?? ends.AddDays(-29);
        if (begins > ends)
        {
            (begins, ends) = (ends, begins);
        }

        if (ends.DayNumber - begins.DayNumber > VisitFigures.LongestDays)
        {
            begins = ends.AddDays(-VisitFigures.LongestDays);
        }

        return View(new FiguresPage(await VisitFigures.ReadAsync(session, time, begins, ends), from ?? ListDay.Show(begins), until ?? ListDay.Show(ends), wrong, ListDay.Show(today)));
    }
}

/// <summary>The page.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="From">First day as typed.</param>
/// <param name="Until">Last day as typed.</param>
/// <param name="IsWrong">Whether a day cannot be read.</param>
/// <param name="Example">How a day is written.</param>
public sealed record FiguresPage(VisitFigures Figures, string From, string Until, bool IsWrong, string Example);
