using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Front;

/// <summary>Search on the public site: every source says for itself what this reader may see, which for strangers is what is published.</summary>
[AllowAnonymous]
public sealed class PublicSearchController(IEnumerable<ISearchSource> sources) : Controller
{
    private const int HitsOfGroup = 10;
    private const int LongestText = 100;

    [HttpGet("search")]
    public async Task<IActionResult> Index(string? q)
    {
        var text = (q ?? "").Trim();
        if (text.Length > LongestText) text = text[..LongestText];

        var groups = new List<PublicSearchGroup>();
        foreach (var source in sources.OrderBy(source => source.Order))
        {
            if (text.Length < 2) break;
            var hits = await source.FindAsync(text, User, HitsOfGroup);
            if (hits.Count > 0) groups.Add(new PublicSearchGroup(source.Heading.Value, source.Icon, [.. hits.OrderByDescending(hit => hit.Weight)]));
        }

        return View(new PublicSearchPage(text, groups));
    }
}

/// <param name="Text">As typed.</param>
public sealed record PublicSearchPage(string Text, IReadOnlyList<PublicSearchGroup> Groups);

public sealed record PublicSearchGroup(string Heading, string Icon, IReadOnlyList<SearchHit> Hits);
