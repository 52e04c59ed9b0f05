using Microsoft.Extensions.Localization;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>Keeps units and people that a tie refers to, buildings that hold units, and people with an account.</summary>
public sealed class RegisterUse(ISession session, IStringLocalizer<RegisterUse> S) : IRecordUse
{
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlySet<string> leaving)
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tie in await session.QueryIndex<TieIndex>().ListAsync())
        {
            if (leaving.Contains(tie.TieId)) continue;
            if (leaving.Contains(tie.UnitId)) used.TryAdd(tie.UnitId, S["Somebody who stays holds it."]);
            if (leaving.Contains(tie.PersonId)) used.TryAdd(tie.PersonId, S["Holds a unit that stays."]);
        }

        foreach (var unit in await session.QueryIndex<UnitIndex>().ListAsync())
        {
            if (!leaving.Contains(unit.UnitId) && leaving.Contains(unit.BuildingId)) used.TryAdd(unit.BuildingId, S["A unit that stays is in it: {0}.", unit.Code]);
        }

        return used;
    }
}
