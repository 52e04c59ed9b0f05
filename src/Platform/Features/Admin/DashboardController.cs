using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Admin;

/// <summary>The first page of the staff: the board of the day where a module brings one, else the places to go.</summary>
[Area("OrchardCore.Admin")]
[Feature("OrchardCore.Admin")]
public sealed class DashboardController(INavigationManager menus) : Controller
{
    /// <summary>Name of the route by which a module brings the board of the day.</summary>
    private const string Today = "Today";

    [HttpGet, Admin("", "AdminDashboard"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index()
        => Url.RouteUrl(Today) is { } today
            ? LocalRedirect(today)
            : View((await menus.BuildMenuAsync(NavigationConstants.AdminId, ControllerContext)).ToList());
}
