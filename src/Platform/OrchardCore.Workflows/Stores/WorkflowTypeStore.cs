#nullable enable
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Stores types, and has the timers that rest on them reckoned anew.</summary>
internal sealed class WorkflowTypeStore(
    ISession session,
    WorkflowTypes types,
    Deadlines deadlines,
    IWorkflowStore workflows,
    IEnumerable<IWorkflowTypeEventHandler> handlers) : IWorkflowTypeStore
{
    public async Task<WorkflowType> GetAsync(long id) => (await session.GetAsync<WorkflowType>(id))!;

    public async Task<WorkflowType> GetAsync(string uid) =>
        (await session.Query<WorkflowType, WorkflowTypeIndex>(index => index.WorkflowTypeId == uid).FirstOrDefaultAsync())!;

    public Task<IEnumerable<WorkflowType>> GetAsync(IEnumerable<long> ids) => session.GetAsync<WorkflowType>([.. ids]);

    public Task<IEnumerable<WorkflowType>> ListAsync() =>
        session.Query<WorkflowType, WorkflowTypeIndex>().OrderBy(index => index.Name!).ListAsync();

    public Task<IEnumerable<WorkflowType>> GetByStartActivityAsync(string activityName) =>
        session.Query<WorkflowType, WorkflowTypeStartActivitiesIndex>(index => index.StartActivityName == activityName && index.IsEnabled).ListAsync();

    public async Task SaveAsync(WorkflowType workflowType)
    {
        ArgumentException.ThrowIfNullOrEmpty(workflowType.WorkflowTypeId);
        var isNew = workflowType.Id == 0;
        await session.SaveAsync(workflowType, checkConcurrency: true);
        types.Changed();
        await deadlines.FollowAsync(workflowType);
        foreach (var handler in handlers)
        {
            if (isNew)
                await handler.CreatedAsync(new WorkflowTypeCreatedContext(workflowType));
            else
                await handler.UpdatedAsync(new WorkflowTypeUpdatedContext(workflowType));
        }
    }

    public async Task DeleteAsync(WorkflowType workflowType)
    {
        foreach (var workflow in await workflows.ListAsync([workflowType.WorkflowTypeId]))
            await workflows.DeleteAsync(workflow);
        await deadlines.ForgetAsync(workflowType.WorkflowTypeId);
        session.Delete(workflowType);
        types.Changed();
        foreach (var handler in handlers)
            await handler.DeletedAsync(new WorkflowTypeDeletedContext(workflowType));
    }
}
