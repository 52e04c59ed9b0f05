using PropertySuite.Community.Contracts;
using YesSql;

namespace PropertySuite.Community.Entrances;

internal sealed class EntranceDirectory(ISession session) : IEntrances
{
    public async Task<IReadOnlyList<EntranceSummary>> ListAsync()
    {
        var rows = await session.QueryIndex<EntranceIndex>(entrance => entrance.IsClosed == false)
            .OrderBy(entrance => entrance.SortOrder).ThenBy(entrance => entrance.Code).ListAsync();
        return [.. rows.Select(Summary)];
    }

    public async Task<EntranceSummary?> FindAsync(string entranceId) =>
        await session.QueryIndex<EntranceIndex>(entrance => entrance.EntranceId == entranceId).FirstOrDefaultAsync() is { } row
            ? Summary(row)
            : null;

    private static EntranceSummary Summary(EntranceIndex row) => new(row.EntranceId, row.Name, row.Code);
}
