#nullable enable
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>What a person does with an instance: begin a failed run anew, or end it.</summary>
internal sealed class Repairs(WorkflowManager manager, IWorkflowStore store, WorkflowTypes types, WorkflowRun run, IDistributedLock locks, IClock clock)
{
    /// <summary>Runs from where the failed run began. Nothing of that was kept, so nothing is done twice.</summary>
    /// <param name="by">The account that asks for it.</param>
    /// <returns>False where the instance has not failed, or its type is gone.</returns>
    /// <exception cref="BurstFailedException">It has failed again, in the suite's own unit of work.</exception>
    public async Task<bool> RetryAsync(string workflowId, string? by)
    {
        await using var turn = await locks.AcquireLockAsync("workflow:" + workflowId, TimeSpan.FromMinutes(2));
        if (await store.GetAsync(workflowId) is not { Status: WorkflowStatus.Faulted, Record.Failed: { } failed } workflow
            || (await types.GetAsync()).Find(workflow.WorkflowTypeId) is not { } type)
        {
            return false;
        }

        run.By = by;
        var context = await manager.CreateWorkflowExecutionContextAsync(type, workflow);
        if (!context.Activities.TryGetValue(failed.From, out var from))
            return false;
        foreach (var activity in context.Activities.Values)
            await activity.Activity.OnInputReceivedAsync(context, context.Input);
        var beginning = workflow.State.DeepClone().AsObject();
        workflow.Record.Add(new PathStep(PathActs.Retried, failed.From, null, clock.UtcNow, by));
        workflow.Record.Failed = null;
        context.Status = failed.Resumes ? WorkflowStatus.Resuming : WorkflowStatus.Starting;
        await manager.BurstAsync(context, from.ActivityRecord, beginning, failed.Resumes);
        return true;
    }

    /// <summary>Ends an instance that waits or has failed; it goes on never more.</summary>
    /// <returns>False where it has ended already.</returns>
    public async Task<bool> CancelAsync(string workflowId, string? by, string? reason)
    {
        await using var turn = await locks.AcquireLockAsync("workflow:" + workflowId, TimeSpan.FromMinutes(2));
        if (await store.GetAsync(workflowId) is not { Status: WorkflowStatus.Faulted or WorkflowStatus.Halted or WorkflowStatus.Idle } workflow)
            return false;
        workflow.Status = WorkflowStatus.Aborted;
        workflow.BlockingActivities.Clear();
        workflow.Record.Due.Clear();
        workflow.Record.Failed = null;
        workflow.Record.Add(new PathStep(PathActs.Cancelled, null, null, clock.UtcNow, by, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        await store.SaveAsync(workflow);
        return true;
    }
}
