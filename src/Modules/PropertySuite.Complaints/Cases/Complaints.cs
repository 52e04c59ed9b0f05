using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>Told of every step of every case, in the transaction that books it. Any number may be registered.</summary>
public interface IComplaintWitness
{
    /// <summary>Something happened with a case.</summary>
    /// <param name="complaint">The case after it.</param>
    /// <param name="steps">Steps and notes, in order; at least one.</param>
    Task HappenedAsync(ComplaintPart complaint, IReadOnlyList<Step> steps);
}

/// <summary>The community's cases: made, found, saved. Saving is explicit.</summary>
public sealed class ComplaintBook(
    ISession session,
    IContentManager contents,
    RecordHistory history,
    NumberSeries numbers,
    CommunityCode community,
    CommunityTimes times,
    ComplaintPolicy policy,
    IEnumerable<IComplaintWitness> witnesses,
    ITimedWorkBell bell,
    IClock clock)
{
    /// <summary>The case with this id; null when this community has none.</summary>
    public async Task<ComplaintPart?> FindAsync(string? complaintId) =>
        complaintId is { Length: > 0 and <= 26 } && await contents.GetAsync(complaintId) is { ContentType: ComplaintTypes.Complaint } item ? item.As<ComplaintPart>() : null;

    /// <summary>The case with this number, or with this end of its number; null when there is none.</summary>
    public async Task<ComplaintPart?> OfNumberAsync(string? typed)
    {
        var number = (typed ?? "").Trim().ToUpperInvariant();
        if (number.Length < 4)
        {
            return null;
        }

        var rows = (await session.QueryIndex<ComplaintIndex>(row => row.Number == number || row.Number.EndsWith("-" + number)).Take(2).ListAsync()).ToList();
        return rows.Count == 1 ? await FindAsync(rows[0].ComplaintId) : null;
    }

    /// <summary>The case whose proposal has this secret in its link; null when there is none, or it was answered.</summary>
    public async Task<ComplaintPart?> OfLinkAsync(string secret)
    {
        var hash = LinkSecret.Hash(secret);
        return await session.QueryIndex<ComplaintIndex>(row => row.LinkHash == hash).FirstOrDefaultAsync() is { } row ? await FindAsync(row.ComplaintId) : null;
    }

    /// <summary>Takes a case in.</summary>
    /// <exception cref="RefusedException">Something is missing.</exception>
    public async Task<ComplaintPart> RegisterAsync(Actor by, ComplaintIntake intake)
    {
        var now = clock.UtcNow;
        var complaint = (await contents.NewAsync(ComplaintTypes.Complaint)).GetOrCreate<ComplaintPart>();
        var step = complaint.Register(by, now, intake, await policy.RulesAsync());
        complaint.Take(await numbers.NextAsync(await community.GetAsync(), ComplaintTypes.ComplaintNumber, (await times.GetAsync()).DayAt(now).Year));
        var item = complaint.ContentItem;
        item.DisplayText = complaint.Number;
        item.Apply(complaint);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(complaint, [step]);
        return complaint;
    }

    /// <summary>Saves a case with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(ComplaintPart complaint, params IEnumerable<Step> steps)
    {
        var taken = steps.ToList();
        var item = complaint.ContentItem;
        item.Apply(complaint);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(complaint, taken);
    }

    /// <summary>Open cases like this one: of the same category in the same unit, building or place, the newest first (CMP-15).</summary>
    public async Task<IReadOnlyList<ComplaintIndex>> SimilarAsync(string category, ComplaintPlace place, string? exceptId = null)
    {
        var (unit, building) = (place.UnitId ?? "-", place.Building ?? "-");
        var rows = await session.QueryIndex<ComplaintIndex>(row => row.State.IsIn(ComplaintStates.UnsolvedNames) && ((row.Category == category && row.Building == building) || row.UnitId == unit))
            .OrderByDescending(row => row.ReceivedAtUtc).Take(9).ListAsync();
        return [.. rows.Where(row => row.ComplaintId != exceptId).Take(8)];
    }

    /// <summary>Cases of a unit, the newest first.</summary>
    public async Task<IReadOnlyList<ComplaintIndex>> OfUnitAsync(string unitId, int take) =>
        [.. await session.QueryIndex<ComplaintIndex>(row => row.UnitId == unitId).OrderByDescending(row => row.ReceivedAtUtc).Take(take).ListAsync()];

    /// <summary>Cases that a person raised, the newest first.</summary>
    public async Task<IReadOnlyList<ComplaintIndex>> OfPersonAsync(string personId, int take) =>
        [.. await session.QueryIndex<ComplaintIndex>(row => row.PersonId == personId).OrderByDescending(row => row.ReceivedAtUtc).Take(take).ListAsync()];

    /// <summary>Cases that were joined with this one.</summary>
    public async Task<IReadOnlyList<ComplaintIndex>> MembersAsync(string masterId) =>
        [.. await session.QueryIndex<ComplaintIndex>(row => row.MasterId == masterId).OrderBy(row => row.ReceivedAtUtc).ListAsync()];

    /// <summary>Cases by number, subject, place or name.</summary>
    public async Task<IReadOnlyList<ComplaintIndex>> SearchAsync(string typed, int take)
    {
        var text = SearchText.Fold(typed);
        return text.Length < 2 ? [] : [.. await session.QueryIndex<ComplaintIndex>(row => row.Search.Contains(text)).OrderByDescending(row => row.ReceivedAtUtc).Take(take).ListAsync()];
    }

    private async Task KeepAsync(ComplaintPart complaint, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(ComplaintTypes.ComplaintNumber, complaint.ContentItem.ContentItemId, steps);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(ComplaintIndex.Number), NumberRefusals.TakenMeanwhile));
        if (complaint.ClockUtc is { } due)
        {
            bell.Ring(ComplaintTimer.Work, due);
        }

        if (steps.Count > 0)
        {
            foreach (var witness in witnesses)
            {
                await witness.HappenedAsync(complaint, steps);
            }
        }
    }
}
