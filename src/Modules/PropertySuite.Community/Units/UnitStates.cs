using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.Units;

/// <summary>States of many units on a day, from index rows alone.</summary>
public sealed class UnitStates(ISession session)
{
    /// <summary>The states of these units; each is what <see cref="UnitPart.StateOn"/> says.</summary>
    public async Task<IReadOnlyDictionary<string, UnitState>> OnAsync(DateOnly day, IReadOnlyCollection<UnitIndex> units)
    {
        var ids = units.Select(unit => unit.UnitId).ToArray();
        if (ids.Length == 0) return new Dictionary<string, UnitState>();

        var number = day.DayNumber;
        var ties = (await session.QueryIndex<TieIndex>(tie => tie.UnitId.IsIn(ids) && tie.FromDay <= number && tie.UntilDay > number).ListAsync())
            .ToLookup(tie => tie.UnitId, tie => tie.ToSummary());
        return units.ToDictionary(unit => unit.UnitId, unit => Of(unit, ties[unit.UnitId]));
    }

    internal static UnitState Of(UnitIndex unit, IEnumerable<TieSummary> tiesOfTheDay) =>
        UnitPart.State(Enum.Parse<UnitKind>(unit.Kind), Enum.Parse<UnitStage>(unit.Stage), unit.HasWorks, tiesOfTheDay);
}
