using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Settings;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Pictures;
using PropertySuite.Community.Settings;

namespace PropertySuite.Community.Front;

/// <summary>The community's public page (S10.2): its name, its picture, how to reach it, the way in. Nothing of any person.</summary>
[AllowAnonymous]
public sealed class FrontController(ISiteService sites, BuildingBook buildings, IEntrances entrances, IAuthorizationService authorization) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var site = await sites.GetSiteSettingsAsync();
        return View(new FrontPage(
            site.SiteName,
            site.As<CommunitySettings>(),
            SkyPicture.Of(await buildings.ListAsync()),
            [.. (await entrances.ListAsync()).Select(entrance => entrance.Name)],
            User.Identity?.IsAuthenticated != true || await authorization.AuthorizeAsync(User, Permissions.Resident)));
    }
}

/// <param name="Entrances">Names of the gates, the main one first.</param>
/// <param name="ForResidents">Whether the way to the residents' pages is shown: to whoever has them, and to whoever has yet to sign in.</param>
public sealed record FrontPage(string Name, CommunitySettings Community, SkyPicture Sky, IReadOnlyList<string> Entrances, bool ForResidents);
