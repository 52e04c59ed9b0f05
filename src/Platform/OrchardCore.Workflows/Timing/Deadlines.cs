#nullable enable
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>Keeps the moments at which timers are due in step with their types, also for instances that wait already.</summary>
internal sealed class Deadlines(ISession session, IActivityLibrary library, IClock clock, IWorkAlarm alarm, IServiceProvider services)
{
    /// <summary>Called when a type is stored: what it says now is what counts.</summary>
    public async Task FollowAsync(WorkflowType type)
    {
        await SetSchedulesAsync(type);
        if (type.Id == 0)
            return;

        var manager = services.GetRequiredService<IWorkflowManager>();
        var store = services.GetRequiredService<IWorkflowStore>();
        var id = type.WorkflowTypeId;
        const int halted = (int)WorkflowStatus.Halted;
        foreach (var workflow in (await session.Query<Workflow, WorkflowIndex>(index => index.WorkflowTypeId == id && index.Status == halted).ListAsync()).ToList())
        {
            var before = new Dictionary<string, DateTime>(workflow.Record.Due);
            await ReckonAsync(await manager.CreateWorkflowExecutionContextAsync(type, workflow));
            if (before.Count != workflow.Record.Due.Count || before.Any(due => workflow.Record.Due.GetValueOrDefault(due.Key) != due.Value))
                await store.SaveAsync(workflow);
        }
    }

    /// <summary>Reckons when each timer at which the instance waits is due.</summary>
    public static async Task ReckonAsync(WorkflowExecutionContext context)
    {
        var due = context.Workflow.Record.Due;
        due.Clear();
        foreach (var waiting in context.Workflow.BlockingActivities)
        {
            if (context.Activities.TryGetValue(waiting.ActivityId, out var activity) && activity.Activity is ITimedActivity timed
                && await timed.DueAsync(context, activity) is { } moment)
            {
                due[waiting.ActivityId] = moment;
            }
        }
    }

    public async Task ForgetAsync(string workflowTypeId)
    {
        foreach (var schedule in await SchedulesOfAsync(workflowTypeId))
            session.Delete(schedule);
    }

    /// <summary>When a starting timer is due after this moment; null where it is no timer.</summary>
    public async Task<DateTime?> NextStartAsync(ActivityRecord start, DateTime afterUtc)
    {
        if (library.InstantiateActivity(start.Name) is not ITimedActivity timed)
            return null;
        ((OrchardCore.Workflows.Activities.IActivity)timed).Properties = ActivityStates.Merge(start.Properties, null);
        return await timed.NextStartAsync(afterUtc);
    }

    private async Task SetSchedulesAsync(WorkflowType type)
    {
        var known = (await SchedulesOfAsync(type.WorkflowTypeId)).ToDictionary(schedule => schedule.ActivityId, StringComparer.Ordinal);
        foreach (var start in type.IsEnabled ? type.Activities.Where(activity => activity.IsStart) : [])
        {
            var rule = start.Properties?.ToJsonString() ?? "";
            known.Remove(start.ActivityId, out var schedule);
            if (schedule?.Rule == rule)
                continue;
            if (await NextStartAsync(start, clock.UtcNow) is not { } due)
            {
                if (schedule is not null)
                    session.Delete(schedule);
                continue;
            }

            schedule ??= new WorkflowSchedule { WorkflowTypeId = type.WorkflowTypeId, ActivityId = start.ActivityId };
            schedule.Rule = rule;
            schedule.DueUtc = due;
            await session.SaveAsync(schedule, checkConcurrency: true);
            alarm.Set(DueWorkflows.WorkName, due);
        }

        foreach (var gone in known.Values)
            session.Delete(gone);
    }

    private Task<IEnumerable<WorkflowSchedule>> SchedulesOfAsync(string workflowTypeId) =>
        session.Query<WorkflowSchedule, WorkflowScheduleIndex>(index => index.WorkflowTypeId == workflowTypeId).ListAsync();
}
