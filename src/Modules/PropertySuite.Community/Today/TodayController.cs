using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using PropertySuite.Community.Contracts;
using PropertySuite.Core.Today;

namespace PropertySuite.Community.Today;

/// <summary>The staff's first page (S10.1): what the modules have for today, and for whom the modules have nothing, where to go.</summary>
public sealed class TodayController(
    IDisplayManager<TodayBoard> display, IUpdateModelAccessor updater, INavigationManager menus, ICommunityCalendar calendar, IClock clock) : Controller
{
    [HttpGet, Admin("Today", "Today"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index()
    {
        var board = new TodayBoard { Day = await calendar.TodayAsync(), AtUtc = clock.UtcNow };
        var places = (await menus.BuildMenuAsync(NavigationConstants.AdminId, ControllerContext)).SelectMany(Places).Where(place => place.Id != "today");
        return View(new TodayPage(board, await display.BuildDisplayAsync(board, updater.ModelUpdater), [.. places]));
    }

    private static IEnumerable<MenuItem> Places(MenuItem item) => item.Items.Count > 0 ? item.Items.SelectMany(Places) : item.Href is { Length: > 0 } ? [item] : [];
}

/// <param name="Shape">What the modules put on the board, by zones.</param>
/// <param name="Places">Where the reader may go.</param>
public sealed record TodayPage(TodayBoard Board, IShape Shape, IReadOnlyList<MenuItem> Places);
