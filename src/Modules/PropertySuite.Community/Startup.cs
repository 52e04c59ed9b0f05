using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Entrances;
using PropertySuite.Community.Forms;
using PropertySuite.Community.Front;
using PropertySuite.Community.Imports;
using PropertySuite.Community.Joining;
using PropertySuite.Community.People;
using PropertySuite.Community.People.Hub;
using PropertySuite.Community.Residents;
using PropertySuite.Community.Search;
using PropertySuite.Community.Settings;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Today;
using PropertySuite.Community.Units;
using PropertySuite.Community.Units.Hub;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Community;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // The register's items, with their rows.
        services.AddContentPart<BuildingPart>().UseDisplayDriver<BuildingPartDriver>();
        services.AddIndexProvider<BuildingIndexProvider>();
        services.AddContentPart<EntrancePart>().UseDisplayDriver<EntrancePartDriver>();
        services.AddIndexProvider<EntranceIndexProvider>();
        services.AddContentPart<UnitPart>().UseDisplayDriver<UnitPartDriver>().UseDisplayDriver<UnitHubDriver>();
        services.AddIndexProvider<UnitIndexProvider>();
        services.AddContentPart<PersonPart>().UseDisplayDriver<PersonPartDriver>();
        services.AddIndexProvider<PersonIndexProvider>();
        services.AddContentPart<TiePart>().AddHandler<TiePartHandler>();
        services.AddIndexProvider<TieIndexProvider>();
        services.AddScoped<IContentHandler, RegisterItemHandler>();
        services.AddPrivateContent(
            Permissions.ViewRegister,
            CommunityTypes.Building, CommunityTypes.Entrance, CommunityTypes.Unit, CommunityTypes.Person, CommunityTypes.Tie);
        services.AddDataMigration<Migrations>();

        // What other modules may ask.
        services.AddScoped<IUnitDirectory, UnitDirectory>();
        services.AddScoped<IPersonDirectory, PersonDirectory>();
        services.AddScoped<ITies, TieDirectory>();
        services.AddScoped<IEntrances, EntranceDirectory>();
        services.AddScoped<ICommunityCalendar, CommunityCalendar>();

        // What the register does.
        services.AddScoped<BuildingBook>();
        services.AddScoped<UnitBook>();
        services.AddScoped<TieBook>();
        services.AddScoped<UnitStates>();
        services.AddScoped<TieLines>();
        services.AddScoped<RegisterAccess>();
        services.AddPermissionProvider<Permissions>();

        // What can be filled from spreadsheets.
        services.AddScoped<ImportList, BuildingImport>();
        services.AddScoped<ImportList, EntranceImport>();
        services.AddScoped<ImportList, UnitImport>();
        services.AddScoped<ImportList, PersonImport>();
        services.AddScoped<ImportList, TieImport>();
        services.AddScoped<IRecordUse, RegisterUse>();

        // What staff and residents see.
        services.AddScoped<RegisterWords>();
        services.AddScoped<RegisterLinks>();
        services.AddScoped<FormRefusals>();
        services.AddScoped<RegisterEditor>();
        services.AddScoped<UnitList>();
        services.AddScoped<PersonList>();
        services.AddScoped<Finder>();
        services.AddScoped<ISearchSource, UnitSearchSource>();
        services.AddScoped<ISearchSource, PersonSearchSource>();
        services.AddDisplayDriver<PersonHub, PersonHubDriver>();
        services.AddDisplayDriver<TodayBoard, RegisterTodayDriver>();
        services.AddDisplayDriver<ResidentHome, HouseholdHomeDriver>();
        services.AddSiteDisplayDriver<CommunitySettingsDriver>();
        services.AddSiteDisplayDriver<RegisterSettingsDriver>();
        services.AddScoped<RegisterKinds>();
        services.AddNavigationProvider<CommunityMenu>();
        services.AddNavigationProvider<ResidentMenu>();
        services.AddNavigationProvider<FrontMenu>();

        // How people of the register come by an account.
        services.AddIndexProvider<JoinCodeIndexProvider>();
        services.AddScoped<JoinBook>();
        services.AddSingleton<JoinTries>();
        services.AddDisplayDriver<PersonHub, PersonJoinDriver>();
        services.AddMessageKind(JoinMessages.Code);
    }
}
