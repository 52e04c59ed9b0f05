#nullable enable
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Notify;

namespace PropertySuite.Platform.Display.Notices;

/// <summary>Carries notices over a redirect: encrypted, so that nobody can make us show a message of theirs.</summary>
internal sealed class NoticeCookie(IDataProtectionProvider protection)
{
    public const string Name = "orch_notify";

    // A cookie that a browser would refuse loses all of them; the oldest are let go instead.
    private const int MaxLength = 3600;

    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Platform.Notices");

    public void Write(HttpContext context, IReadOnlyList<NotifyEntry> entries)
    {
        var kept = entries.Select(e => new Stored(e.Type, e.ToHtmlString(HtmlEncoder.Default))).ToList();
        var value = _protector.Protect(JsonSerializer.Serialize(kept));
        while (value.Length > MaxLength && kept.Count > 0)
        {
            kept.RemoveAt(0);
            value = _protector.Protect(JsonSerializer.Serialize(kept));
        }

        if (kept.Count > 0)
            context.Response.Cookies.Append(Name, value, Options(context));
    }

    /// <summary>The notices that came with the request; none when the cookie is missing or not ours.</summary>
    public IReadOnlyList<NotifyEntry> Read(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var value) || string.IsNullOrEmpty(value))
            return [];

        try
        {
            var stored = JsonSerializer.Deserialize<List<Stored>>(_protector.Unprotect(value)) ?? [];
            return [.. stored.Select(s => new NotifyEntry { Type = s.Type, Message = new HtmlString(s.Html) })];
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return [];
        }
    }

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
    };

    private sealed record Stored(NotifyType Type, string Html);
}
