using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Queues;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Decoration;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<DecorationMenu>();
        services.AddNavigationProvider<ResidentWorksMenu>();
        services.AddSiteDisplayDriver<DecorationSettingsDriver>();

        // Works: the record, what its steps bring, its pages
        services.AddContentPart<PermitPart>();
        services.AddIndexProvider<PermitIndexProvider>();
        services.AddPrivateContent(DecorationPermissions.View, PermitPart.ContentType);
        services.AddScoped<Permits>();
        services.AddScoped<PermitPapers>();
        services.AddScoped<Neighbours>();
        services.AddScoped<PermitPages>();
        services.AddScoped<Applicants>();
        services.AddScoped<WorksAccess>();
        services.AddScoped<IMoneyWitness, PermitMoneyWitness>();
        services.AddScoped<IAttachmentGate, PermitAttachmentGate>();

        // What time does, what waits for whom
        services.AddTimedWork<PermitTimer>();
        services.AddScoped<IPermitWitness, PermitBell>();
        services.AddQueued<PermitPart>(new QueuedKind(PermitPart.Record, PermitPart.ContentType, typeof(PermitTexts))
        {
            Name = "Works",
            Permission = DecorationPermissions.View,
            Href = id => $"~admin/Works/{id}",
            State = state => PermitLifecycle.Name(Enum.Parse<PermitState>(state)),
            Dot = state => PermitLifecycle.Dot(Enum.Parse<PermitState>(state)),
        });

        // Messages
        services.AddScoped<PermitTelling>();
        foreach (var kind in PermitMessages.All)
        {
            services.AddMessageKind(kind);
        }

        // What the module adds to pages of others, and what can be filled from spreadsheets
        services.AddScoped<ISearchSource, WorksSearchSource>();
        services.AddScoped<IContentDisplayDriver, UnitWorksDriver>();
        services.AddDisplayDriver<TodayBoard, TodayWorksDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentWorksDriver>();
        services.AddScoped<ImportList, PermitImport>();
    }
}
