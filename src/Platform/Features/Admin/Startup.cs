using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Admin;

[Feature("OrchardCore.Admin")]
public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<AdminOptions>(configuration.GetSection("OrchardCore_Admin"));
        services.AddPermissionProvider<Permissions>();
    }
}
