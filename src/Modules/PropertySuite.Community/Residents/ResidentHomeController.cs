using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Residents;

/// <summary>A resident's first page (S10.1): the units held today, and what the modules have for them.</summary>
[Route("my"), Requires(Permissions.UseResidentPages)]
public sealed class ResidentHomeController(
    IDisplayManager<ResidentHome> display, IUpdateModelAccessor updater, IPersonDirectory people, ITies ties, ICommunityCalendar calendar) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var userId = User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var today = await calendar.TodayAsync();
        var home = new ResidentHome
        {
            UserId = userId,
            Person = await people.OfUserAsync(userId),
            Units = await ties.UnitsOfUserAsync(userId, today),
            Today = today,
        };
        return View(new ResidentHomePage(home, await display.BuildDisplayAsync(home, updater.ModelUpdater)));
    }
}

/// <param name="Shape">What the modules put on the page, by zones.</param>
public sealed record ResidentHomePage(ResidentHome Home, IShape Shape);
