using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrchardCore.Navigation;

/// <summary>Turns what providers said into one tree, and the tree into what one person may see.</summary>
internal static class NavigationTree
{
    /// <summary>Joins entries of the same text on each level, and puts them in order.</summary>
    public static IReadOnlyList<MenuItem> Merge(IEnumerable<MenuItem> items)
    {
        var merged = new Dictionary<string, MenuItem>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var item in items)
        {
            var key = item.Text.Name.Length > 0 ? item.Text.Name : item.Id ?? Guid.NewGuid().ToString();
            if (merged.TryGetValue(key, out var known))
            {
                merged[key] = Join(known, item);
            }
            else
            {
                merged[key] = Copy(item, item.Items);
                order.Add(key);
            }
        }

        return [.. order.Select(key => merged[key])
            .Select(item => Copy(item, Merge(item.Items)))
            .OrderBy(item => item.Position, PositionComparer.Instance)
            .ThenBy(item => item.Text.Value, StringComparer.CurrentCulture)];
    }

    /// <summary>The tree with addresses, without what is of another culture. Nobody changes it afterwards.</summary>
    /// <param name="link">Path of route values; null when they lead nowhere.</param>
    public static IReadOnlyList<MenuItem> Addressed(IEnumerable<MenuItem> items, Func<RouteValueDictionary, string?> link, PathString pathBase)
    {
        var addressed = new List<MenuItem>();
        foreach (var item in items)
        {
            if (item.Culture is null || item.Culture.Equals(CultureInfo.CurrentUICulture.Name, StringComparison.OrdinalIgnoreCase))
            {
                var copy = Copy(item, Addressed(item.Items, link, pathBase));
                copy.Href = Address(item, link, pathBase);
                addressed.Add(copy);
            }
        }

        return addressed;
    }

    private static string? Address(MenuItem item, Func<RouteValueDictionary, string?> link, PathString pathBase)
    {
        if (item.Href is not null)
        {
            return item.Href;
        }

        if (string.IsNullOrEmpty(item.Url))
        {
            return item.RouteValues is { Count: > 0 } values ? link(values) : null;
        }

        return item.Url.Contains("://", StringComparison.Ordinal) ? item.Url : $"{pathBase.Value}/{item.Url.TrimStart('~').TrimStart('/')}";
    }

    private static MenuItem Join(MenuItem first, MenuItem second)
    {
        var (strong, weak) = second.Priority > first.Priority ? (second, first) : (first, second);
        var joined = Copy(strong, [.. first.Items, .. second.Items]);
        joined.Position ??= weak.Position;
        joined.Id ??= weak.Id;
        joined.Url ??= weak.Url;
        joined.RouteValues ??= weak.RouteValues;
        foreach (var name in weak.Classes.Except(joined.Classes).ToArray())
        {
            joined.Classes.Add(name);
        }

        // A heading that one provider guards and another leaves open is open: its entries have guards of their own.
        if (weak.Permissions.Count == 0 || strong.Permissions.Count == 0)
        {
            joined.Permissions.Clear();
        }
        else
        {
            joined.Permissions.AddRange(weak.Permissions.Except(joined.Permissions).ToArray());
        }

        return joined;
    }

    private static MenuItem Copy(MenuItem item, IEnumerable<MenuItem> children)
    {
        var copy = new MenuItem
        {
            Text = item.Text,
            Id = item.Id,
            Href = item.Href,
            Target = item.Target,
            Url = item.Url,
            Position = item.Position,
            Priority = item.Priority,
            LinkToFirstChild = item.LinkToFirstChild,
            LocalNav = item.LocalNav,
            Culture = item.Culture,
            Resource = item.Resource,
            RouteValues = item.RouteValues,
            Items = [.. children],
        };
        copy.Permissions.AddRange(item.Permissions);
        copy.Classes.AddRange(item.Classes);
        return copy;
    }

    /// <summary>What one person may see, each permission asked once.</summary>
    internal sealed class Visible(ClaimsPrincipal person, IAuthorizationService authorization)
    {
        private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);

        /// <returns>Entries that the person may see; those without children are the tree's own.</returns>
        public async ValueTask<List<MenuItem>> OfAsync(IReadOnlyList<MenuItem> items)
        {
            var visible = new List<MenuItem>(items.Count);
            foreach (var item in items)
            {
                if (!await IsAllowedAsync(item))
                {
                    continue;
                }

                if (item.Items.Count == 0)
                {
                    if (item.Href is not null)
                    {
                        visible.Add(item);
                    }

                    continue;
                }

                var copy = Copy(item, await OfAsync(item.Items));
                if (copy.Href is null && item.LinkToFirstChild)
                {
                    copy.Href = copy.Items.Find(child => child.Href is not null)?.Href;
                }

                if (copy.Href is not null || copy.Items.Count > 0)
                {
                    visible.Add(copy);
                }
            }

            return visible;
        }

        private async ValueTask<bool> IsAllowedAsync(MenuItem item)
        {
            if (item.Permissions.Count == 0)
            {
                return true;
            }

            foreach (var permission in item.Permissions)
            {
                if (item.Resource is not null
                    ? await authorization.AuthorizeAsync(person, permission, item.Resource)
                    : _asked.TryGetValue(permission.Name, out var known) ? known : _asked[permission.Name] = await authorization.AuthorizeAsync(person, permission))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
