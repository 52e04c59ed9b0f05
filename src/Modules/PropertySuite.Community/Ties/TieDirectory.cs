using PropertySuite.Community.Contracts;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.Ties;

internal sealed class TieDirectory(ISession session, IPersonDirectory people, IUnitDirectory units) : ITies
{
    public async Task<IReadOnlyList<TieSummary>> OfUnitAsync(string unitId, DateOnly on)
    {
        var day = on.DayNumber;
        return InOrder(await session
            .QueryIndex<TieIndex>(tie => tie.UnitId == unitId && tie.FromDay <= day && tie.UntilDay > day).ListAsync());
    }

    public async Task<IReadOnlyList<TieSummary>> OfPersonAsync(string personId, DateOnly on)
    {
        var day = on.DayNumber;
        return InOrder(await session
            .QueryIndex<TieIndex>(tie => tie.PersonId == personId && tie.FromDay <= day && tie.UntilDay > day).ListAsync());
    }

    public async Task<IReadOnlyList<TieSummary>> OfPeopleAsync(IEnumerable<string> personIds, DateOnly on)
    {
        var (ids, day) = (personIds.Distinct().ToArray(), on.DayNumber);
        return ids.Length == 0 ? [] : InOrder(await session
            .QueryIndex<TieIndex>(tie => tie.PersonId.IsIn(ids) && tie.FromDay <= day && tie.UntilDay > day).ListAsync());
    }

    public async Task<IReadOnlyList<UnitSummary>> UnitsOfUserAsync(string userId, DateOnly on)
    {
        if (await people.OfUserAsync(userId) is not { } person) return [];
        var ties = await OfPersonAsync(person.Id, on);
        var held = await units.FindManyAsync(ties.Where(tie => tie.Kind != TieKind.Staff).Select(tie => tie.UnitId));
        return [.. held.Values.OrderBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    internal static IReadOnlyList<TieSummary> InOrder(IEnumerable<TieIndex> rows) =>
        [.. rows.Select(row => row.ToSummary())
            .OrderBy(tie => tie.Kind).ThenByDescending(tie => tie.SharePercent).ThenBy(tie => tie.From).ThenBy(tie => tie.Id, StringComparer.Ordinal)];
}
