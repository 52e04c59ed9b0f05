using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>What time alone does to visits. Each act can be repeated: what has been done is not found again.</summary>
public sealed class VisitClock(ISession session, Visits visits, VisitTraces traces, ISiteService sites, IClock clock)
{
    /// <summary>Visits of one run; the next run goes on.</summary>
    private const int Portion = 500;

    /// <summary>Books visits that nobody used, at the moment at which the gate closed for them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ExpireAsync()
    {
        var now = clock.UtcNow;
        var due = await session.QueryIndex<VisitIndex>(row => row.AdmittedUntilUtc <= now
                && row.State.IsIn(VisitStates.OpenNames))
            .OrderBy(row => row.AdmittedUntilUtc).Take(Portion).ListAsync();
        return await EachAsync(due, visit => visits.SaveAsync(visit, visit.Expire()));
    }

    /// <summary>Does what is due: hosts who did not answer (VIS-03), visitors who stayed too long and the alarms about them (VIS-07).</summary>
    /// <returns>How many visits.</returns>
    public async Task<int> TickAsync()
    {
        var now = clock.UtcNow;
        var due = await session.QueryIndex<VisitIndex>(row => row.DueAtUtc != null && row.DueAtUtc <= now).OrderBy(row => row.DueAtUtc).Take(Portion).ListAsync();
        return await EachAsync(due, async visit =>
        {
            // A walk-in whose window is over ends; nobody is asked about it any more.
            if (visit.StateAt(now) != VisitState.Expired && visit.Tick(now) is { Count: > 0 } steps)
            {
                await visits.SaveAsync(visit, steps);
            }
        });
    }

    /// <summary>When something is due next, UTC; null when nothing is.</summary>
    public async Task<DateTime?> NextDueAsync()
    {
        var acts = await session.QueryIndex<VisitIndex>(row => row.DueAtUtc != null).OrderBy(row => row.DueAtUtc).FirstOrDefaultAsync();
        var ends = await session.QueryIndex<VisitIndex>(row => row.State.IsIn(VisitStates.OpenNames)).OrderBy(row => row.AdmittedUntilUtc).FirstOrDefaultAsync();
        return acts?.DueAtUtc is { } act && (ends is null || act < ends.AdmittedUntilUtc) ? act : ends?.AdmittedUntilUtc;
    }

    /// <summary>
    /// Deletes who the visitor was, photo included, once the community's time for it is over. Counted from the departure,
    /// or from the end of the window when nobody came; who is still inside keeps the name.
    /// </summary>
    /// <returns>How many visits.</returns>
    public async Task<int> ForgetAsync()
    {
        var limit = clock.UtcNow - (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().KeepsIdentity;
        var due = await session.QueryIndex<VisitIndex>(row => row.VisitorName != "" && row.OnSite == false
                && ((row.LeftAtUtc != null && row.LeftAtUtc <= limit) || (row.LeftAtUtc == null && row.UntilUtc <= limit)))
            .OrderBy(row => row.UntilUtc).Take(Portion).ListAsync();
        var rows = due.ToList();
        var count = await EachAsync(rows, async visit =>
        {
            visit.Forget();
            await visits.SaveAsync(visit);
        });
        await traces.ForgetAsync([.. rows.Select(row => row.VisitId)]);
        return count;
    }

    private async Task<int> EachAsync(IEnumerable<VisitIndex> due, Func<VisitPart, Task> act)
    {
        var count = 0;
        foreach (var row in due.ToList())
        {
            if (await visits.FindAsync(row.VisitId) is { } visit)
            {
                await act(visit);
                count++;
            }
        }

        return count;
    }
}
