#nullable enable
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>Timers that are due, and work that a crash has left behind.</summary>
internal sealed class DueWorkflows(ISession session, WorkflowPump pump) : IDueWork
{
    public const string WorkName = "Workflows";

    private const int Portion = 50;

    public string Name => WorkName;

    public async Task<DateTime?> NextDueAsync()
    {
        var timer = await session.QueryIndex<WorkflowTimerIndex>().OrderBy(index => index.DueUtc).FirstOrDefaultAsync();
        var schedule = await session.QueryIndex<WorkflowScheduleIndex>().OrderBy(index => index.DueUtc).FirstOrDefaultAsync();
        var work = await session.QueryIndex<WorkflowWorkIndex>().OrderBy(index => index.DueUtc).FirstOrDefaultAsync();
        return new[] { timer?.DueUtc, schedule?.DueUtc, work?.DueUtc }.Min() is { } due ? DateTime.SpecifyKind(due, DateTimeKind.Utc) : null;
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var timers = (await session.QueryIndex<WorkflowTimerIndex>(index => index.DueUtc <= utcNow).OrderBy(index => index.DueUtc).Take(Portion).ListAsync()).ToList();
        var schedules = (await session.QueryIndex<WorkflowScheduleIndex>(index => index.DueUtc <= utcNow).OrderBy(index => index.DueUtc).Take(Portion).ListAsync()).ToList();
        var whole = true;
        foreach (var timer in timers)
        {
            stopping.ThrowIfCancellationRequested();
            whole &= await pump.InUnitAsync(services => services.GetRequiredService<TimerSteps>().FireAsync(timer.WorkflowId, timer.ActivityId, utcNow), static (services, fault) => services.GetRequiredService<WorkSteps>().KeepFaultAsync(fault));
        }

        foreach (var key in schedules.Select(schedule => schedule.ScheduleKey))
        {
            stopping.ThrowIfCancellationRequested();
            whole &= await pump.InUnitAsync(services => services.GetRequiredService<TimerSteps>().StartAsync(key, utcNow), (services, fault) => services.GetRequiredService<TimerSteps>().KeepFaultAsync(key, utcNow, fault));
        }

        await pump.DrainAsync(stopping);
        await pump.DrainSlowAsync(stopping);
        if (!whole)
            throw new InvalidOperationException("A timer could not be worked off; the log says why.");
    }
}

/// <summary>What one timer does when it is due, within the current unit of work.</summary>
internal sealed class TimerSteps(ISession session, WorkflowTypes types, WorkflowManager manager, IWorkflowStore store, Deadlines deadlines, WorkSteps steps, IWorkAlarm alarm)
{
    /// <summary>The instance goes on. Its document's version sees to it that this happens once, whoever else tries.</summary>
    public async Task FireAsync(string workflowId, string activityId, DateTime utcNow)
    {
        if (await store.GetAsync(workflowId) is not { Status: WorkflowStatus.Halted } workflow
            || !workflow.Record.Due.TryGetValue(activityId, out var due) || due > utcNow
            || workflow.BlockingActivities.FirstOrDefault(waiting => waiting.ActivityId == activityId) is not { } waits)
        {
            return;
        }

        if ((await types.GetAsync()).Find(workflow.WorkflowTypeId) is not { } type || await manager.ResumeAsync(type, workflow, waits, null) is null)
        {
            // Nothing will ever answer to this timer: it is not asked again.
            workflow.Record.Due.Remove(activityId);
            await store.SaveAsync(workflow);
        }
    }

    /// <summary>The type is started, once however many times were missed, and the timer set on its next time.</summary>
    public async Task StartAsync(string key, DateTime utcNow)
    {
        if (await MoveOnAsync(key, utcNow) is { } start)
            await manager.StartAsync(start.Type, start.Activity, null, null, isRestart: false);
    }

    public async Task KeepFaultAsync(string key, DateTime utcNow, BurstFailedException fault)
    {
        await MoveOnAsync(key, utcNow);
        await steps.KeepFaultAsync(fault);
    }

    private async Task<(WorkflowType Type, ActivityRecord Activity)?> MoveOnAsync(string key, DateTime utcNow)
    {
        if (await session.Query<WorkflowSchedule, WorkflowScheduleIndex>(index => index.ScheduleKey == key).FirstOrDefaultAsync() is not { } schedule || schedule.DueUtc > utcNow)
            return null;
        var type = (await types.GetAsync()).Find(schedule.WorkflowTypeId);
        var activity = type?.Activities.FirstOrDefault(record => record.ActivityId == schedule.ActivityId && record.IsStart);
        if (type is not { IsEnabled: true } || activity is null || await deadlines.NextStartAsync(activity, utcNow) is not { } next)
        {
            session.Delete(schedule);
            return null;
        }

        schedule.DueUtc = next;
        await session.SaveAsync(schedule, checkConcurrency: true);
        alarm.Set(DueWorkflows.WorkName, next);
        return (type, activity);
    }
}
