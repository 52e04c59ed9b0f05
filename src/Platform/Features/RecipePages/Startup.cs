using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.RecipePages;

[Feature("OrchardCore.Recipes")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<RecipesMenu>();
        services.AddScoped<RecipeRuns>();
        services.AddScoped<RecipeChoice>();
        services.AddScoped<RecipeRehearsals>();
    }
}
