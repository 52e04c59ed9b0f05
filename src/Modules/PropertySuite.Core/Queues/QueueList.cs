using Microsoft.Extensions.Localization;
using YesSql;

namespace PropertySuite.Core.Queues;

/// <summary>What waits, as a list: for the reader, the teams, nobody yet; overdue and due today.</summary>
public static class QueueList
{
    /// <summary>Views by id, with whose work they show.</summary>
    public static IReadOnlyDictionary<string, (QueueScope Scope, QueueDue Due)> Scopes { get; } = new Dictionary<string, (QueueScope, QueueDue)>
    {
        ["mine"] = (QueueScope.Mine, QueueDue.Any),
        ["team"] = (QueueScope.Team, QueueDue.Any),
        ["unassigned"] = (QueueScope.Unassigned, QueueDue.Any),
        ["overdue"] = (QueueScope.MineOrTeam, QueueDue.Overdue),
        ["today"] = (QueueScope.MineOrTeam, QueueDue.Today),
        ["all"] = (QueueScope.Everybody, QueueDue.Any),
    };

    /// <summary>The list of a reader.</summary>
    /// <param name="kinds">The kinds that are registered, by id.</param>
    /// <param name="localizers">Translates each kind's own words.</param>
    public static ListDefinition<QueueIndex> For(QueueReader reader, IReadOnlyDictionary<string, QueuedKind> kinds, IStringLocalizerFactory localizers)
    {
        var words = reader.Kinds.ToDictionary(id => id, id => localizers.Create(kinds[id].Texts), StringComparer.Ordinal);
        string Say(string kind, string word) => words.TryGetValue(kind, out var texts) ? texts[word] : word;

        return new ListDefinition<QueueIndex>(typeof(QueueList))
            .View("mine", "Mine", (query, moment) => Narrow(query, "mine", moment))
            .View("team", "My team's", (query, moment) => Narrow(query, "team", moment))
            .View("unassigned", "Nobody's yet", (query, moment) => Narrow(query, "unassigned", moment))
            .View("overdue", "Overdue", (query, moment) => Narrow(query, "overdue", moment))
            .View("today", "Due today", (query, moment) => Narrow(query, "today", moment))
            .View("all", "All", (query, moment) => Narrow(query, "all", moment))
            .Column("subject", "Matter", row => Cell.Link(row.Subject.Length > 0 ? row.Subject : row.Number, kinds[row.Kind].Href(row.RecordId)))
            .Column("due", "Due", row => Cell.Due(row.DueAtUtc), row => row.SortUtc)
            .Column("unit", "Unit", row => row.UnitId is { } unit && row.UnitCode is { Length: > 0 } code ? Cell.Link(code, $"~admin/Units/{unit}") with { Look = "ps-unit" } : Cell.Of(row.UnitCode), row => row.UnitCode)
            .Column("state", "State", row => Cell.State(Say(row.Kind, kinds[row.Kind].State(row.State)), kinds[row.Kind].Dot(row.State)))
            .Column("kind", "Kind", row => Cell.Of(Say(row.Kind, kinds[row.Kind].Name)), row => row.Kind)
            .Column("who", "Who works on it", row => row.AssigneeName is { Length: > 0 } name ? Cell.Of(name) : Cell.Word("Nobody yet"), row => row.AssigneeName)
            .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
            .Filter("kind", "Kind", [.. reader.Kinds.Select(id => new ListChoice(id, Say(id, kinds[id].Name), IsWord: false))], (query, kind) => query.Where(row => row.Kind == kind))
            .TextFilter("unit", "Unit", InUnit)
            .Search((query, text) => query.Where(row => row.Search.Contains(text)))
            .OrderedBy(row => row.SortUtc);

        IQueryIndex<QueueIndex> Narrow(IQueryIndex<QueueIndex> query, string view, ListMoment moment)
        {
            var (scope, due) = Scopes[view];
            var (now, until) = (moment.NowUtc, moment.DayUntilUtc);
            query = WorkQueue.Of(query, reader, scope);
            return due switch
            {
                QueueDue.Overdue => query.Where(row => row.SortUtc <= now),
                QueueDue.Today => query.Where(row => row.SortUtc > now && row.SortUtc < until),
                _ => query,
            };
        }
    }

    private static IQueryIndex<QueueIndex> InUnit(IQueryIndex<QueueIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode != null && row.UnitCode.Contains(code));
    }
}
