using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;
using OrchardCore.Users.Events;
using OrchardCore.Users.Handlers;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

[Feature("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScriptingCore();
        services.AddWorkflowsCore();
        services.AddPermissionProvider<Permissions>();
        services.AddRecipeExecutionStep<WorkflowTypeStep>();
        services.AddScoped<WorkflowTypeWriting>();
        services.AddNavigationProvider<WorkflowsMenu>();
        services.AddScoped<TypeList>();
        services.AddScoped<TypeSteps>();
        services.AddScoped<InstanceList>();
        services.AddScoped<DecisionList>();
        services.AddScoped<IDueWork, WorkflowTrim>();
        services.AddSiteDisplayDriver<WorkflowSettingsDriver>();

        services.AddOwn<IfElseTask>().AddOwn<ForkTask>().AddOwn<JoinTask>();
        services.AddOwn<ForEachTask>().AddOwn<ForLoopTask>().AddOwn<WhileLoopTask>();
        services.AddOwn<ScriptTask>().AddOwn<CorrelateTask>().AddOwn<SetPropertyTask>().AddOwn<SetOutputTask>().AddOwn<LogTask>();
        services.AddOwn<UserTaskEvent>().AddOwn<WorkflowFaultEvent>().AddOwn<CommitTransactionTask>();
        services.AddOwn<NotifyTask>();
    }
}

[Feature("OrchardCore.Workflows.Timers")]
public sealed class TimersStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddOwn<TimerEvent>();
}

[Feature("OrchardCore.Workflows.Http")]
public sealed class HttpStartup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<OutgoingHttpOptions>(configuration.GetSection("OrchardCore_Workflows"));
        services.AddSingleton<OutgoingHttp>();
        services.AddScoped<CallerAnswer>();
        services.AddScoped<AttendedRuns>();
        services.AddScoped<Signals>();
        services.AddScoped<IWorkflowExecutionContextHandler, SignalMethods>();
        services.AddOwn<HttpRequestEvent>().AddOwn<HttpResponseTask>().AddOwn<HttpRedirectTask>().AddOwn<HttpRequestTask>().AddOwn<SignalEvent>().AddOwn<HttpRequestFilterEvent>();
        services.AddOwn<ValidateAntiforgeryTokenTask>().AddOwn<ValidateFormFieldTask>().AddOwn<AddModelValidationErrorTask>().AddOwn<ValidateFormTask>();
        services.AddOwn<BindModelStateTask>().AddOwn<HttpRedirectToFormLocationTask>();
        services.Configure<MvcOptions>(options => options.Filters.Add<RequestTelling>());
    }
}

[Feature("OrchardCore.Workflows")]
[RequireFeatures("OrchardCore.Contents")]
public sealed class ContentsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IContentHandler, ContentEventHandler>();
        services.AddOwn<ContentCreatedEvent>().AddOwn<ContentUpdatedEvent>().AddOwn<ContentDraftSavedEvent>().AddOwn<ContentPublishedEvent>();
        services.AddOwn<ContentUnpublishedEvent>().AddOwn<ContentDeletedEvent>().AddOwn<ContentVersionedEvent>();
        services.AddOwn<RetrieveContentTask>().AddOwn<CreateContentTask>().AddOwn<UpdateContentTask>();
        services.AddOwn<PublishContentTask>().AddOwn<UnpublishContentTask>().AddOwn<DeleteContentTask>();
    }
}

[Feature("OrchardCore.Workflows")]
[RequireFeatures("OrchardCore.Users")]
public sealed class PeopleStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IUserEventHandler, UserEventsHandler>();
        services.AddScoped<ILoginFormEvent, SignInTelling>();
        services.AddOwn<UserCreatedEvent>().AddOwn<UserUpdatedEvent>().AddOwn<UserDeletedEvent>();
        services.AddOwn<UserEnabledEvent>().AddOwn<UserDisabledEvent>().AddOwn<UserConfirmedEvent>().AddOwn<UserLoggedInEvent>();
        services.AddOwn<AssignUserRoleTask>().AddOwn<UnassignUserRoleTask>().AddOwn<GetUsersByRoleTask>().AddOwn<ValidateUserTask>();
    }
}

[Feature("OrchardCore.Workflows.Http")]
[RequireFeatures("OrchardCore.Users")]
public sealed class RegistrationStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddOwn<RegisterUserTask>();
}

[Feature("OrchardCore.Workflows")]
[RequireFeatures("OrchardCore.Email")]
public sealed class MailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddOwn<EmailTask>();
}

internal static class OwnActivities
{
    /// <summary>Adds an activity of the suite, which is edited in the common form.</summary>
    public static IServiceCollection AddOwn<TActivity>(this IServiceCollection services)
        where TActivity : class, IActivity
        => services.AddActivity<TActivity, FormDriver<TActivity>>();
}
