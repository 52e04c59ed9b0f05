using Microsoft.AspNetCore.Http;

namespace PropertySuite.Platform.Hosting;

/// <summary>
/// A cookie of one tenant. Over https on a host name of its own it is a <c>__Host-</c> cookie, which no other host can
/// set; below a path prefix, or over plain http, the tenant's id in its name keeps tenants of one host apart.
/// </summary>
internal sealed class TenantCookieBuilder : CookieBuilder
{
    private readonly IHttpContextAccessor _accessor;
    private readonly string _secureName;
    private readonly string _plainName;

    public TenantCookieBuilder(IHttpContextAccessor accessor, string name, string tenantId, CookieBuilder like)
    {
        _accessor = accessor;
        _secureName = "__Host-" + name;
        _plainName = $"{name}-{tenantId}";
        HttpOnly = true;
        SameSite = like.SameSite == SameSiteMode.Unspecified ? SameSiteMode.Lax : like.SameSite;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        IsEssential = true;
        MaxAge = like.MaxAge;
        Expiration = like.Expiration;
    }

    public override string? Name
    {
        get => _accessor.HttpContext is { } context && IsHostCookie(context) ? _secureName : _plainName;
        set
        {
            // The name belongs to the tenant; whatever else is configured does not change it.
        }
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Domain = null;
        if (IsHostCookie(context))
        {
            options.Path = "/";
            options.Secure = true;
        }
        else
        {
            options.Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/";
        }

        return options;
    }

    private static bool IsHostCookie(HttpContext context) => context.Request.IsHttps && !context.Request.PathBase.HasValue;
}
