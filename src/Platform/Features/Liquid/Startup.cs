using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Liquid;
using OrchardCore.Modules;
using PropertySuite.Platform.Features.Liquid.Filters;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Liquid;

namespace PropertySuite.Platform.Features.Liquid;

[Feature("OrchardCore.Liquid")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddFeatureSetSingleton<LiquidTemplates>();
        services.AddScoped<SiteAddress>();
        services.AddScoped<ILiquidRenderer, LiquidRenderer>();
        services.AddScoped<ILiquidTemplateManager>(provider => provider.GetRequiredService<ILiquidRenderer>());
    }
}
