using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Settings;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Pictures;
using PropertySuite.Community.Settings;

namespace PropertySuite.Community.Front;

/// <summary>The community's public pages (S10.2): its name, its picture, what the modules have for everybody, how to reach it, the way in. Nothing of any person.</summary>
[AllowAnonymous]
public sealed class FrontController(
    ISiteService sites, BuildingBook buildings, IEntrances entrances, IAuthorizationService authorization, ICommunityCalendar calendar, IDisplayManager<PublicHome> display, IUpdateModelAccessor updater) : Controller
{
    /// <summary>The first page.</summary>
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var signedIn = User.Identity?.IsAuthenticated == true;
        var resident = signedIn && await authorization.AuthorizeAsync(User, Permissions.Resident);
        var home = new PublicHome { Reader = User, ForResidents = resident, Today = await calendar.TodayAsync() };
        return View(new FrontPage(
            (await sites.GetSiteSettingsAsync()).SiteName,
            await ReachAsync(),
            SkyPicture.Of(await buildings.ListAsync()),
            !signedIn || resident,
            await display.BuildDisplayAsync(home, updater.ModelUpdater)));
    }

    /// <summary>How to reach the office.</summary>
    [HttpGet("contact")]
    public async Task<IActionResult> Contact() => View(await ReachAsync());

    private async Task<ReachPage> ReachAsync() =>
        new((await sites.GetSiteSettingsAsync()).As<CommunitySettings>(), [.. (await entrances.ListAsync()).Select(entrance => entrance.Name)]);
}

/// <param name="ForResidents">Whether the way to the residents' pages is shown: to whoever has them, and to whoever has yet to sign in.</param>
/// <param name="Shape">What the modules put on the page, by zones.</param>
public sealed record FrontPage(string Name, ReachPage Reach, SkyPicture Sky, bool ForResidents, IShape Shape);

/// <summary>How to reach the office.</summary>
/// <param name="Entrances">Names of the gates, the main one first.</param>
public sealed record ReachPage(CommunitySettings Community, IReadOnlyList<string> Entrances)
{
    /// <summary>Whether the community says anything of it.</summary>
    public bool IsKnown => Community.Address is { Length: > 0 } || Community.OfficePlace is { Length: > 0 } || Community.Email is { Length: > 0 };
}
