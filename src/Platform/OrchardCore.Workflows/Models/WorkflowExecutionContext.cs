using OrchardCore.Scripting;
using OrchardCore.Workflows.Activities;

namespace OrchardCore.Workflows.Models;

/// <summary>A run of an instance: what its activities share while it goes from one wait to the next.</summary>
public class WorkflowExecutionContext
{
    internal WorkflowExecutionContext(
        WorkflowType workflowType,
        Workflow workflow,
        IDictionary<string, object> input,
        IDictionary<string, object> output,
        IDictionary<string, object> properties,
        IEnumerable<ExecutedActivity> executedActivities,
        object lastResult,
        IEnumerable<ActivityContext> activities)
    {
        WorkflowType = workflowType;
        Workflow = workflow;
        Input = input;
        Output = output;
        Properties = properties;
        LastResult = lastResult;
        ExecutedActivities = new Stack<ExecutedActivity>(executedActivities);
        Activities = activities.ToDictionary(activity => activity.ActivityRecord.ActivityId, StringComparer.Ordinal);
    }

    public Workflow Workflow { get; }

    public WorkflowType WorkflowType { get; }

    /// <summary>The activities of the type by their ids.</summary>
    public IDictionary<string, ActivityContext> Activities { get; }

    public string WorkflowId => Workflow.WorkflowId;

    public string CorrelationId
    {
        get => Workflow.CorrelationId;
        set => Workflow.CorrelationId = value;
    }

    /// <summary>What events have brought.</summary>
    public IDictionary<string, object> Input { get; }

    public IDictionary<string, object> Output { get; }

    /// <summary>The variables of the instance.</summary>
    public IDictionary<string, object> Properties { get; }

    /// <summary>What the last activity that left something left.</summary>
    public object LastResult { get; set; }

    public WorkflowStatus Status
    {
        get => Workflow.Status;
        set => Workflow.Status = value;
    }

    public Stack<ExecutedActivity> ExecutedActivities { get; set; }

    /// <summary>Where the run failed; null while all is well.</summary>
    internal string FaultedAt { get; private set; }

    internal Exception FaultedBy { get; private set; }

    /// <summary>Activities at which the run neither waits nor goes on: another branch has won.</summary>
    internal HashSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The type has no such activity.</exception>
    public ActivityContext GetActivity(string activityId) => Activities[activityId];

    /// <summary>Stops the run; what it did since the last wait is taken back, and the instance keeps the message.</summary>
    public void Fault(Exception exception, ActivityContext activityContext)
    {
        Status = WorkflowStatus.Faulted;
        FaultedBy = exception;
        FaultedAt = activityContext?.ActivityRecord.ActivityId;
        Workflow.FaultMessage = exception.Message;
    }

    public IEnumerable<Transition> GetInboundTransitions(string activityId) =>
        WorkflowType.Transitions.Where(transition => transition.DestinationActivityId == activityId);

    public IEnumerable<Transition> GetOutboundTransitions(string activityId) =>
        WorkflowType.Transitions.Where(transition => transition.SourceActivityId == activityId);

    /// <summary>All activities from which this one can be reached, nearest first, each once.</summary>
    public IEnumerable<string> GetInboundActivityPath(string activityId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { activityId };
        var next = new Queue<string>([activityId]);
        while (next.TryDequeue(out var current))
        {
            foreach (var source in GetInboundTransitions(current).Select(transition => transition.SourceActivityId).Where(seen.Add))
            {
                next.Enqueue(source);
                yield return source;
            }
        }
    }
}

/// <summary>An activity of a run, with what is stored of it.</summary>
public class ActivityContext
{
    public ActivityRecord ActivityRecord { get; set; }

    public IActivity Activity { get; set; }
}

/// <summary>Common to what <see cref="Services.IWorkflowExecutionContextHandler"/> is given.</summary>
public abstract class WorkflowExecutionHandlerContextBase
{
    protected WorkflowExecutionHandlerContextBase(WorkflowExecutionContext workflowContext) => WorkflowContext = workflowContext;

    public WorkflowExecutionContext WorkflowContext { get; }
}

/// <summary>A Liquid expression is about to be evaluated.</summary>
public class WorkflowExecutionExpressionContext : WorkflowExecutionHandlerContextBase
{
    internal WorkflowExecutionExpressionContext(WorkflowExecutionContext workflowContext)
        : base(workflowContext)
    {
    }
}

/// <summary>A script is about to be evaluated; methods may be added.</summary>
public class WorkflowExecutionScriptContext : WorkflowExecutionHandlerContextBase
{
    internal WorkflowExecutionScriptContext(WorkflowExecutionContext workflowContext)
        : base(workflowContext)
    {
    }

    public IList<IGlobalMethodProvider> ScopedMethodProviders { get; init; } = [];
}

/// <summary>A value on its way into or out of the stored state.</summary>
public class SerializeWorkflowValueContext
{
    public SerializeWorkflowValueContext(object input)
    {
        Input = input;
        Output = input;
    }

    public object Input { get; }

    /// <summary>What is stored, or restored; the input itself unless a serializer knows better.</summary>
    public object Output { get; set; }
}
