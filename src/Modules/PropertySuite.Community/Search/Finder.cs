using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Search;

/// <summary>Asks every source what a text finds for a reader, and the menu which pages are called so.</summary>
public sealed class Finder(IEnumerable<ISearchSource> sources, INavigationManager menus, IStringLocalizer<Finder> S)
{
    /// <summary>Longer texts are cut: nobody types them.</summary>
    public const int LongestText = 100;

    /// <summary>What the text finds, in groups: those that hold exactly what was named first, then in the sources' order. Nothing is listed twice.</summary>
    /// <param name="typed">As typed; nothing is found by nothing.</param>
    /// <param name="take">The most of a group.</param>
    /// <param name="page">The page that asks, whose reader's menu is searched.</param>
    public async Task<SearchPage> FindAsync(string? typed, int take, ActionContext page)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > LongestText) text = text[..LongestText];
        if (text.Length == 0) return new SearchPage("", []);

        var reader = page.HttpContext.User;
        var groups = new List<SearchGroup>();
        foreach (var source in sources.OrderBy(source => source.Order))
        {
            groups.Add(new SearchGroup(source.Heading.Value, source.Icon, await source.FindAsync(text, reader, take)));
        }

        groups.Add(new SearchGroup(S["Pages"], "link", await PagesAsync(text, take, page)));

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new SearchPage(text, [.. groups
            .Select(group => group with { Hits = [.. group.Hits.Where(hit => hit.Url.Length > 0 && seen.Add(hit.Url)).OrderByDescending(hit => hit.Weight)] })
            .Where(group => group.Hits.Count > 0)
            .OrderByDescending(group => group.Hits[0].Weight >= SearchRank.Exact)]);
    }

    private async Task<IReadOnlyList<SearchHit>> PagesAsync(string text, int take, ActionContext page)
    {
        var wanted = SearchText.Fold(text);
        var entries = Flat(await menus.BuildMenuAsync(NavigationConstants.AdminId, page), "").ToList();
        return [.. entries
            .Where(entry => entry.Url.Length > 0 && SearchText.Fold(entry.Title).Contains(wanted, StringComparison.Ordinal))
            .OrderByDescending(entry => SearchText.Fold(entry.Title).StartsWith(wanted, StringComparison.Ordinal))
            .Take(take)];
    }

    private static IEnumerable<SearchHit> Flat(IEnumerable<MenuItem> items, string trail) => items.SelectMany(item =>
        Flat(item.Items, trail.Length == 0 ? item.Text.Value : $"{trail} › {item.Text.Value}")
            .Prepend(new SearchHit(item.Text.Value, trail, item.Href is { Length: > 0 } href && href != "#" ? href : "")));
}

/// <param name="Text">As typed; empty when nothing was.</param>
public sealed record SearchPage(string Text, IReadOnlyList<SearchGroup> Groups);

/// <param name="Heading">In the reader's language.</param>
/// <param name="Icon">Id of the sign beside each hit.</param>
public sealed record SearchGroup(string Heading, string Icon, IReadOnlyList<SearchHit> Hits);
