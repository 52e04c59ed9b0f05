#nullable enable
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.BackgroundTasks;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Workflows;

/// <summary>
/// Stores what happens with the transaction in which it happens, and has it worked off after the commit: a workflow that fails cannot
/// undo what set it off, and what was rolled back sets nothing off.
/// </summary>
internal sealed class WorkflowEvents(
    ISession session,
    WorkflowTypes types,
    WorkflowValues values,
    WorkflowRun run,
    WorkflowPump pump,
    IWorkAlarm alarm,
    IClock clock,
    IHttpContextAccessor http,
    ILogger<WorkflowEvents> logger)
{
    private static readonly TimeSpan s_crash = TimeSpan.FromSeconds(2);

    private bool _isPumping;

    public async Task<WorkflowType?> TypeAsync(string workflowTypeId) => (await types.GetAsync()).Find(workflowTypeId);

    /// <exception cref="InvalidOperationException">Workflows have been setting each other off without end.</exception>
    public async Task StoreAsync(string name, IDictionary<string, object>? input, string? correlationId, bool isExclusive = false, bool isAlwaysCorrelated = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!(await types.GetAsync()).Names(name))
            return;
        await AddAsync(new WorkflowWork
        {
            Kind = WorkKind.Event,
            EventName = name,
            CorrelationId = correlationId,
            IsExclusive = isExclusive,
            IsAlwaysCorrelated = isAlwaysCorrelated,
            Input = await values.StoreAsync(input!),
            By = Actor(),
            Depth = Deeper(name),
        });
    }

    /// <summary>Lets an instance go on that waits only for a unit of work of its own.</summary>
    public async Task ContinueAsync(WorkflowExecutionContext context, IEnumerable<ActivityRecord> waits)
    {
        if (context.Status != WorkflowStatus.Halted)
            return;
        foreach (var record in waits.Where(record => context.GetActivity(record.ActivityId).Activity is ISlowActivity))
        {
            await AddAsync(new WorkflowWork
            {
                Kind = WorkKind.Resume,
                WorkflowId = context.WorkflowId,
                ActivityId = record.ActivityId,
                By = run.By,
                Depth = context.Workflow.Record.Depth,
                IsSlow = true,
            });
        }
    }

    public async Task AddAsync(WorkflowWork work)
    {
        work.CreatedUtc = clock.UtcNow;
        if (work.DueUtc == default)
            work.DueUtc = work.CreatedUtc;
        await session.SaveAsync(work);

        // It is worked off when this scope has ended; the alarm is for what a crash leaves behind.
        alarm.Set(DueWorkflows.WorkName, work.IsSlow ? work.DueUtc : work.DueUtc + s_crash);
        if (_isPumping || work.IsSlow || run.IsOwnUnit)
            return;
        _isPumping = true;
        ShellScope.AddDeferredTask(_ => pump.DrainAsync());
    }

    private int Deeper(string name)
    {
        if (run.Depth + 1 < WorkflowRun.MaxDepth)
            return run.Depth + 1;
        logger.LogWarning("{EventName} is not followed: {Depth} workflows have set each other off in a row", name, run.Depth);
        throw new InvalidOperationException($"Workflows have set each other off {WorkflowRun.MaxDepth} times in a row; this looks like a circle, so it ends here.");
    }

    private string? Actor() => run.By ?? http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
