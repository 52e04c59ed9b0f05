using System.Security.Claims;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Finds what a reader may decide.</summary>
internal sealed class DecisionList(IWorkflowTypeStore types, IWorkflowStore store, InstanceList instances, CommunityZone community)
{
    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<DecisionRow>> OpenAsync(ClaimsPrincipal reader)
    {
        var zone = await community.GetAsync();
        var rows = new List<DecisionRow>();
        foreach (var type in (await types.ListAsync()).ToList())
        {
            var asking = type.Activities.Where(record => record.Name == nameof(UserTaskEvent)).Select(record => record.ActivityId).ToList();
            if (asking.Count == 0)
                continue;
            foreach (var workflow in await store.ListAsync(type.WorkflowTypeId, asking))
            {
                foreach (var waiting in workflow.BlockingActivities.Where(waiting => asking.Contains(waiting.ActivityId)))
                {
                    var choices = await instances.ChoicesAsync(type, waiting.ActivityId, reader);
                    if (choices.Count > 0)
                        rows.Add(Row(type, workflow, waiting, choices, zone));
                }
            }
        }

        return [.. rows.OrderBy(row => row.Since)];
    }

    private DecisionRow Row(WorkflowType type, Workflow workflow, BlockingActivity waiting, IReadOnlyList<string> choices, TimeZoneInfo zone)
    {
        var since = workflow.Record.Path.LastOrDefault(step => step.Act == PathActs.Waits && step.ActivityId == waiting.ActivityId)?.AtUtc ?? workflow.CreatedUtc;
        return new DecisionRow(
            workflow.WorkflowId,
            waiting.ActivityId,
            type.Name,
            instances.TitleIn(type, waiting.ActivityId),
            string.IsNullOrEmpty(workflow.CorrelationId) ? null : workflow.CorrelationId,
            TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(since, DateTimeKind.Utc), zone),
            choices);
    }
}
