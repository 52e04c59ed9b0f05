using Microsoft.AspNetCore.Http;

namespace PropertySuite.Platform.Hosting;

/// <summary>The theme of the request, found once before its views are looked for.</summary>
internal static class CurrentTheme
{
    private static readonly object s_key = new();

    /// <summary>The theme's id; null when the request has none.</summary>
    public static string? Of(HttpContext context) => context.Items.TryGetValue(s_key, out var theme) ? theme as string : null;

    public static void Set(HttpContext context, string? theme) => context.Items[s_key] = theme;
}
