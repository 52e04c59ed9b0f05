using YesSql;
using YesSql.Services;

namespace PropertySuite.Core;

/// <summary>What happened to records: who, when, from which state to which, why, where, by which device.</summary>
public sealed class RecordHistory(ISession session)
{
    /// <summary>Keeps steps, in the same transaction as the record.</summary>
    public async Task KeepAsync(string kind, string recordId, params IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            await session.SaveAsync(HistoryEntry.Of(kind, recordId, step));
        }
    }

    /// <summary>The history of a record, newest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> OfAsync(string recordId, int take = 50) =>
        [.. await session.Query<HistoryEntry, HistoryIndex>(row => row.RecordId == recordId)
            .OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).Take(take).ListAsync()];

    /// <summary>Forgets the history of records that are gone.</summary>
    public async Task ForgetAsync(IEnumerable<string> recordIds)
    {
        foreach (var portion in recordIds.Chunk(500))
        {
            foreach (var entry in await session.Query<HistoryEntry, HistoryIndex>(row => row.RecordId.IsIn(portion)).ListAsync())
                session.Delete(entry);
        }
    }
}
