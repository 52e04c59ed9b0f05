using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>What came of a call.</summary>
internal sealed record AttendedRun(int Count, bool HasFailed, CallerAnswer? Answer);

/// <summary>Runs what somebody outside waits for: each instance in a unit of work of its own, the answer once that is stored.</summary>
internal sealed class AttendedRuns(WorkflowPump pump, IWorkflowStore store)
{
    public async Task<AttendedRun> RunAsync(WorkflowType type, ActivityRecord at, Dictionary<string, object> input, string? by)
    {
        var count = 0;
        var failed = false;
        CallerAnswer? answer = null;
        var waiting = (await store.ListAsync(type.WorkflowTypeId, [at.ActivityId])).Select(workflow => workflow.WorkflowId).ToList();
        foreach (var id in waiting)
            await OneAsync(async steps => await steps.ResumeByHandAsync(id, at.ActivityId, input, by));
        if (at.IsStart && type.IsEnabled)
            await OneAsync(async steps => await steps.StartByHandAsync(type.WorkflowTypeId, at.ActivityId, input, null, by) is not null);
        return new AttendedRun(count, failed, answer);

        async Task OneAsync(Func<WorkSteps, Task<bool>> work)
        {
            var ran = false;
            CallerAnswer? given = null;
            var done = await pump.OnRequestAsync(
                async services =>
                {
                    services.GetRequiredService<WorkflowRun>().IsAttended = true;
                    ran = await work(services.GetRequiredService<WorkSteps>());
                    given = services.GetRequiredService<CallerAnswer>();
                },
                () => failed = true);
            if (ran && done)
                count++;
            if (given is { IsSet: true } && done)
                answer = given;
        }
    }
}
