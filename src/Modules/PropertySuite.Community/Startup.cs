using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Entrances;
using PropertySuite.Community.Forms;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;

namespace PropertySuite.Community;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        // The register's items, with their rows.
        services.AddContentPart<BuildingPart>();
        services.AddIndexProvider<BuildingIndexProvider>();
        services.AddContentPart<EntrancePart>();
        services.AddIndexProvider<EntranceIndexProvider>();
        services.AddContentPart<UnitPart>();
        services.AddIndexProvider<UnitIndexProvider>();
        services.AddContentPart<PersonPart>();
        services.AddIndexProvider<PersonIndexProvider>();
        services.AddContentPart<TiePart>().AddHandler<TiePartHandler>();
        services.AddIndexProvider<TieIndexProvider>();
        services.AddScoped<IContentHandler, RegisterItemHandler>();
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
        services.AddScoped<FormRefusals>();
        services.AddScoped<RegisterAccess>();
        services.AddScoped<RegisterWords>();
        services.AddPermissionProvider<Permissions>();
    }
}
