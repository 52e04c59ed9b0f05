using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Activities;

/// <summary>
/// One kind of step of a workflow. An instance is made anew for each step of each run; what it keeps is in
/// <see cref="Properties"/>, by the names of its own properties.
/// </summary>
public interface IActivity : IEntity
{
    /// <summary>The name that workflow types store; the class's name by habit.</summary>
    string Name { get; }

    LocalizedString DisplayText { get; }

    /// <summary>The group under which it is offered.</summary>
    LocalizedString Category { get; }

    new JsonObject Properties { get; set; }

    /// <summary>Whether there is something to fill in.</summary>
    bool HasEditor { get; }

    /// <summary>The exits that a transition can leave by.</summary>
    IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    /// <summary>Whether it runs now: an event is asked before it starts or resumes a workflow.</summary>
    Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    /// <summary>Goes on after it has waited.</summary>
    Task<ActivityExecutionResult> ResumeAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    Task OnInputReceivedAsync(WorkflowExecutionContext workflowContext, IDictionary<string, object> input);

    Task OnWorkflowStartingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default);

    Task OnWorkflowStartedAsync(WorkflowExecutionContext context);

    Task OnWorkflowResumingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default);

    Task OnWorkflowResumedAsync(WorkflowExecutionContext context);

    Task OnWorkflowRestartingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default);

    Task OnWorkflowRestartedAsync(WorkflowExecutionContext context);

    /// <summary>Called on every activity of the workflow before each one is executed.</summary>
    Task OnActivityExecutingAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext, CancellationToken cancellationToken = default);

    Task OnActivityExecutedAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext);
}

/// <summary>An activity that does something.</summary>
public interface ITask : IActivity
{
}

/// <summary>An activity that waits for something to happen, or starts a workflow when it does.</summary>
public interface IEvent : IActivity
{
    bool CanStartWorkflow { get; }
}
