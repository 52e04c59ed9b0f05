using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Documents;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<EditorMenu>();
        services.AddNavigationProvider<ReadersMenu>();

        // News and house documents, kept by the office
        services.AddContentPart<NewsPart>();
        services.AddContentPart<HouseDocumentPart>();
        services.AddIndexProvider<PublicationIndexProvider>();
        services.AddPrivateContent(Permissions.Edit, DocumentTypes.News, DocumentTypes.HouseDocument);
        services.AddScoped<Publications>();
        services.AddScoped<PublicationPages>();
        services.AddSingleton<IBackgroundTask, PublicationClock>();
        services.AddRecipeExecutionStep<PublicationsStep>();

        // Who reads them, and where
        services.AddScoped<Readership>();
        foreach (var kind in new[] { DocumentTypes.NewsKind, DocumentTypes.DocumentKind })
        {
            services.AddScoped<IAttachmentGate>(provider => ActivatorUtilities.CreateInstance<PublicationFileGate>(provider, kind));
        }

        services.AddDisplayDriver<TodayBoard, TodayPublicationsDriver>();
        services.AddDisplayDriver<PublicHome, PublicNewsDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentNewsDriver>();
        services.AddScoped<ISearchSource, NewsSearchSource>();
        services.AddScoped<ISearchSource, LibrarySearchSource>();
    }
}
