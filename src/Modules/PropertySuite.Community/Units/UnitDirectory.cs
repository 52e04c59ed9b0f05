using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.Units;

/// <summary>Answers from the index rows alone; no document is read.</summary>
internal sealed class UnitDirectory(ISession session, BuildingBook buildings) : IUnitDirectory
{
    public async Task<UnitSummary?> FindAsync(string unitId) =>
        await SummaryAsync(await session.QueryIndex<UnitIndex>(unit => unit.UnitId == unitId).FirstOrDefaultAsync());

    public async Task<IReadOnlyDictionary<string, UnitSummary>> FindManyAsync(IEnumerable<string> unitIds)
    {
        var ids = unitIds.Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<string, UnitSummary>();
        var rows = await session.QueryIndex<UnitIndex>(unit => unit.UnitId.IsIn(ids)).ListAsync();
        return (await SummariesAsync(rows)).ToDictionary(unit => unit.Id);
    }

    public async Task<UnitSummary?> FindByCodeAsync(string code)
    {
        if (!UnitCode.TryParse(code, out var parsed)) return null;
        var value = parsed.Value;
        return await SummaryAsync(await session.QueryIndex<UnitIndex>(unit => unit.LiveCode == value).FirstOrDefaultAsync());
    }

    public async Task<IReadOnlyList<UnitSummary>> SearchAsync(string text, int take)
    {
        foreach (var key in UnitSearch.Keys(text).Reverse())
        {
            var rows = await session
                .QueryIndex<UnitIndex>(unit => unit.LiveCode != null && unit.SearchCode.Contains(key))
                .OrderBy(unit => unit.Code).Take(take * 2).ListAsync();
            var found = await SummariesAsync(rows);
            if (found.Count > 0)
            {
                return [.. found.OrderBy(unit => !UnitSearch.Key(unit.Code).StartsWith(key, StringComparison.Ordinal)).Take(take)];
            }
        }
        return [];
    }

    private async Task<UnitSummary?> SummaryAsync(UnitIndex? row) => row is null ? null : (await SummariesAsync([row]))[0];

    private async Task<IReadOnlyList<UnitSummary>> SummariesAsync(IEnumerable<UnitIndex> rows)
    {
        var known = await buildings.ByIdAsync();
        return [.. rows.Select(row =>
        {
            var building = known.GetValueOrDefault(row.BuildingId);
            return new UnitSummary(
                row.UnitId, row.Code, row.BuildingId, building?.Code ?? "", building?.Name ?? "", row.Floor,
                Enum.Parse<UnitKind>(row.Kind), row.Layout);
        })];
    }
}
