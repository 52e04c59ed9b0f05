using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Office.Frame;

/// <summary>What a person chose for their browser; kept in cookies, so that the page comes right from the server.</summary>
public static class Look
{
    /// <summary>Cookie with <c>light</c> or <c>dark</c>; missing where the system decides.</summary>
    public const string SchemeCookie = "ps-theme";

    /// <summary>Cookie with <c>rail</c> where the side navigation is folded.</summary>
    public const string NavigationCookie = "ps-nav";

    /// <summary>Cookie with the ids of the menu's groups that are folded, by dots; missing where nothing was folded or unfolded yet.</summary>
    public const string GroupsCookie = "ps-groups";

    // What only a few need, and not every day.
    private const string ClosedAtFirst = "administration";

    /// <summary>The schemes that can be chosen.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["light", "dark"];

    /// <returns><c>light</c>, <c>dark</c>, or null where the system decides.</returns>
    public static string? Scheme(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies[SchemeCookie] is { } chosen && Schemes.Contains(chosen) ? chosen : null;
    }

    /// <returns><c>rail</c> or <c>full</c>.</returns>
    public static string Navigation(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies[NavigationCookie] == "rail" ? "rail" : "full";
    }

    /// <returns>Ids of the menu's groups that are folded.</returns>
    public static IReadOnlySet<string> ClosedGroups(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.Cookies[GroupsCookie] ?? ClosedAtFirst).Split('.', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Name of the cookie with this person's language; one for each community of a host.</summary>
    public static string LanguageCookie(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = "orchculture_" + Uri.EscapeDataString(context.RequestServices.GetRequiredService<ShellSettings>().Name);
        return context.Request.IsHttps ? "__Host-" + name : name;
    }

    /// <summary>Path under which cookies of this site lie.</summary>
    public static string BasePath(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.PathBase.HasValue ? request.PathBase.Value! : "/";
    }

    /// <summary>
    /// Path and query as the browser asked for them. The request's own path may have been turned into another, as for the
    /// front page or an error.
    /// </summary>
    public static string Address(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw && raw is not ['/', '/', ..]
            ? raw
            : request.PathBase.Add(request.Path) + request.QueryString.Value;
    }

    /// <summary>Up to two initials of a name, for the round sign beside it.</summary>
    public static string Initials(string? name)
    {
        var words = (name ?? string.Empty).Split([' ', '.', '_', '-', '@'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Take(2).Select(word => char.ToUpperInvariant(word[0])));
    }
}
