using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Settings;

internal static class SettingsServices
{
    internal static IServiceCollection AddSettingsCore(this IServiceCollection services)
    {
        services.TryAddScoped<ISiteService, SiteService>();
        return services;
    }
}
