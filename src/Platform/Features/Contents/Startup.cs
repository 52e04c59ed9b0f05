using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Contents;

[Feature("OrchardCore.Contents")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<ContentPermissions>();
        services.AddPermissionProvider<ContentTypePermissions>();
        services.AddNavigationProvider<ContentsMenu>();
        services.AddScoped<IContentHandler, ContentRoutes>();
        services.AddScoped<IContentDisplayDriver, ContentButtons>();
        services.AddScoped<ContentList>();
        services.AddScoped<ContentEditing>();
    }
}
