using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Modules;
using OrchardCore.ResourceManagement;
using PropertySuite.Office.Frame;

namespace PropertySuite.Office;

/// <summary>Registers the styles and scripts that views of both themes and of modules may require by name.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTransient<IConfigureOptions<ResourceManagementOptions>, OfficeResources>();
        services.AddScoped<SavedLanguage>();
    }
}
