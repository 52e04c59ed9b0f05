using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using OrchardCore.Environment.Shell;
using OrchardCore.Localization;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Mvc;

/// <summary>MVC, routing and views of a feature set, and which of their services tenants share.</summary>
internal static class SharedMvc
{
    // Options that the shared services read; a tenant that asks for them is given the same.
    private static readonly Type[] s_sharedOptions =
    [
        typeof(IOptions<MvcOptions>), typeof(IOptions<MvcViewOptions>), typeof(IOptions<RazorViewEngineOptions>), typeof(IOptions<RouteOptions>),
        typeof(IOptions<JsonOptions>), typeof(IOptions<WebEncoderOptions>), typeof(IOptions<ApiBehaviorOptions>),
    ];

    public static void AddSharedMvc(this IServiceCollection services, FeatureSet set, ExtensionManager extensions)
    {
        var parts = new ApplicationPartManager();
        foreach (var module in set.Features.Select(feature => feature.Module).Distinct())
            parts.ApplicationParts.Add(new ModulePart(module, set, extensions));
        services.AddSingleton(parts);

        services.AddRouting();
        services.AddMvc(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add(new CommitFilter());
                options.Conventions.Add(new ModuleRouteConvention(set, extensions));
            })
            .AddViewLocalization()
            .AddDataAnnotationsLocalization();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ModuleViewLocations(set)));
        foreach (var options in s_sharedOptions)
        {
            var value = options.GetGenericArguments()[0];
            services.Add(ServiceDescriptor.Singleton(options, provider => OptionsOf(provider, value)));
        }
    }

    /// <summary>Whether a descriptor of the framework depends on the modules only.</summary>
    public static bool IsShared(ServiceDescriptor descriptor)
    {
        var type = descriptor.ServiceType;
        if (descriptor.Lifetime != ServiceLifetime.Singleton || descriptor.IsKeyedService || type.IsGenericTypeDefinition)
            return false;
        if (Array.IndexOf(s_sharedOptions, type) >= 0)
            return true;

        // Options set-ups go by the options they set up.
        var subject = type.IsConstructedGenericType && type.Namespace == "Microsoft.Extensions.Options" ? type.GetGenericArguments()[0] : type;
        var name = subject.Namespace ?? string.Empty;
        return (name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) && !name.StartsWith("Microsoft.AspNetCore.Mvc.Localization", StringComparison.Ordinal))
            || name.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.Razor", StringComparison.Ordinal)
            || name is "System.Text.Encodings.Web" or "Microsoft.Extensions.WebEncoders";
    }

    /// <summary>
    /// In the shared services, what belongs to a tenant is found through the current request, or refused: a service
    /// that kept one tenant's would serve it to the others.
    /// </summary>
    public static void RefuseTenantServices(IServiceCollection services)
    {
        services.AddSingleton<IAntiforgery, TenantAntiforgery>();
        services.AddSingleton<IDataProtectionProvider, TenantDataProtection>();
        services.AddSingleton<IAuthenticationSchemeProvider, TenantAuthenticationSchemes>();
        services.AddSingleton<IAuthorizationPolicyProvider, TenantAuthorizationPolicies>();
        services.AddSingleton<ILocalizationManager, CurrentLocalizationManager>();
        services.AddSingleton<IStringLocalizerFactory, TenantTexts>();
        services.AddSingleton<ShellSettings>(_ => throw Refusal("its settings"));
        services.AddSingleton<SiteFolder>(_ => throw Refusal("its folder"));
    }

    private static InvalidOperationException Refusal(string what)
        => new($"A service that tenants share asks for a tenant: {what}. Register it without sharing, or take the tenant's services from the request.");

    private static object OptionsOf(IServiceProvider provider, Type type)
        => typeof(SharedMvc).GetMethod(nameof(CreateOptions), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [provider])!;

    private static IOptions<T> CreateOptions<T>(IServiceProvider provider)
        where T : class
        => Options.Create(provider.GetRequiredService<IOptionsFactory<T>>().Create(Options.DefaultName));
}
