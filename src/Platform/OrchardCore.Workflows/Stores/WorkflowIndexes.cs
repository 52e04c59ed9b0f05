#nullable enable
using OrchardCore.Workflows.Models;
using YesSql.Indexes;

namespace PropertySuite.Platform.Workflows;

/// <summary>One row per workflow type.</summary>
/// <remarks>Index rows are public because the data layer makes them.</remarks>
public class WorkflowTypeIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string WorkflowTypeId { get; set; } = string.Empty;

    public string? Name { get; set; }

    public bool IsEnabled { get; set; }
}

/// <summary>One row per activity that can start a type.</summary>
public class WorkflowTypeStartActivitiesIndex : MapIndex
{
    public string WorkflowTypeId { get; set; } = string.Empty;

    public bool IsEnabled { get; set; }

    public string StartActivityId { get; set; } = string.Empty;

    public string StartActivityName { get; set; } = string.Empty;
}

/// <summary>One row per instance.</summary>
public class WorkflowIndex : MapIndex
{
    public string WorkflowTypeId { get; set; } = string.Empty;

    /// <summary>Unique.</summary>
    public string WorkflowId { get; set; } = string.Empty;

    /// <summary>The number of the <see cref="OrchardCore.Workflows.Models.WorkflowStatus"/>.</summary>
    public int Status { get; set; }

    public string? CorrelationId { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime ChangedUtc { get; set; }

    /// <summary>Unique; the type's id while an instance of a singleton waits, null otherwise.</summary>
    public string? SingletonKey { get; set; }
}

/// <summary>One row per activity at which an instance waits.</summary>
public class WorkflowBlockingActivitiesIndex : MapIndex
{
    public string ActivityId { get; set; } = string.Empty;

    public string ActivityName { get; set; } = string.Empty;

    public bool ActivityIsStart { get; set; }

    public string WorkflowTypeId { get; set; } = string.Empty;

    public string WorkflowId { get; set; } = string.Empty;

    public string? WorkflowCorrelationId { get; set; }
}

/// <summary>One row per timer that an instance waits for.</summary>
public class WorkflowTimerIndex : MapIndex
{
    public string WorkflowId { get; set; } = string.Empty;

    public string WorkflowTypeId { get; set; } = string.Empty;

    public string ActivityId { get; set; } = string.Empty;

    public DateTime DueUtc { get; set; }
}

/// <summary>One row per event, start or resumption that is still to be worked off.</summary>
public class WorkflowWorkIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>Not before this moment, in UTC.</summary>
    public DateTime DueUtc { get; set; }

    /// <summary>Whether it talks to the world outside, and is kept from holding the others up.</summary>
    public bool IsSlow { get; set; }
}

/// <summary>One row per timer that starts a type.</summary>
public class WorkflowScheduleIndex : MapIndex
{
    /// <summary>Unique: type and activity.</summary>
    public string ScheduleKey { get; set; } = string.Empty;

    public string WorkflowTypeId { get; set; } = string.Empty;

    public DateTime DueUtc { get; set; }
}

internal sealed class WorkflowTypeIndexProvider : IndexProvider<WorkflowType>
{
    public override void Describe(DescribeContext<WorkflowType> context)
    {
        context.For<WorkflowTypeIndex>().Map(type => new WorkflowTypeIndex { WorkflowTypeId = type.WorkflowTypeId, Name = type.Name, IsEnabled = type.IsEnabled });
        context.For<WorkflowTypeStartActivitiesIndex>().Map(type => type.Activities.Where(activity => activity.IsStart).Select(activity => new WorkflowTypeStartActivitiesIndex
        {
            WorkflowTypeId = type.WorkflowTypeId,
            IsEnabled = type.IsEnabled,
            StartActivityId = activity.ActivityId,
            StartActivityName = activity.Name,
        }));
    }
}

internal sealed class WorkflowIndexProvider : IndexProvider<Workflow>
{
    public override void Describe(DescribeContext<Workflow> context)
    {
        context.For<WorkflowIndex>().Map(workflow => new WorkflowIndex
        {
            WorkflowTypeId = workflow.WorkflowTypeId,
            WorkflowId = workflow.WorkflowId,
            Status = (int)workflow.Status,
            CorrelationId = workflow.CorrelationId,
            CreatedUtc = workflow.CreatedUtc,
            ChangedUtc = workflow.Record.ChangedUtc,
            SingletonKey = workflow.Status == WorkflowStatus.Halted ? workflow.Record.SingletonOf : null,
        });

        // Only those that can go on: an instance that has failed or was cancelled waits for nobody.
        context.For<WorkflowBlockingActivitiesIndex>().When(workflow => workflow.Status == WorkflowStatus.Halted).Map(workflow => workflow.BlockingActivities.Select(activity => new WorkflowBlockingActivitiesIndex
        {
            ActivityId = activity.ActivityId,
            ActivityName = activity.Name,
            ActivityIsStart = activity.IsStart,
            WorkflowTypeId = workflow.WorkflowTypeId,
            WorkflowId = workflow.WorkflowId,
            WorkflowCorrelationId = workflow.CorrelationId ?? "",
        }));

        context.For<WorkflowTimerIndex>().When(workflow => workflow.Status == WorkflowStatus.Halted).Map(workflow => workflow.Record.Due
            .Where(due => workflow.BlockingActivities.Any(activity => activity.ActivityId == due.Key))
            .Select(due => new WorkflowTimerIndex
            {
                WorkflowId = workflow.WorkflowId,
                WorkflowTypeId = workflow.WorkflowTypeId,
                ActivityId = due.Key,
                DueUtc = due.Value,
            }));
    }
}

internal sealed class WorkflowWorkIndexProvider : IndexProvider<WorkflowWork>
{
    public override void Describe(DescribeContext<WorkflowWork> context) =>
        context.For<WorkflowWorkIndex>().Map(work => new WorkflowWorkIndex { DueUtc = work.DueUtc, IsSlow = work.IsSlow });
}

internal sealed class WorkflowScheduleIndexProvider : IndexProvider<WorkflowSchedule>
{
    public override void Describe(DescribeContext<WorkflowSchedule> context) =>
        context.For<WorkflowScheduleIndex>().Map(schedule => new WorkflowScheduleIndex
        {
            ScheduleKey = $"{schedule.WorkflowTypeId}/{schedule.ActivityId}",
            WorkflowTypeId = schedule.WorkflowTypeId,
            DueUtc = schedule.DueUtc,
        });
}
