using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Tenants;

[Feature("OrchardCore.Tenants")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<TenantsMenu>();
        services.AddScoped<CommunityFounding>();
    }
}
