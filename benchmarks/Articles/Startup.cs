using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace PropertySuite.Articles;

/// <summary>Registers the content type.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddDataMigration<Migrations>();
}
