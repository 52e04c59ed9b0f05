using Microsoft.AspNetCore.Http;
using OrchardCore.Navigation;

namespace PropertySuite.Office.Frame;

/// <summary>A menu as the layouts show it: icons, counts and the current page found once.</summary>
public sealed class Menu
{
    private const int TabPlaces = 4;
    private const string ListPage = "/Index";
    private const string Key = "key-";

    private Menu(IReadOnlyList<MenuEntry> entries) => Entries = entries;

    /// <summary>Top entries in the menu's order.</summary>
    public IReadOnlyList<MenuEntry> Entries { get; }

    /// <summary>Top entries that lead somewhere themselves.</summary>
    public IEnumerable<MenuEntry> Single => Entries.Where(entry => entry.Children.Count == 0);

    /// <summary>Top entries that are headings of others.</summary>
    public IEnumerable<MenuEntry> Groups => Entries.Where(entry => entry.Children.Count > 0);

    /// <summary>The four places of the phone's tab bar: those marked <c>tab</c>, else the first that lead somewhere.</summary>
    public IReadOnlyList<MenuEntry> Tabs
    {
        get
        {
            var places = Flat(Entries).Where(entry => entry.Href is not null && entry.Children.Count == 0).ToList();
            var marked = places.Where(entry => entry.IsTab).Take(TabPlaces).ToList();
            return marked.Count > 0 ? marked : [.. places.Take(TabPlaces)];
        }
    }

    /// <param name="items">As <see cref="INavigationManager"/> built them for this person.</param>
    /// <param name="request">Tells which page is shown.</param>
    public static Menu From(IEnumerable<MenuItem> items, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(request);
        var list = items.ToList();
        var path = Look.Address(request).Split('?')[0];
        var current = Flat(list).Select(Target).OfType<string>().Where(href => LiesUnder(path, href)).MaxBy(href => href.Length);
        return new Menu([.. list.Select(item => Entry(item, current))]);
    }

    private static MenuEntry Entry(MenuItem item, string? current)
    {
        var href = Target(item);
        var children = item.Items.Select(child => Entry(child, current)).Where(child => child.Href is not null || child.Children.Count > 0);
        return new MenuEntry(
            item.Text.Value,
            href,
            Icons.Of(item),
            item.Id ?? string.Empty,
            item.Classes.Contains("figure"),
            item.Classes.Find(name => name.StartsWith(Key, StringComparison.Ordinal))?[Key.Length..],
            href is not null && href == current,
            item.Classes.Contains("tab"),
            [.. children]);
    }

    private static string? Target(MenuItem item) => item.Href is { Length: > 0 } href && href != "#" ? href : null;

    private static bool LiesUnder(string path, string href)
    {
        var root = Folder(href.Split('?', '#')[0].TrimEnd('/'));
        return path.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            && (path.Length == root.Length || path[root.Length] == '/')
            && (root.Length > 0 || path.Length <= 1);
    }

    // The list of a controller may be addressed by name, as in Users/Index; its other pages lie beside it, as Users/Invite.
    private static string Folder(string path) => path.EndsWith(ListPage, StringComparison.OrdinalIgnoreCase) ? path[..^ListPage.Length] : path;

    private static IEnumerable<MenuItem> Flat(IEnumerable<MenuItem> items) => items.SelectMany(item => Flat(item.Items).Prepend(item));

    private static IEnumerable<MenuEntry> Flat(IEnumerable<MenuEntry> entries) => entries.SelectMany(entry => Flat(entry.Children).Prepend(entry));
}
