using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();

        // Activities: written, published, held
        services.AddContentPart<ActivityPart>();
        services.AddIndexProvider<ActivityIndexProvider>();
        services.AddScoped<ActivityBook>();

        // Registrations, places, the waiting list
        services.AddContentPart<RegistrationPart>();
        services.AddIndexProvider<RegistrationIndexProvider>();
        services.AddScoped<Registrations>();

        // Volunteers
        services.AddContentPart<TurnPart>();
        services.AddIndexProvider<TurnIndexProvider>();
        services.AddScoped<Turns>();

        // What people are told, and what time does
        services.AddScoped<RegistrationNews>();
        services.AddScoped<SiteLinks>();
        foreach (var kind in ActivityMessages.All)
        {
            services.AddMessageKind(kind);
        }

        services.AddTimedWork<ActivityTimer>();

        services.AddPrivateContent(ActivityPermissions.View, ActivityTypes.Activity, ActivityTypes.Registration, ActivityTypes.Turn);
    }
}
