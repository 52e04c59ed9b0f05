using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Core.Queues;

/// <summary>Whose work is asked for.</summary>
public enum QueueScope
{
    /// <summary>What the reader works on.</summary>
    Mine,

    /// <summary>What waits in the queues of the reader's roles, whoever works on it; what is in no role's queue waits for all who see its kind.</summary>
    Team,

    /// <summary>What the reader works on and what waits in the teams' queues.</summary>
    MineOrTeam,

    /// <summary>What nobody works on.</summary>
    Unassigned,

    /// <summary>Everything that the reader may see.</summary>
    Everybody,
}

/// <summary>What of it.</summary>
public enum QueueDue
{
    /// <summary>All.</summary>
    Any,

    /// <summary>What is late.</summary>
    Overdue,

    /// <summary>What is due before the community's day ends, and not late yet.</summary>
    Today,
}

/// <summary>Who reads a queue.</summary>
/// <param name="UserId">Account.</param>
/// <param name="Teams">Names of the reader's roles.</param>
/// <param name="Kinds">Ids of the kinds that the reader may see.</param>
public sealed record QueueReader(string UserId, IReadOnlyList<string> Teams, IReadOnlyList<string> Kinds);

/// <summary>How much waits.</summary>
/// <param name="Mine">What the reader works on.</param>
/// <param name="Team">What waits in the queues of the reader's roles.</param>
/// <param name="Overdue">What of the reader's and the teams' is late.</param>
/// <param name="Today">What of it is due today.</param>
public sealed record QueueCounts(int Mine, int Team, int Overdue, int Today);

/// <summary>What is to be done, of every kind of record: mine, my team's, overdue, due today. Reads index rows only.</summary>
public sealed class WorkQueue(
    ISession session,
    IEnumerable<QueuedKind> kinds,
    IPermissionService permissions,
    IAuthorizationService authorization,
    CommunityTimes times,
    IClock clock)
{
    /// <summary>The kinds that can be registered, by id.</summary>
    public IReadOnlyDictionary<string, QueuedKind> Kinds { get; } = kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>The person behind a request.</summary>
    public async Task<QueueReader> ReaderAsync(ClaimsPrincipal user)
    {
        var seen = new List<string>();
        foreach (var kind in Kinds.Values)
        {
            if (await permissions.FindByNameAsync(kind.Permission) is { } permission && await authorization.AuthorizeAsync(user, permission))
            {
                seen.Add(kind.Id);
            }
        }

        return new QueueReader(
            user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
            [.. user.FindAll(ClaimTypes.Role).Concat(user.FindAll("role")).Select(claim => claim.Value).Distinct(StringComparer.Ordinal)],
            seen);
    }

    /// <summary>A portion of what waits, what is due first at the head.</summary>
    public async Task<IReadOnlyList<QueueIndex>> ReadAsync(QueueReader reader, QueueScope scope, QueueDue due = QueueDue.Any, int skip = 0, int take = 50) =>
        await QueryAsync(reader, scope, due) is { } query
            ? [.. await query.OrderBy(row => row.SortUtc).ThenBy(row => row.Number).Skip(skip).Take(take).ListAsync()]
            : [];

    /// <summary>How much it is.</summary>
    public async Task<int> CountAsync(QueueReader reader, QueueScope scope, QueueDue due = QueueDue.Any) =>
        await QueryAsync(reader, scope, due) is { } query ? await query.CountAsync() : 0;

    /// <summary>The four figures of a person's work.</summary>
    public async Task<QueueCounts> CountsAsync(QueueReader reader) => new(
        await CountAsync(reader, QueueScope.Mine),
        await CountAsync(reader, QueueScope.Team),
        await CountAsync(reader, QueueScope.MineOrTeam, QueueDue.Overdue),
        await CountAsync(reader, QueueScope.MineOrTeam, QueueDue.Today));

    // Null when there can be nothing.
    private async Task<IQueryIndex<QueueIndex>?> QueryAsync(QueueReader reader, QueueScope scope, QueueDue due) =>
        reader.Kinds.Count == 0 ? null : await NarrowAsync(Of(session.QueryIndex<QueueIndex>(), reader, scope), due);

    /// <summary>Narrows rows to what a reader may see, and of that to whose work is asked for.</summary>
    public static IQueryIndex<QueueIndex> Of(IQueryIndex<QueueIndex> query, QueueReader reader, QueueScope scope)
    {
        var (me, teams, seen) = (reader.UserId, reader.Teams.ToArray(), reader.Kinds.ToArray());
        query = seen.Length == 0 ? query.Where(row => row.Kind == "") : query.Where(row => row.Kind.IsIn(seen));
        return (scope, teams.Length) switch
        {
            (QueueScope.Mine, _) => query.Where(row => row.AssigneeId == me),
            (QueueScope.Team, 0) => query.Where(row => row.Team == null),
            (QueueScope.Team, _) => query.Where(row => row.Team == null || row.Team.IsIn(teams)),
            (QueueScope.MineOrTeam, 0) => query.Where(row => row.AssigneeId == me || row.Team == null),
            (QueueScope.MineOrTeam, _) => query.Where(row => row.AssigneeId == me || row.Team == null || row.Team.IsIn(teams)),
            (QueueScope.Unassigned, _) => query.Where(row => row.AssigneeId == null),
            _ => query,
        };
    }

    private async Task<IQueryIndex<QueueIndex>> NarrowAsync(IQueryIndex<QueueIndex> query, QueueDue due)
    {
        var now = clock.UtcNow;
        if (due == QueueDue.Any)
        {
            return query;
        }

        if (due == QueueDue.Overdue)
        {
            return query.Where(row => row.SortUtc <= now);
        }

        var time = await times.GetAsync();
        var until = time.BeginningOf(time.DayAt(now).AddDays(1));
        return query.Where(row => row.SortUtc > now && row.SortUtc < until);
    }
}
