using Microsoft.Extensions.Localization;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>Keeps units, people and activities that a registration or a volunteer's turn refers to.</summary>
public sealed class ActivityUse(YesSql.ISession session, IStringLocalizer<ActivityUse> S) : IRecordUse
{
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlySet<string> leaving)
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await session.QueryIndex<RegistrationIndex>().ListAsync())
        {
            if (!leaving.Contains(row.RegistrationId)) Note(S["The registration {0} names it.", row.Number], row.UnitId, row.PersonId, row.ActivityId);
        }

        foreach (var row in await session.QueryIndex<TurnIndex>().ListAsync())
        {
            if (!leaving.Contains(row.TurnId)) Note(S["The shift “{0}” of a volunteer names it.", row.Task], row.PersonId, row.ActivityId);
        }

        return used;

        void Note(string why, params ReadOnlySpan<string> ids)
        {
            foreach (var id in ids)
            {
                if (leaving.Contains(id)) used.TryAdd(id, why);
            }
        }
    }
}
