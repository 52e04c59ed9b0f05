using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Navigation;
using PropertySuite.Platform.Content;
using PropertySuite.Platform.Data;
using PropertySuite.Platform.Display;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Resources;
using PropertySuite.Platform.Settings;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Cms;

/// <summary>
/// Which parts of the platform every tenant has. Each assembly adds itself in one line; the order is that of the
/// project graph, so that a later part may replace what an earlier one registers.
/// </summary>
internal static class CmsServices
{
    /// <summary>Runs for each tenant, before the start-up classes of its features.</summary>
    public static IServiceCollection AddTenantServices(IServiceCollection services)
    {
        services.AddRuntimeCore();

        // Store, sessions, migrations, document manager (OrchardCore/Data):
        services.AddDataAccessCore();

        // Permissions and site settings; accounts and roles come with their features:
        services.AddPermissionsCore();
        services.AddSettingsCore();

        // Menus:
        services.AddNavigation();

        // Cultures, translations, localizers:
        services.AddLocalizationCore();

        // Content items, definitions, handlers (OrchardCore.ContentManagement):
        services.AddContentManagementCore();

        // Recipes (OrchardCore.Recipes), and where they run:
        services.AddRecipesCore();
        services.AddScoped<IRecipeWorkspaces, SiteRecipeWorkspaces>();

        // Shapes, drivers, placement, themes, notices (OrchardCore.DisplayManagement):
        services.AddDisplayManagementCore();

        // Scripts and styles (OrchardCore.ResourceManagement):
        services.AddResourceManagementCore();

        return services;
    }

    /// <summary>Features that every tenant has beside those that are always enabled by their manifests.</summary>
    public static IEnumerable<string> GlobalFeatures => ["OrchardCore.Settings", "OrchardCore.Users", "OrchardCore.Roles", "OrchardCore.Recipes"];
}
