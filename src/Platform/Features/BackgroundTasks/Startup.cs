using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.BackgroundTasks;

[Feature("OrchardCore.BackgroundTasks")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<BackgroundTasksMenu>();
        services.AddScoped<TaskDesk>();
    }
}

internal sealed class Permissions : IPermissionProvider
{
    public static readonly Permission ManageBackgroundTasks = new("ManageBackgroundTasks", "Manage background tasks");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageBackgroundTasks]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ManageBackgroundTasks] }];
}

internal sealed class BackgroundTasksMenu(IStringLocalizer<BackgroundTasksMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["System"], "20", system => system
                .Id("system")
                .Add(S["Background tasks"], "5", tasks => tasks
                    .Id("background-tasks").AddClass("icon-clock")
                    .Action("Index", "Admin", "OrchardCore.BackgroundTasks")
                    .Permission(Permissions.ManageBackgroundTasks))));
        return ValueTask.CompletedTask;
    }
}
