#nullable enable
using OrchardCore.Modules;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Workflows;

/// <summary>Runs an instance from one activity until every branch waits or has ended.</summary>
internal sealed class BurstRunner(WorkflowRun run, IClock clock)
{
    public async Task<IEnumerable<ActivityRecord>> RunAsync(WorkflowExecutionContext context, ActivityRecord from)
    {
        var isResuming = context.Status == WorkflowStatus.Resuming;
        var isFirst = true;
        var waits = new List<ActivityRecord>();
        var scheduled = new Stack<string>([from.ActivityId]);
        var outer = run.Depth;
        // An event that an instance causes is deeper than both what made the instance and what has just woken it.
        run.Depth = Math.Max(outer, context.Workflow.Record.Depth);
        context.Status = WorkflowStatus.Executing;
        try
        {
            for (var steps = 1; scheduled.TryPop(out var id); steps++)
            {
                var activity = context.GetActivity(id);
                try
                {
                    if (steps > WorkflowRun.MaxSteps)
                        throw new InvalidOperationException($"The workflow did not come to rest within {WorkflowRun.MaxSteps} steps.");
                    var result = await StepAsync(context, activity, isResuming, isFirst);
                    if (result.IsHalted)
                    {
                        waits.Add(activity.ActivityRecord);
                        context.Workflow.Record.Add(new PathStep(PathActs.Waits, id, null, clock.UtcNow));
                    }
                    else
                    {
                        Follow(context, activity.ActivityRecord, result, scheduled);
                    }
                }
                catch (Exception e) when (!Passing.Is(e))
                {
                    context.Fault(e, activity);
                    return waits;
                }

                isResuming = isFirst = false;
                if (context.Dropped.Count > 0)
                {
                    waits.RemoveAll(record => context.Dropped.Contains(record.ActivityId));
                    scheduled = new Stack<string>(scheduled.Where(next => !context.Dropped.Contains(next)).Reverse());
                    context.Dropped.Clear();
                }

                if (context.Status is not WorkflowStatus.Executing)
                    break;
            }
        }
        finally
        {
            run.Depth = outer;
        }

        return waits.DistinctBy(record => record.ActivityId);
    }

    private async Task<ActivityExecutionResult> StepAsync(WorkflowExecutionContext context, ActivityContext activity, bool isResuming, bool isFirst)
    {
        foreach (var each in context.Activities.Values)
            await each.Activity.OnActivityExecutingAsync(context, activity);
        var result = isResuming ? await activity.Activity.ResumeAsync(context, activity)
            : activity.Activity is ISlowActivity && !isFirst && run is { IsOwnUnit: true, IsAttended: false } ? ActivityExecutionResult.Halted
            : await activity.Activity.ExecuteAsync(context, activity);

        // The event that starts a workflow has happened already.
        if (result.IsHalted && isFirst && !isResuming)
            result = await activity.Activity.ResumeAsync(context, activity);
        foreach (var each in context.Activities.Values)
            await each.Activity.OnActivityExecutedAsync(context, activity);
        return result;
    }

    // The first exit's branch goes first, to its end.
    private void Follow(WorkflowExecutionContext context, ActivityRecord from, ActivityExecutionResult result, Stack<string> scheduled)
    {
        var next = new List<string>();
        foreach (var outcome in result.Outcomes)
        {
            context.ExecutedActivities.Push(new ExecutedActivity { ActivityId = from.ActivityId, Outcome = outcome });
            foreach (var transition in context.GetOutboundTransitions(from.ActivityId).Where(transition => transition.SourceOutcomeName == outcome))
            {
                if (!context.Activities.TryGetValue(transition.DestinationActivityId ?? "", out var destination))
                    continue;
                (destination.Activity as IMeetingPoint)?.Arrived(transition);
                next.Add(transition.DestinationActivityId!);
            }
        }

        context.Workflow.Record.Add(new PathStep(PathActs.Executed, from.ActivityId, string.Join(", ", result.Outcomes), clock.UtcNow));
        for (var i = next.Count - 1; i >= 0; i--)
            scheduled.Push(next[i]);
    }
}
