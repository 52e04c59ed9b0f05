using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Hosting;

/// <summary>Keys, antiforgery and cookies of one tenant: what one tenant has protected, no other accepts.</summary>
internal static class TenantSecurity
{
    public static void Add(IServiceCollection services, ShellSettings settings, string siteFolder)
    {
        var tenantId = settings.TenantId is { Length: > 0 } id ? id : settings.Name;

        services.AddDataProtection()
            .SetApplicationName(tenantId)
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(siteFolder, "DataProtection-Keys")));

        var antiforgery = services.Last(descriptor => descriptor.ServiceType == typeof(IAntiforgery) && !descriptor.IsKeyedService).ImplementationType!;
        services.AddKeyedSingleton(typeof(IAntiforgery), TenantAntiforgery.Own, antiforgery);
        services.AddSingleton<IAntiforgery, TenantAntiforgery>();

        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>>(provider => new PostConfigureOptions<AntiforgeryOptions>(
            Options.DefaultName,
            options =>
            {
                options.Cookie = new TenantCookieBuilder(
                    provider.GetRequiredService<IHttpContextAccessor>(), "forms", tenantId, new CookieBuilder { SameSite = SameSiteMode.Strict });

                // The policy of every page forbids frames altogether.
                options.SuppressXFrameOptionsHeader = true;
            }));

        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => new CookieNames(
            provider.GetRequiredService<IHttpContextAccessor>(), tenantId));
    }

    private sealed class CookieNames(IHttpContextAccessor accessor, string tenantId) : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            var cookie = (name ?? "Cookies").Replace("Identity.", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
            options.Cookie = new TenantCookieBuilder(accessor, cookie == "application" ? "session" : cookie, tenantId, options.Cookie);
        }
    }
}
