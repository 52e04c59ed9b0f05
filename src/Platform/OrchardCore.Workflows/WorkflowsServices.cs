#nullable enable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Scripting;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;

namespace PropertySuite.Platform.Workflows;

internal static class WorkflowsServices
{
    /// <summary>Evaluates scripts.</summary>
    public static IServiceCollection AddScriptingCore(this IServiceCollection services)
    {
        services.TryAddSingleton<ScriptEngine>();
        services.AddSingleton<IScriptingEngine>(provider => provider.GetRequiredService<ScriptEngine>());
        services.TryAddScoped<IScriptingManager, ScriptingManager>();
        return services;
    }

    /// <summary>The engine of workflows, without any activity.</summary>
    public static IServiceCollection AddWorkflowsCore(this IServiceCollection services)
    {
        services.AddDataMigration<WorkflowMigrations>();
        services.AddIndexProvider<WorkflowTypeIndexProvider>();
        services.AddIndexProvider<WorkflowIndexProvider>();
        services.AddIndexProvider<WorkflowWorkIndexProvider>();
        services.AddIndexProvider<WorkflowScheduleIndexProvider>();
        services.AddIndexProvider<UsedSignalIndexProvider>();

        services.AddSingleton<WorkflowCatalog>();
        services.AddSingleton<WorkflowPump>();
        services.AddScoped<WorkflowTypes>();
        services.AddScoped<IWorkflowTypeStore, WorkflowTypeStore>();
        services.AddScoped<IWorkflowStore, WorkflowStore>();
        services.AddSingleton<ActivityNames>();
        services.AddScoped<IActivityLibrary, ActivityLibrary>();

        services.AddScoped<WorkflowRun>();
        services.AddScoped<WorkflowEvents>();
        services.AddScoped<BurstRunner>();
        services.AddScoped<WorkflowManager>();
        services.AddScoped<IWorkflowManager>(provider => provider.GetRequiredService<WorkflowManager>());
        services.AddScoped<WorkSteps>();
        services.AddScoped<TimerSteps>();
        services.AddScoped<Repairs>();
        services.AddScoped<IDueWork, DueWorkflows>();
        services.AddScoped<Deadlines>();
        services.AddScoped<CommunityZone>();

        services.AddScoped<WorkflowValues>();
        services.AddScoped<IWorkflowValueSerializer, ContentItemValues>();
        services.AddScoped<IWorkflowValueSerializer, UserValues>();
        services.AddScoped<IWorkflowScriptEvaluator, WorkflowScriptEvaluator>();
        services.AddScoped<IWorkflowExpressionEvaluator, WorkflowExpressionEvaluator>();
        services.AddSingleton<ISecurityTokenService, SecurityTokenService>();
        services.AddScoped<ActivityCheck>();
        services.AddScoped<WorkflowTypeCheck>();
        return services;
    }
}
