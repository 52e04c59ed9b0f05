using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>The watch list: kept, and looked at for every visitor (VIS-10).</summary>
public sealed class WatchList(ISession session, IContentManager contents, RecordHistory history, DocumentHashes documents, Instructions instructions, CommunityTimes times, IClock clock)
{
    /// <summary>Kind of record in history.</summary>
    public const string Record = "WAT";

    private const string Active = nameof(WatchState.Active);
    private const string Proposed = nameof(WatchState.Proposed);

    /// <summary>Who a visitor may be: entries in force for the community or the unit, and whom the household does not want.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="plate">As stored; null for none.</param>
    /// <param name="document">Number of the document as it was read; it is compared and forgotten. Null when nobody looked.</param>
    /// <param name="unitId">Unit to be visited.</param>
    public async Task<IReadOnlyList<WatchHit>> MatchAsync(string? name, string? plate, string? document, string unitId)
    {
        var hash = await documents.FindAsync(document);
        var today = (await times.GetAsync()).DayAt(clock.UtcNow).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var rows = await session.QueryIndex<WatchIndex>(row => row.State == Active && (row.UnitId == null || row.UnitId == unitId)).ListAsync();
        var hits = new List<WatchHit>();
        foreach (var row in rows.Where(row => row.EndsOn is null || row.EndsOn > today))
        {
            WatchMatch? match = hash is not null && row.DocumentHash == hash ? WatchMatch.Document
                : plate is not null && row.Plate == plate ? WatchMatch.Plate
                : WatchNames.Matches(row.Name, name) ? WatchMatch.Name
                : null;
            if (match is { } by)
            {
                hits.Add(new WatchHit(row.EntryId, Enum.Parse<WatchLevel>(row.Level), by, Enum.Parse<WatchKind>(row.Kind)));
            }
        }

        hits.AddRange((await instructions.OfUnitAsync(unitId))
            .Where(instruction => instruction.Kind == InstructionKind.DoNotAdmit && WatchNames.Matches(instruction.Name, name))
            .Select(instruction => new WatchHit(instruction.InstructionId, WatchLevel.Stop, WatchMatch.Name, WatchKind.HostsWish)));
        return hits;
    }

    /// <summary>The entry with this id; null when there is none.</summary>
    public async Task<WatchEntryPart?> FindAsync(string? entryId) =>
        entryId is { Length: > 0 and <= 26 } && await contents.GetAsync(entryId) is { ContentType: VisitTypes.WatchEntry } item ? item.As<WatchEntryPart>() : null;

    /// <summary>Proposes an entry.</summary>
    /// <exception cref="RefusedException">It names nobody, gives no reason, or is not for this person.</exception>
    public async Task<WatchEntryPart> ProposeAsync(Actor by, WatchPlan plan)
    {
        var now = clock.UtcNow;
        var entry = (await contents.NewAsync(VisitTypes.WatchEntry)).GetOrCreate<WatchEntryPart>();
        var step = entry.Propose(by, now, (await times.GetAsync()).DayAt(now), plan);
        var item = entry.ContentItem;
        item.DisplayText = plan.Who.Name ?? plan.Who.Plate ?? "";
        item.Apply(entry);
        await contents.CreateAsync(item, VersionOptions.Published);
        await history.KeepAsync(Record, item.ContentItemId, step);
        await session.FlushOrRefuseAsync();
        return entry;
    }

    /// <summary>Saves an entry with a step it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(WatchEntryPart entry, Step step)
    {
        var item = entry.ContentItem;
        item.Apply(entry);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await history.KeepAsync(Record, item.ContentItemId, step);
        await session.FlushOrRefuseAsync();
    }

    /// <summary>Ends entries whose last day is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ExpireAsync()
    {
        var now = clock.UtcNow;
        var today = (await times.GetAsync()).DayAt(now).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var due = await session.QueryIndex<WatchIndex>(row => row.EndsOn != null && row.EndsOn <= today && (row.State == Active || row.State == Proposed)).Take(100).ListAsync();
        var count = 0;
        foreach (var row in due.ToList())
        {
            if (await FindAsync(row.EntryId) is { } entry)
            {
                await SaveAsync(entry, entry.Expire(now));
                count++;
            }
        }

        return count;
    }
}
