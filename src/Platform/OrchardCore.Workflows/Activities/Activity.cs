using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Activities;

/// <summary>Base of activities: everything that need not be said has an answer.</summary>
public abstract class Activity : Entity, IActivity
{
    public abstract string Name { get; }

    public abstract LocalizedString DisplayText { get; }

    public abstract LocalizedString Category { get; }

    public virtual bool HasEditor => true;

    public abstract IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext);

    public virtual Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Task.FromResult(CanExecute(workflowContext, activityContext));

    public virtual bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => true;

    public virtual Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Task.FromResult(Execute(workflowContext, activityContext));

    public virtual ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Noop();

    public virtual Task<ActivityExecutionResult> ResumeAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Task.FromResult(Resume(workflowContext, activityContext));

    public virtual ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Noop();

    public virtual Task OnInputReceivedAsync(WorkflowExecutionContext workflowContext, IDictionary<string, object> input) => Task.CompletedTask;

    public virtual Task OnWorkflowStartingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public virtual Task OnWorkflowStartedAsync(WorkflowExecutionContext context) => Task.CompletedTask;

    public virtual Task OnWorkflowRestartingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public virtual Task OnWorkflowRestartedAsync(WorkflowExecutionContext context) => Task.CompletedTask;

    public virtual Task OnWorkflowResumingAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public virtual Task OnWorkflowResumedAsync(WorkflowExecutionContext context) => Task.CompletedTask;

    public virtual Task OnActivityExecutingAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public virtual Task OnActivityExecutedAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Task.CompletedTask;

    protected static Outcome Outcome(LocalizedString name) => new(name);

    protected static IEnumerable<Outcome> Outcomes(params LocalizedString[] names) => names.Select(name => new Outcome(name));

    protected static IEnumerable<Outcome> Outcomes(IEnumerable<LocalizedString> names) => names.Select(name => new Outcome(name));

    protected static ActivityExecutionResult Outcomes(string name) => new([name]);

    protected static ActivityExecutionResult Outcomes(params string[] names) => new(names);

    protected static ActivityExecutionResult Outcomes(IEnumerable<string> names) => new(names);

    /// <summary>The workflow waits here.</summary>
    protected static ActivityExecutionResult Halt() => ActivityExecutionResult.Halted;

    /// <summary>Nothing happens, and no exit is taken.</summary>
    protected static ActivityExecutionResult Noop() => ActivityExecutionResult.Empty;

    /// <summary>What is stored under the calling property's name, or the default.</summary>
    protected virtual T GetProperty<T>(Func<T> defaultValue = null, [CallerMemberName] string name = null) => GetProperty(typeof(T), defaultValue, name);

    protected virtual T GetProperty<T>(Type type, Func<T> defaultValue = null, [CallerMemberName] string name = null) =>
        Properties.TryGetPropertyValue(name, out var node) && node is not null
            ? (T)node.Deserialize(type, ActivityJson.Options)
            : defaultValue is null ? default : defaultValue();

    protected virtual void SetProperty(object value, [CallerMemberName] string name = null) =>
        Properties[name] = JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object), ActivityJson.Options);
}

/// <summary>Base of activities that do something.</summary>
public abstract class TaskActivity : Activity, ITask
{
}

/// <summary>Base of tasks whose stored name is the class's own.</summary>
public abstract class TaskActivity<TActivity> : TaskActivity
    where TActivity : ITask
{
    public override string Name => typeof(TActivity).Name;
}

/// <summary>Base of activities that wait. Reached in the middle of a workflow, an event halts it; when it happens, the exit <c>Done</c> is taken.</summary>
public abstract class EventActivity : Activity, IEvent
{
    public virtual bool CanStartWorkflow => true;

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Halt();

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
