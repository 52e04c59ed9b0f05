using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Localization;

namespace PropertySuite.Platform.Localization;

/// <summary>Chooses the culture of a request: what the person chose, then what the browser asks for, then the site's own.</summary>
internal static class RequestCulture
{
    /// <summary>Claim by which a person's own choice goes with them to other devices.</summary>
    public const string Claim = "culture";

    public static string CookieName(HttpContext context) => CookieName(context, context.RequestServices.GetRequiredService<ShellSettings>());

    public static string CookieName(HttpContext context, ShellSettings site)
    {
        var name = "orchculture_" + Uri.EscapeDataString(site.Name);
        return context.Request.IsHttps ? "__Host-" + name : name;
    }

    /// <summary>What the cookie holds for a culture.</summary>
    public static string CookieValue(string culture) => $"c={culture}|uic={culture}";

    public static async Task UseAsync(HttpContext context, RequestDelegate next)
    {
        var cultures = context.RequestServices.GetRequiredService<ILocalizationService>();
        var supported = await cultures.GetSupportedCulturesAsync();
        var chosen = Choose(context, supported) ?? await cultures.GetDefaultCultureAsync();
        using var scope = CultureScope.Create(chosen, chosen, ignoreSystemSettings: true);
        await next(context);
    }

    private static string? Choose(HttpContext context, string[] supported)
        => Match(Kept(context.Request.Cookies[CookieName(context)]), supported)
            ?? Match(context.User.FindFirstValue(Claim), supported)
            ?? context.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Where(language => language.Quality is not 0)
                .Select(language => Match(language.Value.Value, supported))
                .FirstOrDefault(culture => culture is not null);

    // Written by pages as ASP.NET Core writes it, "c=es|uic=es"; the bare name is understood as well.
    internal static string? Kept(string? cookie)
        => cookie is not null && CookieRequestCultureProvider.ParseCookieValue(cookie) is { UICultures: [var first, ..] } ? first.Value : cookie;

    /// <summary>The supported culture that a wish comes to: es-MX is met by es, zh-CN by zh-Hans, es by es-ES.</summary>
    internal static string? Match(string? wish, string[] supported)
    {
        if (!SiteCultures.IsKnown(wish))
        {
            return null;
        }

        for (var culture = CultureInfo.GetCultureInfo(wish!); culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Array.Find(supported, name => name.Equals(culture.Name, StringComparison.OrdinalIgnoreCase)) is { } exact)
            {
                return exact;
            }
        }

        var wanted = CultureInfo.GetCultureInfo(wish!);
        return Array.Find(supported, name => IsParent(wanted, CultureInfo.GetCultureInfo(name)));
    }

    private static bool IsParent(CultureInfo wanted, CultureInfo culture)
    {
        for (var parent = culture.Parent; parent.Name.Length > 0; parent = parent.Parent)
        {
            if (parent.Equals(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
