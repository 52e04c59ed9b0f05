using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PropertySuite.Platform.Hosting;

/// <summary>The headers that every answer carries, files and errors included. A page may set a stricter value itself.</summary>
internal static class SecurityHeaders
{
    private static readonly KeyValuePair<string, StringValues>[] s_headers =
    [
        new("Content-Security-Policy",
            "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void Apply(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            foreach (var (name, value) in s_headers)
                headers.TryAdd(name, value);
            if (http.Request.IsHttps)
                headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            headers.Remove("Server");
            headers.Remove("X-Powered-By");

            // Pages may show personal data; only what says otherwise is kept by browsers.
            if (!headers.ContainsKey("Cache-Control"))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
    }
}
