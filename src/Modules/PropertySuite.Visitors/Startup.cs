using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.ResourceManagement;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Queues;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Visitors;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<VisitorsMenu>();
        services.AddNavigationProvider<ResidentVisitsMenu>();
        services.AddNavigationProvider<GuardMenu>();

        // Visits: announced, registered, answered
        services.AddContentPart<VisitPart>();
        services.AddIndexProvider<VisitIndexProvider>();
        services.AddSiteDisplayDriver<VisitorSettingsDriver>();
        services.AddScoped<VisitChoices>();
        services.AddScoped<Visits>();
        services.AddScoped<Invitations>();
        services.AddScoped<WalkIns>();
        services.AddScoped<HostFinder>();
        services.AddScoped<Household>();

        services.AddScoped<VisitPolicy>();

        // Hosts are asked by mail and on their own page
        services.AddIndexProvider<HostAskIndexProvider>();
        services.AddScoped<HostAsks>();
        services.AddScoped<SiteLinks>();
        services.AddScoped<HostNews>();
        services.AddScoped<IVisitWitness, HostAskWitness>();
        services.AddMessageKind(VisitMessages.HostAsked);
        services.AddMessageKind(VisitMessages.StillHere);
        services.AddMessageKind(VisitMessages.HasCome);
        services.AddMessageKind(VisitMessages.PassEnds);

        // Whom desk and gate watch for, and what households ask of them
        services.AddContentPart<WatchEntryPart>();
        services.AddIndexProvider<WatchIndexProvider>();
        services.AddIndexProvider<WatchKeyIndexProvider>();
        services.AddScoped<DocumentHashes>();
        services.AddScoped<WatchList>();
        services.AddContentPart<StandingInstructionPart>();
        services.AddIndexProvider<InstructionIndexProvider>();
        services.AddScoped<Instructions>();

        // Those who come again and again
        services.AddContentPart<RecurringPassPart>();
        services.AddIndexProvider<RecurringIndexProvider>();
        services.AddScoped<RecurringPasses>();
        services.AddScoped<RecurringClock>();

        // Those who come to the office
        services.AddContentPart<OfficeVisitPart>();
        services.AddIndexProvider<OfficeIndexProvider>();
        services.AddScoped<OfficeVisits>();
        services.AddScoped<VisitTraces>();
        services.AddScoped<VisitPrivacy>();

        // Passes: signed, drawn, read
        services.AddIndexProvider<PassKeyIndexProvider>();
        services.AddScoped<PassKeys>();
        services.AddScoped<PassMaker>();
        services.AddScoped<PassPages>();
        services.AddSingleton<CodeTries>();

        // Badges and the gate
        services.AddContentPart<BadgePart>();
        services.AddIndexProvider<BadgeIndexProvider>();
        services.AddScoped<Badges>();
        services.AddScoped<GatePost>();
        services.AddScoped<VisitBoard>();
        services.AddScoped<VisitAccess>();

        // The gate without a connection
        services.AddIndexProvider<OfflineAdmissionIndexProvider>();
        services.AddScoped<GateSeal>();
        services.AddScoped<OfflineGate>();
        services.AddScoped<OfflineAdmissions>();
        services.AddTransient<IConfigureOptions<ResourceManagementOptions>, VisitorsResources>();

        // What waits for a decision
        services.AddQueued<VisitPart>(new("VIS", VisitTypes.Visit, typeof(VisitLifecycle))
        {
            Name = "Visit to approve",
            Permission = VisitPermissions.Approve,
            Href = id => $"~admin/Visits/Record/{id}",
            State = state => VisitLifecycle.Name(Enum.Parse<VisitState>(state)),
            Dot = state => VisitLifecycle.Dot(Enum.Parse<VisitState>(state)),
        });

        services.AddPrivateContent(VisitPermissions.View, VisitTypes.Visit, VisitTypes.Badge, VisitTypes.RecurringPass, VisitTypes.WatchEntry, VisitTypes.Instruction, VisitTypes.OfficeVisit);

        // Photos, and what time does
        services.AddIndexProvider<VisitPhotoIndexProvider>();
        services.AddScoped<VisitPhotos>();
        services.AddScoped<VisitClock>();
        services.AddTimedWork<VisitTimer>();
        services.AddSingleton<IBackgroundTask, VisitClockTask>();

        // What can be filled from spreadsheets
        services.AddScoped<ImportList, BadgeImport>();
        services.AddScoped<ImportList, VisitLogImport>();
        services.AddScoped<ImportList, ExpectedVisitImport>();
        services.AddScoped<ImportList, RecurringImport>();
        services.AddScoped<ImportList, WatchImport>();
        services.AddScoped<IRecordUse, VisitUse>();

        // What the module adds to pages of others
        services.AddScoped<ISearchSource, VisitSearchSource>();
        services.AddScoped<ISearchSource, VisitActionSource>();
        services.AddScoped<IContentDisplayDriver, UnitVisitsDriver>();
        services.AddDisplayDriver<PersonHub, PersonVisitsDriver>();
        services.AddDisplayDriver<TodayBoard, TodayVisitsDriver>();
        services.AddDisplayDriver<TodayBoard, VisitFiguresDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentVisitsDriver>();
    }
}
