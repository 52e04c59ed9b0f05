using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Services;

/// <summary>Triggers events, starts and resumes workflows.</summary>
public interface IWorkflowManager
{
    Workflow NewWorkflow(WorkflowType workflowType, string correlationId = null);

    Task<WorkflowExecutionContext> CreateWorkflowExecutionContextAsync(WorkflowType workflowType, Workflow workflow, IDictionary<string, object> input = null);

    Task<ActivityContext> CreateActivityExecutionContextAsync(ActivityRecord activityRecord, JsonObject properties);

    /// <summary>
    /// Tells that something has happened. The event is stored with the caller's unit of work, and the workflows that it
    /// starts or resumes run once that is committed, each in a unit of work of its own.
    /// </summary>
    /// <param name="name">The name of the event activity.</param>
    /// <param name="correlationId">What it happened to: of the waiting instances, only those about the same, or about nothing, go on.</param>
    /// <param name="isExclusive">No workflow is started while an instance of its type, about the same, waits.</param>
    /// <param name="isAlwaysCorrelated">Instances about nothing are left out.</param>
    /// <returns>The runs that took place already; none where the event was stored.</returns>
    Task<IEnumerable<WorkflowExecutionContext>> TriggerEventAsync(string name, IDictionary<string, object> input = null, string correlationId = null, bool isExclusive = false, bool isAlwaysCorrelated = false);

    /// <summary>Starts at once, in the caller's unit of work.</summary>
    /// <param name="startActivity">Where to begin; the type's first start activity when null.</param>
    Task<WorkflowExecutionContext> StartWorkflowAsync(WorkflowType workflowType, ActivityRecord startActivity = null, IDictionary<string, object> input = null, string correlationId = null);

    Task<WorkflowExecutionContext> RestartWorkflowAsync(WorkflowType workflowType, IDictionary<string, object> input = null, string correlationId = null);

    /// <summary>Goes on at once, in the caller's unit of work.</summary>
    Task<WorkflowExecutionContext> ResumeWorkflowAsync(Workflow workflow, BlockingActivity awaitingActivity, IDictionary<string, object> input = null);

    /// <summary>Runs from an activity until the workflow waits or ends; does not store it.</summary>
    /// <returns>The activities at which it waits.</returns>
    Task<IEnumerable<ActivityRecord>> ExecuteWorkflowAsync(WorkflowExecutionContext workflowExecutionContext, ActivityRecord activity);
}

public static class WorkflowManagerExtensions
{
    /// <summary>The public properties of <paramref name="input"/> become the input.</summary>
    public static Task<IEnumerable<WorkflowExecutionContext>> TriggerEventAsync(this IWorkflowManager workflowManager, string name, object input = null, string correlationId = null) =>
        workflowManager.TriggerEventAsync(name, ToDictionary(input), correlationId);

    /// <summary>Starts the type anew with what an instance was given.</summary>
    public static Task<WorkflowExecutionContext> RestartWorkflowAsync(this IWorkflowManager workflowManager, Workflow workflow, WorkflowType workflowType, JsonSerializerOptions jsonSerializerOptions = null)
    {
        var state = workflow.State.Deserialize<WorkflowState>(jsonSerializerOptions ?? JOptions.Default);
        return workflowManager.RestartWorkflowAsync(workflowType, state?.Input, workflow.CorrelationId);
    }

    private static IDictionary<string, object> ToDictionary(object input) => input switch
    {
        null => new Dictionary<string, object>(),
        IDictionary<string, object> dictionary => dictionary,
        _ => input.GetType().GetProperties()
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .ToDictionary(property => property.Name, property => property.GetValue(input)),
    };
}
