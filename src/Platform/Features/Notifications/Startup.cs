using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Notifications;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Features.Workflows;

namespace PropertySuite.Platform.Features.Notifications;

[Feature("OrchardCore.Notifications")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<NotificationMigrations>();
        services.AddIndexProvider<NotificationIndexProvider>();
        services.AddIndexProvider<NotificationAboutIndexProvider>();
        services.AddScoped<PropertySuite.Core.IMessageTraces, NotificationTraces>();
        services.AddScoped<INotificationService, NotificationService>();
        services.AddScoped<IDueWork, NotificationPurge>();
        services.Configure<MvcOptions>(options => options.Filters.Add<NotificationBellFilter>());
    }
}

[Feature("OrchardCore.Notifications.Email")]
public sealed class EmailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<INotificationMethodProvider, EmailNotifications>();
}

[Feature("OrchardCore.Notifications")]
[RequireFeatures("OrchardCore.Workflows")]
public sealed class WorkflowStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddOwn<NotifyUserTask>();
        services.AddOwn<NotifyContentOwnerTask>();
    }
}
