using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace PropertySuite.Platform.Localization;

internal static class LocalizationServices
{
    /// <summary>What all tenants share; registered with the host.</summary>
    internal static IServiceCollection AddLocalizationHost(this IServiceCollection services)
    {
        services.TryAddSingleton<SharedTranslations>();
        return services;
    }

    /// <summary>Localizers of a tenant.</summary>
    internal static IServiceCollection AddLocalizationCore(this IServiceCollection services)
    {
        services.AddSingleton<IPluralRuleProvider, PluralRules>();
        services.Replace(ServiceDescriptor.Singleton<ILocalizationManager, LocalizationManager>());
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, PoStringLocalizerFactory>());
        services.Replace(ServiceDescriptor.Singleton<IHtmlLocalizerFactory, PoHtmlLocalizerFactory>());
        services.TryAddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.TryAddTransient(typeof(IHtmlLocalizer<>), typeof(HtmlLocalizer<>));
        services.Replace(ServiceDescriptor.Transient<IViewLocalizer, PoViewLocalizer>());
        services.TryAddScoped<ILocalizationService, SiteCultures>();
        return services;
    }
}
