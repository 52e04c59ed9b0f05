#nullable enable
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>Does one piece of stored work within the current unit of work.</summary>
internal sealed class WorkSteps(
    ISession session,
    WorkflowTypes types,
    WorkflowManager manager,
    IWorkflowStore store,
    WorkflowValues values,
    WorkflowEvents events,
    WorkflowRun run,
    IWorkAlarm alarm,
    IClock clock)
{
    public async Task DoAsync(long id)
    {
        if (await session.GetAsync<WorkflowWork>(id) is not { } work)
            return;
        session.Delete(work);
        run.By = work.By;
        run.Depth = work.Depth;
        switch (work.Kind)
        {
            case WorkKind.Event:
                await SpreadAsync(work);
                break;
            case WorkKind.Start:
                await StartAsync(work);
                break;
            case WorkKind.Resume:
                await ResumeAsync(work);
                break;
        }
    }

    /// <summary>Keeps the failed run's message on its instance, and is done with the piece.</summary>
    public async Task FaultAsync(long id, BurstFailedException fault)
    {
        await KeepFaultAsync(fault);
        if (await session.GetAsync<WorkflowWork>(id) is { } work)
            session.Delete(work);
    }

    public async Task KeepFaultAsync(BurstFailedException fault)
    {
        var failed = fault.Context.Workflow;
        run.Depth = failed.Record.Depth;
        if (failed.Record.Depth + 1 < WorkflowRun.MaxDepth)
            await events.StoreAsync(WorkflowFaults.EventName, WorkflowFaults.InputOf(fault.Context), failed.CorrelationId);
        if (await store.GetAsync(failed.WorkflowId) is not { } stored)
        {
            failed.Id = 0;
            failed.BlockingActivities.Clear();
            await store.SaveAsync(failed);
            return;
        }

        stored.State = failed.State;
        stored.Status = failed.Status;
        stored.FaultMessage = failed.FaultMessage;
        stored.Record = failed.Record;
        await store.SaveAsync(stored);
    }

    /// <summary>Starts a type by hand.</summary>
    /// <returns>The instance's id; null where it was not started.</returns>
    public async Task<string?> StartByHandAsync(string workflowTypeId, string? activityId, IDictionary<string, object>? input, string? correlationId, string? by)
    {
        run.By = by;
        if ((await types.GetAsync()).Find(workflowTypeId) is not { } type)
            return null;
        var start = activityId is null ? null : type.Activities.FirstOrDefault(activity => activity.ActivityId == activityId);
        return (await manager.StartAsync(type, start, input, correlationId, isRestart: false))?.WorkflowId;
    }

    /// <summary>Resumes an instance by hand.</summary>
    /// <returns>False where it does not wait there, or does not take this for an answer.</returns>
    public async Task<bool> ResumeByHandAsync(string workflowId, string activityId, IDictionary<string, object> input, string? by)
    {
        run.By = by;
        return await store.GetAsync(workflowId) is { } workflow
            && workflow.BlockingActivities.FirstOrDefault(waiting => waiting.ActivityId == activityId) is { } waits
            && (await types.GetAsync()).Find(workflow.WorkflowTypeId) is { } type
            && await manager.ResumeAsync(type, workflow, waits, input) is not null;
    }

    public async Task PostponeAsync(long id)
    {
        if (await session.GetAsync<WorkflowWork>(id) is not { } work)
            return;
        work.Attempts++;
        work.DueUtc = clock.UtcNow.AddSeconds(Math.Min(600, 5 * Math.Pow(2, Math.Min(work.Attempts, 10))));
        await session.SaveAsync(work);
        alarm.Set(DueWorkflows.WorkName, work.DueUtc);
    }

    // One target is served at once; several get a piece each, so that one that fails does not undo the others.
    private async Task SpreadAsync(WorkflowWork work)
    {
        var targets = await TargetsAsync(work);
        if (targets.Count == 1)
        {
            await (targets[0].Kind == WorkKind.Start ? StartAsync(targets[0]) : ResumeAsync(targets[0]));
            return;
        }

        foreach (var target in targets)
            await events.AddAsync(target);
    }

    private async Task<List<WorkflowWork>> TargetsAsync(WorkflowWork work)
    {
        var snapshot = await types.GetAsync();
        var name = work.EventName!;
        var waiting = (await store.ListByActivityNameAsync(name, work.CorrelationId, work.IsAlwaysCorrelated)).ToList();
        var targets = new List<WorkflowWork>();

        // Who waits goes on before anybody starts, so that an instance does not answer to the event that has just made it.
        foreach (var workflow in waiting)
        {
            targets.AddRange(workflow.BlockingActivities.Where(blocking => blocking.Name == name).Select(blocking =>
                Target(work, WorkKind.Resume, workflow.WorkflowTypeId, blocking.ActivityId, workflow.WorkflowId)));
        }

        foreach (var (type, start) in snapshot.StartedBy(name))
        {
            var correlation = work.CorrelationId ?? "";
            if (!work.IsExclusive || !waiting.Any(workflow => workflow.WorkflowTypeId == type.WorkflowTypeId && workflow.CorrelationId == correlation))
                targets.Add(Target(work, WorkKind.Start, type.WorkflowTypeId, start.ActivityId));
        }

        return targets;
    }

    private static WorkflowWork Target(WorkflowWork work, WorkKind kind, string typeId, string activityId, string? workflowId = null) => new()
    {
        Kind = kind,
        EventName = work.EventName,
        CorrelationId = work.CorrelationId,
        WorkflowTypeId = typeId,
        WorkflowId = workflowId,
        ActivityId = activityId,
        Input = work.Input.DeepClone().AsObject(),
        By = work.By,
        Depth = work.Depth,
    };

    private async Task StartAsync(WorkflowWork work)
    {
        if ((await types.GetAsync()).Find(work.WorkflowTypeId) is not { IsEnabled: true } type || type.Activities.FirstOrDefault(activity => activity.ActivityId == work.ActivityId) is not { } start)
            return;
        await manager.StartAsync(type, start, (await values.RestoreAsync(work.Input))!, work.CorrelationId, isRestart: false);
    }

    private async Task ResumeAsync(WorkflowWork work)
    {
        if (await store.GetAsync(work.WorkflowId!) is not { } workflow || workflow.BlockingActivities.FirstOrDefault(waiting => waiting.ActivityId == work.ActivityId) is not { } waits)
            return;
        if ((await types.GetAsync()).Find(workflow.WorkflowTypeId) is { } type)
            await manager.ResumeAsync(type, workflow, waits, (await values.RestoreAsync(work.Input))!);
    }
}
