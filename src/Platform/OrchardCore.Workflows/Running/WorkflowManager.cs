#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Makes, starts and resumes instances. Events are stored and worked off by <see cref="WorkflowPump"/>.</summary>
internal sealed class WorkflowManager(
    IActivityLibrary library,
    IWorkflowStore store,
    WorkflowValues values,
    WorkflowEvents events,
    BurstRunner runner,
    WorkflowRun run,
    IClock clock,
    IDistributedLock locks,
    ILogger<WorkflowManager> logger) : IWorkflowManager
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_lockLife = TimeSpan.FromMinutes(2);

    public Workflow NewWorkflow(WorkflowType workflowType, string? correlationId = null) => new()
    {
        WorkflowId = OrchardCore.IdGenerator.GenerateId(),
        WorkflowTypeId = workflowType.WorkflowTypeId,
        Status = WorkflowStatus.Idle,
        CorrelationId = correlationId ?? "",
        LockTimeout = workflowType.LockTimeout,
        LockExpiration = workflowType.LockExpiration,
        CreatedUtc = clock.UtcNow,
        Record =
        {
            Depth = run.Depth,
            StartedBy = run.By,
            SingletonOf = workflowType.IsSingleton ? workflowType.WorkflowTypeId : null,
        },
    };

    public async Task<WorkflowExecutionContext> CreateWorkflowExecutionContextAsync(WorkflowType workflowType, Workflow workflow, IDictionary<string, object>? input = null)
    {
        var state = workflow.State;
        var states = state["ActivityStates"] as JsonObject;
        var activities = new List<ActivityContext>(workflowType.Activities.Count);
        foreach (var record in workflowType.Activities)
            activities.Add(await CreateActivityExecutionContextAsync(record, ActivityStates.Merge(record.Properties, states?[record.ActivityId] as JsonObject)));

        var known = await values.RestoreAsync(state["Input"] as JsonObject);
        foreach (var (name, value) in input ?? new Dictionary<string, object>())
            known[name] = value;
        return new WorkflowExecutionContext(
            workflowType,
            workflow,
            known!,
            (await values.RestoreAsync(state["Output"] as JsonObject))!,
            (await values.RestoreAsync(state["Properties"] as JsonObject))!,
            state["ExecutedActivities"].Deserialize<List<ExecutedActivity>>(JOptions.Default) ?? [],
            (await values.RestoreAsync(state["LastResult"]))!,
            activities);
    }

    public Task<ActivityContext> CreateActivityExecutionContextAsync(ActivityRecord activityRecord, JsonObject properties)
    {
        var activity = library.InstantiateActivity(activityRecord.Name) ?? new MissingActivity(activityRecord.Name);
        activity.Properties = properties;
        return Task.FromResult(new ActivityContext { Activity = activity, ActivityRecord = activityRecord });
    }

    public async Task<IEnumerable<WorkflowExecutionContext>> TriggerEventAsync(
        string name, IDictionary<string, object>? input = null, string? correlationId = null, bool isExclusive = false, bool isAlwaysCorrelated = false)
    {
        await events.StoreAsync(name, input, correlationId, isExclusive, isAlwaysCorrelated);
        return [];
    }

    public Task<WorkflowExecutionContext> RestartWorkflowAsync(WorkflowType workflowType, IDictionary<string, object>? input = null, string? correlationId = null) =>
        StartAsync(workflowType, null, input, correlationId, isRestart: true)!;

    public Task<WorkflowExecutionContext> StartWorkflowAsync(WorkflowType workflowType, ActivityRecord? startActivity = null, IDictionary<string, object>? input = null, string? correlationId = null) =>
        StartAsync(workflowType, startActivity, input, correlationId, isRestart: false)!;

    public async Task<WorkflowExecutionContext> ResumeWorkflowAsync(Workflow workflow, BlockingActivity awaitingActivity, IDictionary<string, object>? input = null) =>
        (await ResumeAsync(await TypeOfAsync(workflow), workflow, awaitingActivity, input))!;

    public Task<IEnumerable<ActivityRecord>> ExecuteWorkflowAsync(WorkflowExecutionContext workflowExecutionContext, ActivityRecord activity) =>
        runner.RunAsync(workflowExecutionContext, activity);

    /// <returns>Null where the type is a singleton that waits, or the activity does not want to be executed.</returns>
    internal async Task<WorkflowExecutionContext?> StartAsync(WorkflowType type, ActivityRecord? start, IDictionary<string, object>? input, string? correlationId, bool isRestart)
    {
        start ??= type.Activities.FirstOrDefault(activity => activity.IsStart)
            ?? throw new InvalidOperationException($"The workflow type \"{type.Name}\" has no activity to start at.");

        // One start at a time where the type wants only one instance; a unique key stands behind it.
        await using var turn = type.IsSingleton ? await locks.AcquireLockAsync("workflow-type:" + type.WorkflowTypeId, s_lockLife) : null;
        if (type.IsSingleton && await store.HasHaltedInstanceAsync(type.WorkflowTypeId))
            return null;

        var workflow = NewWorkflow(type, correlationId);
        var context = await CreateWorkflowExecutionContextAsync(type, workflow, input);
        if (!await ReceiveAsync(context, start, input))
            return null;

        var beginning = await KeepAsync(context, type);
        context.Status = WorkflowStatus.Starting;
        await EachAsync(context, activity => isRestart ? activity.OnWorkflowRestartingAsync(context) : activity.OnWorkflowStartingAsync(context));
        await BurstAsync(context, start, beginning, resumes: false);
        await EachAsync(context, activity => isRestart ? activity.OnWorkflowRestartedAsync(context) : activity.OnWorkflowStartedAsync(context));
        return context;
    }

    /// <returns>Null where the instance does not wait there, or the activity does not want to be executed.</returns>
    internal async Task<WorkflowExecutionContext?> ResumeAsync(WorkflowType type, Workflow workflow, BlockingActivity awaiting, IDictionary<string, object>? input)
    {
        var patience = workflow.LockTimeout > 0 ? TimeSpan.FromMilliseconds(workflow.LockTimeout) : s_patience;
        var life = workflow.LockExpiration > 0 ? TimeSpan.FromMilliseconds(workflow.LockExpiration) : s_lockLife;
        var (locker, locked) = await locks.TryAcquireLockAsync("workflow:" + workflow.WorkflowId, patience, life);
        if (!locked)
            throw new TimeoutException($"The workflow instance {workflow.WorkflowId} is being worked on by somebody else.");
        await using var turn = locker;

        if (workflow.Status != WorkflowStatus.Halted || workflow.BlockingActivities.FirstOrDefault(waiting => waiting.ActivityId == awaiting.ActivityId) is not { } waits)
            return null;
        var context = await CreateWorkflowExecutionContextAsync(type, workflow, input);
        if (!context.Activities.TryGetValue(waits.ActivityId, out var activity) || !await ReceiveAsync(context, activity.ActivityRecord, input))
            return null;

        var beginning = await KeepAsync(context, type);
        context.Status = WorkflowStatus.Resuming;
        await EachAsync(context, each => each.OnWorkflowResumingAsync(context));
        workflow.Record.Add(new PathStep(PathActs.Resumed, waits.ActivityId, null, clock.UtcNow, run.By));
        await BurstAsync(context, activity.ActivityRecord, beginning, resumes: true);
        await EachAsync(context, each => each.OnWorkflowResumedAsync(context));
        return context;
    }

    internal async Task BurstAsync(WorkflowExecutionContext context, ActivityRecord from, JsonObject beginning, bool resumes)
    {
        var workflow = context.Workflow;
        var waited = workflow.BlockingActivities.ToList();
        foreach (var left in waited.Where(waiting => resumes && waiting.ActivityId == from.ActivityId))
            workflow.BlockingActivities.Remove(left);
        var waits = (await runner.RunAsync(context, from)).ToList();
        if (context.Status == WorkflowStatus.Faulted)
        {
            var cause = context.FaultedBy ?? new InvalidOperationException(workflow.FaultMessage);
            logger.LogWarning(cause, "Workflow {WorkflowId} of type {WorkflowTypeId} failed at {ActivityId}", workflow.WorkflowId, workflow.WorkflowTypeId, context.FaultedAt);
            workflow.State = beginning;
            workflow.Record.Failed = new FailedBurst(from.ActivityId, resumes, context.FaultedAt, clock.UtcNow);
            workflow.Record.Add(new PathStep(PathActs.Failed, context.FaultedAt, null, clock.UtcNow, run.By, workflow.FaultMessage));
            workflow.BlockingActivities.Clear();
            foreach (var waiting in waited)
                workflow.BlockingActivities.Add(waiting);
            if (run.IsOwnUnit)
                throw new BurstFailedException(context, cause);
            await store.SaveAsync(workflow);
            return;
        }

        await SettleAsync(context, waits);
    }

    /// <summary>The instance waits, or is at its end.</summary>
    private async Task SettleAsync(WorkflowExecutionContext context, List<ActivityRecord> waits)
    {
        var workflow = context.Workflow;
        foreach (var record in waits.Where(record => workflow.BlockingActivities.All(waiting => waiting.ActivityId != record.ActivityId)))
            workflow.BlockingActivities.Add(BlockingActivity.FromActivity(record));

        if (context.Status is WorkflowStatus.Executing)
            context.Status = workflow.BlockingActivities.Count > 0 ? WorkflowStatus.Halted : WorkflowStatus.Finished;
        if (context.Status is WorkflowStatus.Finished or WorkflowStatus.Aborted)
        {
            workflow.BlockingActivities.Clear();
            workflow.Record.Add(new PathStep(context.Status == WorkflowStatus.Finished ? PathActs.Finished : PathActs.Cancelled, null, null, clock.UtcNow, run.By));
        }

        if (context.Status == WorkflowStatus.Finished && context.WorkflowType.DeleteFinishedWorkflows)
        {
            await store.DeleteAsync(workflow);
            return;
        }

        workflow.FaultMessage = null!;
        workflow.Record.Failed = null;
        await Deadlines.ReckonAsync(context);
        workflow.State = await KeepAsync(context, context.WorkflowType);
        await store.SaveAsync(workflow);
        await events.ContinueAsync(context, waits);
    }

    internal async Task<JsonObject> KeepAsync(WorkflowExecutionContext context, WorkflowType type)
    {
        var states = new JsonObject();
        foreach (var (id, activity) in context.Activities)
        {
            var difference = ActivityStates.Difference(type.Activities.First(record => record.ActivityId == id).Properties, activity.Activity.Properties);
            if (difference.Count > 0)
                states[id] = difference;
        }

        return new JsonObject
        {
            ["LastResult"] = await values.StoreAsync(context.LastResult),
            ["Input"] = await values.StoreAsync(context.Input!),
            ["Output"] = await values.StoreAsync(context.Output!),
            ["Properties"] = await values.StoreAsync(context.Properties!),
            ["ActivityStates"] = states,
            ["ExecutedActivities"] = JsonSerializer.SerializeToNode(context.ExecutedActivities.Reverse().TakeLast(100).ToList(), JOptions.Default),
        };
    }

    private static async Task<bool> ReceiveAsync(WorkflowExecutionContext context, ActivityRecord at, IDictionary<string, object>? input)
    {
        await EachAsync(context, activity => activity.OnInputReceivedAsync(context, input ?? new Dictionary<string, object>()));
        var first = context.GetActivity(at.ActivityId);
        return await first.Activity.CanExecuteAsync(context, first);
    }

    private static async Task EachAsync(WorkflowExecutionContext context, Func<IActivity, Task> tell)
    {
        foreach (var activity in context.Activities.Values)
            await tell(activity.Activity);
    }

    private async Task<WorkflowType> TypeOfAsync(Workflow workflow) => await events.TypeAsync(workflow.WorkflowTypeId)
        ?? throw new InvalidOperationException($"The workflow type {workflow.WorkflowTypeId} is not there any more.");
}
