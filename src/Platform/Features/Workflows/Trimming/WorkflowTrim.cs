using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Workflows;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Section of the site's settings: how long runs are kept.</summary>
public sealed class WorkflowSettings
{
    /// <summary>Days for which runs that have ended or were cancelled are kept; 0 for ever.</summary>
    public int KeepDays { get; set; } = 90;
}

/// <summary>Old runs that have ended leave by themselves. What waits or has failed stays until somebody sees to it.</summary>
internal sealed class WorkflowTrim(ISession session, ISiteService sites) : IDueWork
{
    public const string WorkName = "WorkflowTrim";

    private const int Portion = 500;

    private static readonly int[] s_ended = [(int)WorkflowStatus.Finished, (int)WorkflowStatus.Aborted];

    public string Name => WorkName;

    public async Task<DateTime?> NextDueAsync()
    {
        if (await DaysAsync() is not (> 0 and var days))
            return null;

        // A day later than it could be, so that the runs of a day leave together.
        var oldest = await session.QueryIndex<WorkflowIndex>(index => index.Status.IsIn(s_ended)).OrderBy(index => index.ChangedUtc).FirstOrDefaultAsync();
        return oldest is null ? null : DateTime.SpecifyKind(oldest.ChangedUtc, DateTimeKind.Utc).AddDays(days + 1);
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        if (await DaysAsync() is not (> 0 and var days))
            return;
        var before = utcNow.AddDays(-days);
        foreach (var old in await session.Query<Workflow, WorkflowIndex>(index => index.Status.IsIn(s_ended) && index.ChangedUtc <= before).Take(Portion).ListAsync())
            session.Delete(old);
    }

    private async Task<int> DaysAsync() => (await sites.GetSiteSettingsAsync()).As<WorkflowSettings>().KeepDays;
}
