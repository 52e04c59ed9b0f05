#nullable enable
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Environment.Cache;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>The contexts that a request answers: user, user.roles, route, query, cookie, header, culture.</summary>
internal sealed class RequestContexts(IHttpContextAccessor http) : ICacheContextProvider
{
    public Task PopulateContextEntriesAsync(IEnumerable<string> contexts, List<CacheContextEntry> entries)
    {
        var context = http.HttpContext;
        foreach (var name in contexts)
        {
            var parts = name.Split(':', 2);
            var of = parts.Length == 2 ? parts[1] : null;
            switch (parts[0].ToLowerInvariant(), of)
            {
                case ("culture", null):
                    // Always a part of the key.
                    entries.Add(new("culture", string.Empty));
                    break;
                case ("user", null):
                    entries.Add(new("user", Whoever(context)));
                    break;
                case ("user.roles", null):
                    entries.Add(new("signed-in", context?.User.Identity?.IsAuthenticated == true ? "yes" : "no"));
                    entries.AddRange((context?.User.FindAll(ClaimTypes.Role) ?? []).Select(role => role.Value).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(role => new CacheContextEntry("role", role)));
                    break;
                case ("route", null):
                    entries.Add(new("path", context?.Request.Path.Value ?? string.Empty));
                    entries.AddRange((context?.GetRouteData().Values ?? []).OrderBy(value => value.Key, StringComparer.OrdinalIgnoreCase).Select(value => new CacheContextEntry(value.Key, value.Value?.ToString() ?? string.Empty)));
                    break;
                case ("route", { } key):
                    entries.Add(new(key, context?.GetRouteValue(key)?.ToString() ?? string.Empty));
                    break;
                case ("query", null):
                    entries.Add(new("query", context?.Request.QueryString.Value ?? string.Empty));
                    break;
                case ("query", { } key):
                    entries.Add(new(key, context?.Request.Query[key].ToString() ?? string.Empty));
                    break;
                case ("cookie", { } key):
                    entries.Add(new(key, context?.Request.Cookies[key] ?? string.Empty));
                    break;
                case ("header", { } key):
                    entries.Add(new(key, context?.Request.Headers[key].ToString() ?? string.Empty));
                    break;
            }
        }

        return Task.CompletedTask;
    }

    private static string Whoever(HttpContext? context) =>
        context?.User is { Identity.IsAuthenticated: true } user
            ? "in:" + (user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.Identity.Name ?? string.Empty)
            : "out";
}
