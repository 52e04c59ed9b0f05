#nullable enable
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Stores instances, and sets the alarm for their timers.</summary>
internal sealed class WorkflowStore(ISession session, IClock clock, IWorkAlarm alarm, IEnumerable<IWorkflowHandler> handlers) : IWorkflowStore
{
    private const int Halted = (int)WorkflowStatus.Halted;

    public Task<int> CountAsync(string? workflowTypeId = null) => (workflowTypeId is null
        ? session.Query<Workflow, WorkflowIndex>()
        : session.Query<Workflow, WorkflowIndex>(index => index.WorkflowTypeId == workflowTypeId)).CountAsync();

    public async Task<bool> HasHaltedInstanceAsync(string workflowTypeId) =>
        await session.QueryIndex<WorkflowIndex>(index => index.WorkflowTypeId == workflowTypeId && index.Status == Halted).FirstOrDefaultAsync() is not null;

    public Task<IEnumerable<Workflow>> ListAsync(string? workflowTypeId = null, int? skip = null, int? take = null)
    {
        IQuery<Workflow> query = (workflowTypeId is null
            ? session.Query<Workflow, WorkflowIndex>()
            : session.Query<Workflow, WorkflowIndex>(index => index.WorkflowTypeId == workflowTypeId)).OrderByDescending(index => index.CreatedUtc);
        if (skip is { } from)
            query = query.Skip(from);
        if (take is { } count)
            query = query.Take(count);
        return query.ListAsync();
    }

    public Task<IEnumerable<Workflow>> ListAsync(IEnumerable<string> workflowTypeIds)
    {
        var ids = workflowTypeIds.ToArray();
        return session.Query<Workflow, WorkflowIndex>(index => index.WorkflowTypeId.IsIn(ids)).ListAsync();
    }

    public Task<IEnumerable<Workflow>> ListAsync(string workflowTypeId, IEnumerable<string> blockingActivityIds)
    {
        var ids = blockingActivityIds.ToArray();
        return session.Query<Workflow, WorkflowBlockingActivitiesIndex>(index => index.WorkflowTypeId == workflowTypeId && index.ActivityId.IsIn(ids)).ListAsync();
    }

    public Task<IEnumerable<Workflow>> ListByActivityNameAsync(string activityName, string? correlationId = null, bool isAlwaysCorrelated = false)
    {
        var wanted = correlationId ?? "";
        return (isAlwaysCorrelated
            ? session.Query<Workflow, WorkflowBlockingActivitiesIndex>(index => index.ActivityName == activityName && index.WorkflowCorrelationId == wanted)
            : session.Query<Workflow, WorkflowBlockingActivitiesIndex>(index => index.ActivityName == activityName && (index.WorkflowCorrelationId == wanted || index.WorkflowCorrelationId == ""))).ListAsync();
    }

    public Task<IEnumerable<Workflow>> ListAsync(string workflowTypeId, string activityName, string? correlationId = null, bool isAlwaysCorrelated = false)
    {
        var wanted = correlationId ?? "";
        return (isAlwaysCorrelated
            ? session.Query<Workflow, WorkflowBlockingActivitiesIndex>(index => index.WorkflowTypeId == workflowTypeId && index.ActivityName == activityName && index.WorkflowCorrelationId == wanted)
            : session.Query<Workflow, WorkflowBlockingActivitiesIndex>(index => index.WorkflowTypeId == workflowTypeId && index.ActivityName == activityName && (index.WorkflowCorrelationId == wanted || index.WorkflowCorrelationId == ""))).ListAsync();
    }

    public async Task<Workflow> GetAsync(long id) => (await session.GetAsync<Workflow>(id))!;

    public async Task<Workflow> GetAsync(string uid) => (await session.Query<Workflow, WorkflowIndex>(index => index.WorkflowId == uid).FirstOrDefaultAsync())!;

    public Task<IEnumerable<Workflow>> GetAsync(IEnumerable<long> ids) => session.GetAsync<Workflow>([.. ids]);

    public Task<IEnumerable<Workflow>> GetAsync(IEnumerable<string> uids)
    {
        var ids = uids.ToArray();
        return session.Query<Workflow, WorkflowIndex>(index => index.WorkflowId.IsIn(ids)).ListAsync();
    }

    public async Task SaveAsync(Workflow workflow)
    {
        var isNew = workflow.Id == 0;
        workflow.Record.ChangedUtc = clock.UtcNow;
        await session.SaveAsync(workflow, checkConcurrency: true);
        if (workflow.Status == WorkflowStatus.Halted && workflow.Record.Due.Count > 0)
            alarm.Set(DueWorkflows.WorkName, workflow.Record.Due.Values.Min());
        foreach (var handler in handlers)
        {
            if (isNew)
                await handler.CreatedAsync(new WorkflowCreatedContext(workflow));
            else
                await handler.UpdatedAsync(new WorkflowUpdatedContext(workflow));
        }
    }

    public async Task DeleteAsync(Workflow workflow)
    {
        if (workflow.Id != 0)
            session.Delete(workflow);
        foreach (var handler in handlers)
            await handler.DeletedAsync(new WorkflowDeletedContext(workflow));
    }
}
