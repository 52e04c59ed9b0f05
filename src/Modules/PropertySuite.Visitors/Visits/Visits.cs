using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>The community's visits: found, made and saved. Saving is explicit.</summary>
public sealed class Visits(ISession session, IContentManager contents, RecordHistory history, IEnumerable<IVisitWitness> witnesses, ITimedWorkBell bell)
{
    /// <summary>The visit with this id; null when this community has none.</summary>
    public async Task<VisitPart?> FindAsync(string? visitId) =>
        visitId is { Length: > 0 and <= 26 } && await contents.GetAsync(visitId) is { ContentType: VisitTypes.Visit } item ? item.As<VisitPart>() : null;

    /// <summary>The visit whose pass this is; null when it is unknown.</summary>
    public Task<VisitPart?> OfPassAsync(string passId) => FirstAsync(session.QueryIndex<VisitIndex>(row => row.PassId == passId));

    /// <summary>The visit whose pass page has this secret in its address; null when there is none.</summary>
    public Task<VisitPart?> OfLinkAsync(string secret)
    {
        var hash = PassMaker.Hash(secret);
        return FirstAsync(session.QueryIndex<VisitIndex>(row => row.LinkHash == hash));
    }

    /// <summary>The visit that six digits mean on a day; passes of the day before count while their window lasts.</summary>
    public async Task<VisitPart?> OfCodeAsync(string code, DateOnly day)
    {
        var today = PassMaker.CodeKey(day, code);
        var before = PassMaker.CodeKey(day.AddDays(-1), code);
        var rows = await session.QueryIndex<VisitIndex>(row => row.LiveCodeKey == today || row.LiveCodeKey == before).ListAsync();

        return await FindAsync(rows.OrderByDescending(row => row.LiveCodeKey, StringComparer.Ordinal).FirstOrDefault()?.VisitId);
    }

    /// <summary>Whether a code is in use on a day or a neighbouring one.</summary>
    public async Task<bool> IsTakenAsync(string code, DateOnly day)
    {
        var keys = new[] { PassMaker.CodeKey(day.AddDays(-1), code), PassMaker.CodeKey(day, code), PassMaker.CodeKey(day.AddDays(1), code) };
        var (before, same, after) = (keys[0], keys[1], keys[2]);
        return await session.QueryIndex<VisitIndex>(row => row.LiveCodeKey == before || row.LiveCodeKey == same || row.LiveCodeKey == after).CountAsync() > 0;
    }

    /// <summary>Begins a visit: a new record, not saved yet.</summary>
    public async Task<VisitPart> NewAsync() => (await contents.NewAsync(VisitTypes.Visit)).GetOrCreate<VisitPart>();

    /// <summary>Saves a new visit with its first step.</summary>
    /// <exception cref="RefusedException">Somebody took the code or the number at the same moment.</exception>
    public async Task CreateAsync(VisitPart visit, string number, Step step)
    {
        visit.Take(number);
        var item = visit.ContentItem;
        item.DisplayText = number;
        Step[] steps = [step, .. visit.Follow(step.AtUtc)];
        item.Apply(visit);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(visit, steps);
    }

    /// <summary>Saves a visit with the steps it took.</summary>
    /// <exception cref="RefusedException">The badge has just been taken, or somebody changed the visit meanwhile.</exception>
    public async Task SaveAsync(VisitPart visit, params IEnumerable<Step> steps)
    {
        var item = visit.ContentItem;
        var taken = steps.ToList();
        if (taken.Count > 0)
        {
            taken.AddRange(visit.Follow(taken[^1].AtUtc));
        }

        item.Apply(visit);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(visit, taken);
    }

    // Who lost a race is told nothing: the flush decides first.
    private async Task KeepAsync(VisitPart visit, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(VisitTypes.Number, visit.ContentItem.ContentItemId, steps);
        await FlushAsync();
        if (steps.Count == 0)
        {
            return;
        }

        if (visit.DueAtUtc is { } due)
        {
            bell.Ring(VisitTimer.Work, due);
        }

        if (VisitStates.Open.Contains(visit.State))
        {
            bell.Ring(VisitTimer.Work, visit.AdmittedUntilUtc);
        }

        foreach (var witness in witnesses)
        {
            await witness.HappenedAsync(visit, steps);
        }
    }

    private Task FlushAsync() => session.FlushOrRefuseAsync(
        UniqueKey.Of(nameof(VisitIndex.LiveBadgeKey), VisitRefusals.BadgeTaken, "BadgeId"),
        UniqueKey.Of(nameof(VisitIndex.LiveCodeKey), VisitRefusals.CodeTaken),
        UniqueKey.Of(nameof(VisitIndex.Number), NumberRefusals.TakenMeanwhile));

    private async Task<VisitPart?> FirstAsync(IQueryIndex<VisitIndex> query) => await FindAsync((await query.FirstOrDefaultAsync())?.VisitId);
}
