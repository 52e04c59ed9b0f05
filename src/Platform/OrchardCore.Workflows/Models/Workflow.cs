using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PropertySuite.Platform.Workflows;

namespace OrchardCore.Workflows.Models;

/// <summary>A workflow on its way: an instance of a type. Stored as a document.</summary>
public class Workflow
{
    public long Id { get; set; }

    public string WorkflowId { get; set; }

    public string WorkflowTypeId { get; set; }

    /// <summary>What it is about, such as the id of a content item; events name it to find their instances.</summary>
    public string CorrelationId { get; set; }

    /// <summary>A <see cref="WorkflowState"/> as JSON.</summary>
    public JsonObject State { get; set; } = [];

    public WorkflowStatus Status { get; set; }

    /// <summary>Why it stopped; null while all is well.</summary>
    public string FaultMessage { get; set; }

    public int LockTimeout { get; set; }

    public int LockExpiration { get; set; }

    /// <summary>Where it waits.</summary>
    public IList<BlockingActivity> BlockingActivities { get; init; } = [];

    public DateTime CreatedUtc { get; set; }

    public bool IsAtomic => LockTimeout > 0 && LockExpiration > 0;

    [JsonInclude]
    internal WorkflowRecord Record { get; set; } = new();
}

/// <summary>An activity at which an instance waits.</summary>
public class BlockingActivity
{
    public static BlockingActivity FromActivity(ActivityRecord activity) => new()
    {
        ActivityId = activity.ActivityId,
        IsStart = activity.IsStart,
        Name = activity.Name,
    };

    public string ActivityId { get; set; }

    public bool IsStart { get; set; }

    public string Name { get; set; }
}

/// <summary>A step that was taken.</summary>
public class ExecutedActivity
{
    public string ActivityId { get; set; }

    public string Outcome { get; set; }
}

/// <summary>What an instance remembers.</summary>
public class WorkflowState
{
    public object LastResult { get; set; }

    public IDictionary<string, object> Input { get; set; } = new Dictionary<string, object>();

    public IDictionary<string, object> Output { get; set; } = new Dictionary<string, object>();

    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();

    /// <summary>By activity, the properties that differ from the type's own.</summary>
    public IDictionary<string, JsonObject> ActivityStates { get; set; } = new Dictionary<string, JsonObject>();

    public IList<ExecutedActivity> ExecutedActivities { get; set; } = [];
}

public enum WorkflowStatus
{
    Idle,
    Starting,
    Resuming,
    Executing,

    /// <summary>It waits.</summary>
    Halted,
    Finished,

    /// <summary>An activity failed; it stands until somebody retries or cancels it.</summary>
    Faulted,

    /// <summary>It was cancelled.</summary>
    Aborted,
}
