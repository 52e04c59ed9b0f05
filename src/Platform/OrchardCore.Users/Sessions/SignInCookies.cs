using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;

namespace PropertySuite.Platform.Users;

/// <summary>The sign-in cookie of a tenant: named after it, protected for it, bound to its host where the connection is secure.</summary>
internal sealed class SignInCookieOptions(
    ShellSettings settings,
    IDataProtectionProvider protection,
    IOptions<SignInLimits> limits,
    IOptions<OrchardCore.Users.UserOptions> paths) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        options.Cookie.Name = "orchauth_" + Uri.EscapeDataString(settings.Name);
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostBoundCookies();
        options.LoginPath = "/" + paths.Value.LoginPath;
        options.LogoutPath = "/" + paths.Value.LogoffPath;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = limits.Value.Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SignInEvents);

        // Keys may be shared by tenants; what is protected for one is noise to every other.
        options.DataProtectionProvider = protection.CreateProtector("SignIn", settings.Name, settings.TenantId ?? string.Empty);
    }
}

/// <summary>Adds the <c>__Host-</c> prefix on a secure connection, which a browser accepts from this very host only (ASVS 3.3.3).</summary>
internal sealed class HostBoundCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
        => _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
        => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
