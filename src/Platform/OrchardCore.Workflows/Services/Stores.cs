using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Services;

/// <summary>The workflow types of a site.</summary>
public interface IWorkflowTypeStore
{
    Task<WorkflowType> GetAsync(long id);

    /// <param name="uid">The <see cref="WorkflowType.WorkflowTypeId"/>.</param>
    Task<WorkflowType> GetAsync(string uid);

    Task<IEnumerable<WorkflowType>> GetAsync(IEnumerable<long> ids);

    Task<IEnumerable<WorkflowType>> ListAsync();

    /// <summary>The enabled types that this event starts.</summary>
    Task<IEnumerable<WorkflowType>> GetByStartActivityAsync(string activityName);

    Task SaveAsync(WorkflowType workflowType);

    /// <summary>Deletes the type with its instances.</summary>
    Task DeleteAsync(WorkflowType workflowType);
}

/// <summary>The instances of a site's workflows.</summary>
public interface IWorkflowStore
{
    Task<int> CountAsync(string workflowTypeId = null);

    Task<bool> HasHaltedInstanceAsync(string workflowTypeId);

    /// <summary>The youngest first.</summary>
    Task<IEnumerable<Workflow>> ListAsync(string workflowTypeId = null, int? skip = null, int? take = null);

    Task<IEnumerable<Workflow>> ListAsync(IEnumerable<string> workflowTypeIds);

    /// <summary>Those that wait at one of the activities.</summary>
    Task<IEnumerable<Workflow>> ListAsync(string workflowTypeId, IEnumerable<string> blockingActivityIds);

    /// <summary>Those that wait for this kind of activity.</summary>
    /// <param name="correlationId">Only those about the same, and those about nothing unless <paramref name="isAlwaysCorrelated"/>.</param>
    Task<IEnumerable<Workflow>> ListByActivityNameAsync(string activityName, string correlationId = null, bool isAlwaysCorrelated = false);

    Task<IEnumerable<Workflow>> ListAsync(string workflowTypeId, string activityName, string correlationId = null, bool isAlwaysCorrelated = false);

    Task<Workflow> GetAsync(long id);

    /// <param name="uid">The <see cref="Workflow.WorkflowId"/>.</param>
    Task<Workflow> GetAsync(string uid);

    Task<IEnumerable<Workflow>> GetAsync(IEnumerable<long> ids);

    Task<IEnumerable<Workflow>> GetAsync(IEnumerable<string> uids);

    Task SaveAsync(Workflow workflow);

    Task DeleteAsync(Workflow workflow);
}
