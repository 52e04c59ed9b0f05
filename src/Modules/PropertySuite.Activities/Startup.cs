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

namespace PropertySuite.Activities;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<ActivitiesMenu>();
        services.AddNavigationProvider<PublicActivitiesMenu>();
        services.AddNavigationProvider<ResidentActivitiesMenu>();
        services.AddSiteDisplayDriver<ActivitySettingsDriver>();

        // Activities: written, published, held
        services.AddContentPart<ActivityPart>();
        services.AddIndexProvider<ActivityIndexProvider>();
        services.AddScoped<ActivityBook>();
        services.AddScoped<ActivityPolicy>();
        services.AddScoped<ActivityReading>();
        services.AddScoped<ActivityAccess>();
        services.AddScoped<ActivityPictures>();
        services.AddScoped<IAttachmentGate, ActivityPictureGate>();
        services.AddQueued<ActivityPart>(new QueuedKind(ActivityTypes.Number, ActivityTypes.Activity, typeof(ActivityLifecycle))
        {
            Name = "Activity",
            Permission = ActivityPermissions.View,
            Href = activityId => $"~admin/Activities/Record/{activityId}",
            State = state => ActivityLifecycle.Name(Enum.Parse<ActivityState>(state)),
            Dot = state => ActivityLifecycle.Dot(Enum.Parse<ActivityState>(state)),
        });

        // Registrations, places, the waiting list
        services.AddContentPart<RegistrationPart>();
        services.AddIndexProvider<RegistrationIndexProvider>();
        services.AddScoped<Registrations>();
        services.AddScoped<Neighbours>();

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

        // What can be filled from spreadsheets
        services.AddScoped<ImportList, ActivityImport>();
        services.AddScoped<ImportList, RegistrationImport>();
        services.AddScoped<IRecordUse, ActivityUse>();

        // What the module adds to pages of others
        services.AddScoped<ActivityBoard>();
        services.AddScoped<ISearchSource, ActivitySearchSource>();
        services.AddScoped<IContentDisplayDriver, UnitActivitiesDriver>();
        services.AddDisplayDriver<PersonHub, PersonActivitiesDriver>();
        services.AddDisplayDriver<TodayBoard, TodayActivitiesDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentActivitiesDriver>();
        services.AddDisplayDriver<PublicHome, PublicActivitiesDriver>();
    }
}
