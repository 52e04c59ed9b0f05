using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

namespace PropertySuite.Parking;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<ParkingMenu>();
        services.AddNavigationProvider<ResidentParkingMenu>();
        services.AddNavigationProvider<GuardParkingMenu>();
        services.AddPrivateContent(ParkingPermissions.View, ParkingTypes.Area, ParkingTypes.Space, ParkingTypes.Vehicle, ParkingTypes.Application, ParkingTypes.Lease, ParkingTypes.Violation);

        // Records, and the rights that the database keeps apart
        services.AddContentPart<AreaPart>();
        services.AddContentPart<SpacePart>();
        services.AddContentPart<VehiclePart>();
        services.AddContentPart<ApplicationPart>();
        services.AddContentPart<LeasePart>();
        services.AddContentPart<ViolationPart>();
        services.AddIndexProvider<ParkingIndexProvider>();
        services.AddIndexProvider<RightIndexProvider>();
        services.AddScoped<ParkingBook>();
        services.AddScoped<ParkingRules>();
        services.AddSiteDisplayDriver<ParkingSettingsDriver>();
        services.AddScoped<Spaces>();
        services.AddScoped<Vehicles>();
        services.AddScoped<Applications>();
        services.AddScoped<Leases>();
        services.AddScoped<Violations>();
        services.AddAttachmentGate(ParkingTypes.ViolationNumber, ParkingPermissions.Report, ParkingPermissions.Handle);

        services.AddTransient<IConfigureOptions<ResourceManagementOptions>, ParkingResources>();

        // What waits for the desk and the manager
        services.AddQueued<ApplicationPart>(new QueuedKind(ParkingTypes.ApplicationNumber, ParkingTypes.Application, typeof(ApplicationLifecycle))
        {
            Name = "Application for parking",
            Permission = ParkingPermissions.Handle,
            Href = id => $"~admin/Parking/Applications/{id}",
            State = state => ApplicationLifecycle.Name(Enum.Parse<ApplicationState>(state)),
            Dot = state => ApplicationLifecycle.Dot(Enum.Parse<ApplicationState>(state)),
        });
        services.AddQueued<ViolationPart>(new QueuedKind(ParkingTypes.ViolationNumber, ParkingTypes.Violation, typeof(ViolationLifecycle))
        {
            Name = "Parking violation",
            Permission = ParkingPermissions.Manage,
            Href = id => $"~admin/Parking/Violations/{id}",
            State = state => ViolationLifecycle.Name(Enum.Parse<ViolationState>(state)),
            Dot = state => ViolationLifecycle.Dot(Enum.Parse<ViolationState>(state)),
        });

        // Money and messages
        services.AddScoped<ParkingMoney>();
        services.AddScoped<IMoneyWitness, ParkingMoneyWitness>();
        services.AddScoped<ParkingTeller>();
        foreach (var kind in ParkingMessages.All) services.AddMessageKind(kind);

        // What time does
        services.AddScoped<WaitingList>();
        services.AddScoped<ParkingClock>();
        services.AddTimedWork<ParkingTimer>();

        // Pages
        services.AddScoped<ListPages>();
        services.AddScoped<HolderFinder>();
        services.AddScoped<PlateChecks>();
        services.AddScoped<ParkingHousehold>();
        services.AddScoped<MyParkingReader>();
        services.AddScoped<ParkingAccess>();

        // What can be filled from spreadsheets
        services.AddScoped<HolderLookup>();
        services.AddScoped<ImportList, SpaceImport>();
        services.AddScoped<ImportList, VehicleImport>();
        services.AddScoped<ImportList, LeaseImport>();
        services.AddScoped<ImportList, ApplicationImport>();
        services.AddScoped<IRecordUse, ParkingUse>();

        // What the module adds to pages of others
        services.AddScoped<ISearchSource, PlateSearchSource>();
        services.AddScoped<IContentDisplayDriver, UnitParkingDriver>();
        services.AddDisplayDriver<PersonHub, PersonParkingDriver>();
        services.AddDisplayDriver<TodayBoard, TodayParkingDriver>();
        services.AddDisplayDriver<TodayBoard, ParkingFiguresDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentParkingDriver>();
    }
}
