#nullable enable
using System.Text.Json.Nodes;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Workflows;

/// <summary>An activity that goes on by itself at a moment of its own.</summary>
internal interface ITimedActivity
{
    /// <summary>When it is due, in UTC; null where it never is. Asked when the instance begins to wait, and again when its type has changed.</summary>
    Task<DateTime?> DueAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    /// <summary>When it starts a workflow the next time after <paramref name="afterUtc"/>; null where it never does.</summary>
    Task<DateTime?> NextStartAsync(DateTime afterUtc);
}

/// <summary>A task that talks to the world outside: it runs in a unit of work of its own, so that no transaction waits for an answer.</summary>
internal interface ISlowActivity;

/// <summary>A task at which branches meet.</summary>
internal interface IMeetingPoint
{
    /// <summary>A branch has come by this arrow.</summary>
    void Arrived(Transition transition);
}

/// <summary>Checks what is specific to its properties.</summary>
internal interface ICheckedActivity
{
    /// <summary>What is wrong, by the name of the property.</summary>
    IEnumerable<(string Property, string Problem)> Check(JsonObject properties);
}
