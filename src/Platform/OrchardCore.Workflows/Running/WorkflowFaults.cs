#nullable enable
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Workflows;

/// <summary>What is told of a run that has failed.</summary>
internal static class WorkflowFaults
{
    public const string EventName = "WorkflowFaultEvent";
    public const string Key = "WorkflowFault";

    public static Dictionary<string, object> InputOf(WorkflowExecutionContext context) => new()
    {
        [Key] = new Dictionary<string, object?>
        {
            ["WorkflowId"] = context.WorkflowId,
            ["WorkflowTypeId"] = context.WorkflowType.WorkflowTypeId,
            ["WorkflowName"] = context.WorkflowType.Name,
            ["CorrelationId"] = context.CorrelationId,
            ["ErrorMessage"] = context.Workflow.FaultMessage,
            ["ActivityId"] = context.FaultedAt,
            ["ActivityTypeName"] = context.FaultedAt is { } id && context.Activities.TryGetValue(id, out var activity) ? activity.ActivityRecord.Name : null,
        },
    };
}
