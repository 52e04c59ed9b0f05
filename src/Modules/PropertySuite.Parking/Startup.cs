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
        services.AddDisplayDriver<ResidentHome, ResidentParkingDriver>();
    }
}
