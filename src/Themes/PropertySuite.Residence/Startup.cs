using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Modules;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Residence;

/// <summary>Registers the style and the script of this theme.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
        => services.AddTransient<IConfigureOptions<ResourceManagementOptions>, ResidenceResources>();
}
