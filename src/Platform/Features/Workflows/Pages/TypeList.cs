using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Finds workflow types, and counts what waits and what has failed in them.</summary>
internal sealed class TypeList(ISession session, IActivityLibrary library)
{
    private const int Halted = (int)WorkflowStatus.Halted;
    private const int Faulted = (int)WorkflowStatus.Faulted;

    public async Task<(IReadOnlyList<TypeRow> Rows, int Total)> FindAsync(string? text, string? state, int skip, int take)
    {
        var total = await Query(text, state).CountAsync();
        var types = (await Query(text, state).OrderBy(index => index.Name!).Skip(skip).Take(take).ListAsync()).ToList();
        var ids = types.Select(type => type.WorkflowTypeId).ToArray();
        var open = ids.Length == 0 ? [] : (await session.QueryIndex<WorkflowIndex>(index => index.WorkflowTypeId.IsIn(ids) && (index.Status == Halted || index.Status == Faulted)).ListAsync()).ToList();
        var counts = open.GroupBy(index => (index.WorkflowTypeId, index.Status)).ToDictionary(group => group.Key, group => group.Count());
        return ([.. types.Select(type => new TypeRow(
            type.Id,
            type.Name,
            type.WorkflowTypeId,
            type.IsEnabled,
            [.. type.Activities.Where(activity => activity.IsStart).Select(activity => library.GetActivityByName(activity.Name)?.DisplayText.Value ?? activity.Name).Distinct()],
            counts.GetValueOrDefault((type.WorkflowTypeId, Halted)),
            counts.GetValueOrDefault((type.WorkflowTypeId, Faulted))))], total);
    }

    public async Task<(int Waiting, int Failed)> CountAsync(string workflowTypeId) => (
        await session.QueryIndex<WorkflowIndex>(index => index.WorkflowTypeId == workflowTypeId && index.Status == Halted).CountAsync(),
        await session.QueryIndex<WorkflowIndex>(index => index.WorkflowTypeId == workflowTypeId && index.Status == Faulted).CountAsync());

    private IQuery<WorkflowType, WorkflowTypeIndex> Query(string? text, string? state)
    {
        var query = session.Query<WorkflowType, WorkflowTypeIndex>();
        if (!string.IsNullOrWhiteSpace(text))
        {
            var wanted = text.Trim();
            query = query.Where(index => index.Name!.Contains(wanted) || index.WorkflowTypeId == wanted);
        }

        return state switch
        {
            "on" => query.Where(index => index.IsEnabled),
            "off" => query.Where(index => !index.IsEnabled),
            _ => query,
        };
    }
}
