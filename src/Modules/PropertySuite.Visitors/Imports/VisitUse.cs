using Microsoft.Extensions.Localization;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Keeps units, people and badges that a visit refers to.</summary>
public sealed class VisitUse(ISession session, IStringLocalizer<VisitUse> S) : IRecordUse
{
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlySet<string> leaving)
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var visit in await session.QueryIndex<VisitIndex>().ListAsync())
        {
            if (leaving.Contains(visit.VisitId)) continue;
            foreach (var id in new[] { visit.UnitId, visit.HostId, visit.LiveBadgeKey })
            {
                if (id is not null && leaving.Contains(id)) used.TryAdd(id, S["The visit {0} names it.", visit.Number]);
            }
        }

        return used;
    }
}
