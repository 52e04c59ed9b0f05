using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>The calendar of activities for everybody: a month, a list, one activity, and the same for calendars (S10.8). Nothing of any person.</summary>
[AllowAnonymous]
public sealed class CalendarController(
    ActivityBook activities, ActivityReading reading, ActivityPictures pictures, Turns turns, ActivityAccess access, Neighbours neighbours, ISiteService sites, CommunityTimes times,
    YesSql.ISession session, IStringLocalizer<CalendarController> S, IClock clock) : Controller
{
    private const int PastShown = 12;

    /// <summary>A month with its list, and what was.</summary>
    [HttpGet("activities")]
    public async Task<IActionResult> Index(string? month)
    {
        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var today = time.DayAt(now);
        var first = MonthOf(month) ?? new DateOnly(today.Year, today.Month, 1);
        var shown = await reading.BetweenAsync(time.BeginningOf(first), time.BeginningOf(first.AddMonths(1)));
        var next = await reading.NextAsync(30);
        var past = await reading.PastAsync(PastShown);
        return View(new CalendarPage(
            MonthGrid.Of(first, today, shown, time), shown, next, past,
            await pictures.FirstAsync([.. past.Select(read => read.Activity)])));
    }

    /// <summary>One activity.</summary>
    [HttpGet("activities/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        if (await activities.OfSlugAsync(slug) is not { } activity)
        {
            return NotFound();
        }

        var activityId = activity.ContentItem.ContentItemId;
        var takesPart = User.Identity?.IsAuthenticated == true && await access.MayAsync(ActivityPermissions.TakePart);
        var me = takesPart ? await neighbours.GetAsync() : null;
        var personId = me?.Units.Count > 0 ? me.Person?.Id : null;
        return View(new ActivityPage(
            await reading.OfAsync(activity),
            await pictures.OfAsync(activity),
            await turns.OfActivityAsync(activityId),
            personId is null ? null : (await session.QueryIndex<RegistrationIndex>(row => row.LivePersonKey == activityId + ":" + personId).FirstOrDefaultAsync())?.RegistrationId,
            personId,
            takesPart,
            await times.GetAsync(),
            clock.UtcNow));
    }

    /// <summary>What is to come and what was within a year, for calendars that follow it.</summary>
    [HttpGet("activities/calendar.ics")]
    public async Task<IActionResult> Feed()
    {
        var now = clock.UtcNow;
        return await FileAsync(await reading.BetweenAsync(now.AddYears(-1), now.AddYears(2)), "activities.ics");
    }

    /// <summary>One activity for a calendar.</summary>
    [HttpGet("activities/{slug}/calendar.ics")]
    public async Task<IActionResult> Entry(string slug) =>
        await activities.OfSlugAsync(slug) is { } activity ? await FileAsync([await reading.OfAsync(activity)], slug + ".ics") : NotFound();

    private async Task<IActionResult> FileAsync(IReadOnlyList<ReadActivity> shown, string name)
    {
        var community = (await sites.GetSiteSettingsAsync()).SiteName;
        var text = CalendarFile.Write(S["Activities of {0}", community], shown, await times.GetAsync(), Request.Host.Host, read => Url.Action(nameof(Show), "Calendar", new { slug = read.Activity.Slug }, Request.Scheme));
        return File(Encoding.UTF8.GetBytes(text), CalendarFile.MediaType, name);
    }

    private static DateOnly? MonthOf(string? typed) =>
        DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2200 ? first : null;
}

/// <summary>A month as a grid of weeks.</summary>
/// <param name="First">First day of the month.</param>
/// <param name="Weeks">Weeks from Monday to Sunday.</param>
public sealed record MonthGrid(DateOnly First, IReadOnlyList<IReadOnlyList<MonthDay>> Weeks)
{
    /// <summary>Name of a month in an address.</summary>
    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Name of a month as a heading, in the reader's language.</summary>
    public static string Name(DateOnly month, bool withYear = false)
    {
        var name = month.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? withYear ? "yyyy年M月" : "M月" : withYear ? "MMMM yyyy" : "MMMM", CultureInfo.CurrentCulture);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    /// <summary>Lays a month out.</summary>
    public static MonthGrid Of(DateOnly first, DateOnly today, IReadOnlyList<ReadActivity> shown, CommunityTime time)
    {
        var weeks = new List<IReadOnlyList<MonthDay>>();
        for (var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7)); monday < first.AddMonths(1); monday = monday.AddDays(7))
        {
            weeks.Add([.. Enumerable.Range(0, 7).Select(at => monday.AddDays(at)).Select(day => new MonthDay(
                day,
                day.Month == first.Month,
                day == today,
                [.. shown.Where(read => read.Activity.State != ActivityState.Cancelled && DateOnly.FromDateTime(read.Start!.Value) <= day && day <= time.DayAt(read.Activity.Time!.EndUtc.AddTicks(-1)))]))]);
        }

        return new MonthGrid(first, weeks);
    }
}

/// <summary>A day of the grid.</summary>
public sealed record MonthDay(DateOnly Day, bool IsOfMonth, bool IsToday, IReadOnlyList<ReadActivity> Activities);

/// <summary>The calendar's page.</summary>
public sealed record CalendarPage(MonthGrid Grid, IReadOnlyList<ReadActivity> OfMonth, IReadOnlyList<ReadActivity> Next, IReadOnlyList<ReadActivity> Past, IReadOnlyDictionary<string, ActivityPicture> Pictures);

/// <summary>The page of an activity.</summary>
/// <param name="RegistrationId">The reader's own registration; null for none.</param>
/// <param name="PersonId">The reader, where he or she may take part today; null for others.</param>
/// <param name="TakesPart">Whether the reader is a resident who has signed in.</param>
public sealed record ActivityPage(
    ReadActivity Read, IReadOnlyList<ActivityPicture> Pictures, IReadOnlyList<TurnIndex> Turns, string? RegistrationId, string? PersonId, bool TakesPart, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Whether somebody can register at this moment.</summary>
    public bool IsOpen => Read.Activity.State is ActivityState.Open or ActivityState.Full && NowUtc < Read.Activity.ClosesUtc;
}
