using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Navigation;

namespace PropertySuite.Community.Today;

/// <summary>The keys of the staff's pages; <c>?</c> leads here.</summary>
public sealed class KeysController(INavigationManager menus) : Controller
{
    private const string Mark = "key-";

    [HttpGet, Admin("Keys", "Keys"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index()
    {
        var places = Flat(await menus.BuildMenuAsync(NavigationConstants.AdminId, ControllerContext))
            .Select(item => (item, Key: item.Classes.Find(name => name.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..]))
            .Where(pair => pair.Key is not null && !string.IsNullOrEmpty(pair.item.Href))
            .Select(pair => new KeyPlace(pair.Key!.ToUpperInvariant(), pair.item.Text.Value, pair.item.Href!));
        return View(new KeysPage([.. places]));
    }

    private static IEnumerable<MenuItem> Flat(IEnumerable<MenuItem> items) => items.SelectMany(item => Flat(item.Items).Prepend(item));
}

/// <param name="Places">Pages of this reader's menu that have a key.</param>
public sealed record KeysPage(IReadOnlyList<KeyPlace> Places);

/// <param name="Key">Pressed after G.</param>
public sealed record KeyPlace(string Key, string Text, string Url);
