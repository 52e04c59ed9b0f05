using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Search;

/// <summary>The search box over everything that modules offer (REG-12). What is named exactly is opened at once.</summary>
public sealed class SearchController(IEnumerable<ISearchSource> sources) : Controller
{
    private const int HitsOfGroup = 10;
    private const int LongestText = 100;
    private const int Exact = 100;

    [HttpGet, Admin("Search", "Search"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index(string? q)
    {
        var text = (q ?? "").Trim();
        if (text.Length > LongestText) text = text[..LongestText];

        var groups = new List<SearchGroup>();
        foreach (var source in sources.OrderBy(source => source.Order))
        {
            if (text.Length == 0) break;
            var hits = await source.FindAsync(text, User, HitsOfGroup);
            if (hits.Count > 0) groups.Add(new SearchGroup(source.Heading.Value, source.Icon, [.. hits.OrderByDescending(hit => hit.Weight)]));
        }

        var named = groups.SelectMany(group => group.Hits).Where(hit => hit.Weight >= Exact).ToList();
        return named.Count == 1 && Url.IsLocalUrl(named[0].Url) ? LocalRedirect(named[0].Url) : View(new SearchPage(text, groups));
    }
}

/// <param name="Text">As typed; empty when nothing was.</param>
public sealed record SearchPage(string Text, IReadOnlyList<SearchGroup> Groups);

public sealed record SearchGroup(string Heading, string Icon, IReadOnlyList<SearchHit> Hits);
