using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Roles;

[Feature("OrchardCore.Roles")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddRolesCore();
        services.TryAddScoped<RoleNames>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<RolesMenu>();
    }
}
