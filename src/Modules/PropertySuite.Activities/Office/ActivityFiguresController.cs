using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>Figures of a year (ACT-19, VOL-09).</summary>
/// <param name="Year">The year.</param>
/// <param name="Activities">Activities of the year that were or are to be, by month.</param>
/// <param name="Cancelled">Cancelled ones.</param>
/// <param name="Registered">Persons with a place.</param>
/// <param name="Came">Persons who came.</param>
/// <param name="NoShows">Persons who had a place and did not come.</param>
/// <param name="Cost">What they cost.</param>
/// <param name="Volunteers">People whose hours were confirmed.</param>
/// <param name="Hours">Their hours.</param>
public sealed record ActivityFigures(int Year, IReadOnlyList<MonthFigures> Activities, int Cancelled, int Registered, int Came, int NoShows, decimal Cost, int Volunteers, decimal Hours)
{
    /// <summary>How many there were.</summary>
    public int Count => Activities.Sum(month => month.Count);

    /// <summary>Cost of each person who came; null when nobody was counted.</summary>
    public decimal? CostPerHead => Came == 0 ? null : Math.Round(Cost / Came, 2);

    /// <summary>Counts the rows of a year.</summary>
    public static ActivityFigures Of(int year, CommunityTime time, IReadOnlyList<ActivityIndex> rows, IReadOnlyList<RegistrationIndex> missed, IReadOnlyList<TurnIndex> turns)
    {
        var held = rows.Where(row => row.State != nameof(ActivityState.Cancelled)).ToList();
        return new ActivityFigures(
            year,
            [.. Enumerable.Range(1, 12).Select(month => MonthFigures.Of(month, held.Where(row => time.At(row.StartUtc!.Value).Month == month).ToList()))],
            rows.Count - held.Count,
            held.Sum(row => row.Taken),
            held.Sum(row => row.Came),
            missed.Sum(row => row.Persons),
            held.Sum(row => row.Cost),
            turns.Select(turn => turn.PersonId).Distinct(StringComparer.Ordinal).Count(),
            turns.Sum(turn => turn.Hours));
    }
}

/// <summary>Figures of a month.</summary>
public sealed record MonthFigures(int Month, int Count, int Registered, int Came, decimal Cost)
{
    /// <summary>Counts the rows of a month.</summary>
    public static MonthFigures Of(int month, IReadOnlyList<ActivityIndex> rows) => new(month, rows.Count, rows.Sum(row => row.Taken), rows.Sum(row => row.Came), rows.Sum(row => row.Cost));
}

/// <summary>The page of figures.</summary>
[Requires(ActivityPermissions.View)]
public sealed class ActivityFiguresController(YesSql.ISession session, ActivityPolicy policy, CommunityTimes times, IClock clock) : Controller
{
    /// <summary>The figures of a year; the present one when none is named.</summary>
    [HttpGet, Admin("Activities/Figures", "ActivityFigures")]
    public async Task<IActionResult> Index(string? year)
    {
        var time = await times.GetAsync();
        var now = time.DayAt(clock.UtcNow).Year;
        var asked = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed is >= 2000 and <= 2199 ? typed : now;
        var (from, until) = (time.BeginningOf(new DateOnly(asked, 1, 1)), time.BeginningOf(new DateOnly(asked + 1, 1, 1)));
        var noShow = nameof(RegistrationState.NoShow);
        var confirmed = nameof(TurnState.Confirmed);
        return View(new ActivityFiguresPage(
            ActivityFigures.Of(
                asked,
                time,
                [.. await session.QueryIndex<ActivityIndex>(row => row.IsPublic && row.StartUtc >= from && row.StartUtc < until).ListAsync()],
                [.. await session.QueryIndex<RegistrationIndex>(row => row.State == noShow && row.StartUtc >= from && row.StartUtc < until).ListAsync()],
                [.. await session.QueryIndex<TurnIndex>(row => row.State == confirmed && row.FromUtc >= from && row.FromUtc < until).ListAsync()]),
            now,
            (await policy.RulesAsync()).Currency));
    }
}

/// <summary>The page.</summary>
public sealed record ActivityFiguresPage(ActivityFigures Figures, int ThisYear, string Currency);
