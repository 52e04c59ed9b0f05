using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;

namespace OrchardCore.Navigation;

/// <summary>The menus of a site, one for each name and culture, before anybody's permissions are asked.</summary>
/// <remarks>
/// They go with the site's services when its features change. A provider may read data of the site, such as its content
/// types, without telling when that changes; so a menu is built again after a minute.
/// </remarks>
internal sealed class BuiltMenus(IClock clock)
{
    /// <summary>How old a menu may be.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Name, string Culture, string PathBase), (DateTime AtUtc, IReadOnlyList<MenuItem> Tree)> _menus = new();

    /// <param name="keep">Whether the site's addresses are known by now, so that what is built may be kept.</param>
    public async ValueTask<IReadOnlyList<MenuItem>> GetAsync(string name, PathString pathBase, Func<Task<IReadOnlyList<MenuItem>>> build, bool keep)
    {
        var key = (name, CultureInfo.CurrentUICulture.Name, pathBase.Value ?? string.Empty);
        var now = clock.UtcNow;
        if (_menus.TryGetValue(key, out var known) && now - known.AtUtc is { Ticks: >= 0 } age && age < Life)
        {
            return known.Tree;
        }

        var tree = await build();
        if (keep)
        {
            _menus[key] = (now, tree);
        }

        return tree;
    }
}
