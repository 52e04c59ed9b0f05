using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core.Today;

namespace PropertySuite.Community.Today;

/// <summary>The staff's first page (S10.1): what the modules have for today.</summary>
public sealed class TodayController(IDisplayManager<TodayBoard> display, IUpdateModelAccessor updater, ICommunityCalendar calendar, IClock clock) : Controller
{
    [HttpGet, Admin("Today", "Today"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index()
    {
        var board = new TodayBoard { Day = await calendar.TodayAsync(), AtUtc = clock.UtcNow };
        return View(new TodayPage(board, await display.BuildDisplayAsync(board, updater.ModelUpdater)));
    }
}

/// <param name="Shape">What the modules put on the board, by zones.</param>
public sealed record TodayPage(TodayBoard Board, IShape Shape);
