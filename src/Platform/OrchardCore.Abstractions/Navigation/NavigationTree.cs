using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>A copy of the tree without what this person may not see, with addresses.</summary>
    public static async Task<List<MenuItem>> ForAsync(
        IEnumerable<MenuItem> items, ActionContext context, IUrlHelper url, IAuthorizationService authorization)
    {
        var visible = new List<MenuItem>();
        foreach (var item in items)
        {
            if (item.Culture is not null && !item.Culture.Equals(CultureInfo.CurrentUICulture.Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!await IsAllowedAsync(item, context, authorization))
            {
                continue;
            }

            var children = await ForAsync(item.Items, context, url, authorization);
            var copy = Copy(item, children);
            copy.Href = Address(item, url);
            if (copy.Href is null && item.LinkToFirstChild)
            {
                copy.Href = children.Find(child => child.Href is not null)?.Href;
            }

            if (copy.Href is not null || children.Count > 0)
            {
                visible.Add(copy);
            }
        }

        return visible;
    }

    private static async Task<bool> IsAllowedAsync(MenuItem item, ActionContext context, IAuthorizationService authorization)
    {
        if (item.Permissions.Count == 0)
        {
            return true;
        }

        foreach (var permission in item.Permissions)
        {
            if (await authorization.AuthorizeAsync(context.HttpContext.User, permission, item.Resource))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Address(MenuItem item, IUrlHelper url)
    {
        if (item.Href is not null)
        {
            return item.Href;
        }

        if (!string.IsNullOrEmpty(item.Url))
        {
            return item.Url.StartsWith("~/", StringComparison.Ordinal) || item.Url.Contains("://", StringComparison.Ordinal)
                ? url.Content(item.Url)
                : url.Content("~/" + item.Url.TrimStart('/'));
        }

        return item.RouteValues is { Count: > 0 } ? url.RouteUrl(item.RouteValues) : null;
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
}
