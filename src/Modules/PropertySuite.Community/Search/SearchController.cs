using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Search;

/// <summary>
/// The search over everything that modules offer (REG-12), as a page and for the palette of the frame. Each source asks for the reader's permissions
/// itself, so that nobody finds here what the record's own pages refuse.
/// </summary>
[Requires("AccessAdminPanel")]
public sealed class SearchController(Finder finder) : Controller
{
    private const int HitsOfGroup = 10;
    private const int HitsInPalette = 5;

    /// <summary>The page; works without script. What is named exactly, and alone, is opened at once.</summary>
    [HttpGet, Admin("Search", "Search")]
    public async Task<IActionResult> Index(string? q)
    {
        var found = await finder.FindAsync(q, HitsOfGroup, ControllerContext);
        var named = found.Groups.SelectMany(group => group.Hits).Where(hit => hit.Weight >= SearchRank.Exact).ToList();
        return named.Count == 1 && Url.IsLocalUrl(named[0].Url) ? LocalRedirect(named[0].Url) : View(found);
    }

    /// <summary>The same for the palette, while somebody types.</summary>
    [HttpGet, Admin("Search/Suggest", "SearchSuggest")]
    public async Task<IActionResult> Suggest(string? q)
    {
        var found = await finder.FindAsync(q, HitsInPalette, ControllerContext);
        Response.Headers.CacheControl = "no-store";
        return Json(found.Groups.Select(group => new
        {
            heading = group.Heading,
            icon = group.Icon,
            hits = group.Hits.Select(hit => new { title = hit.Title, detail = hit.Detail, url = hit.Url }),
        }));
    }
}
