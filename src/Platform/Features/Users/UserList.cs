using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Finds accounts for the list.</summary>
public sealed class UserList(ISession session)
{
    public async Task<(IReadOnlyList<User> Users, int Total)> FindAsync(string? text, string? role, string? state, int skip, int take)
    {
        var query = Filter(text, role, state);
        var total = await query.CountAsync();
        var page = await Filter(text, role, state).With<UserIndex>().OrderBy(index => index.NormalizedUserName!).Skip(skip).Take(take).ListAsync();
        return ([.. page], total);
    }

    private IQuery<User> Filter(string? text, string? role, string? state)
    {
        IQuery<User> query = session.Query<User, UserIndex>();
        if (!string.IsNullOrWhiteSpace(text))
        {
            var wanted = text.Trim().ToUpperInvariant();
            query = query.With<UserIndex>(index => index.NormalizedUserName!.Contains(wanted) || index.NormalizedEmail!.Contains(wanted));
        }

        if (!string.IsNullOrEmpty(role))
        {
            var normalized = role.ToUpperInvariant();
            query = query.With<UserByRoleNameIndex>(index => index.RoleName == normalized);
        }

        return state switch
        {
            "enabled" => query.With<UserIndex>(index => index.IsEnabled),
            "disabled" => query.With<UserIndex>(index => !index.IsEnabled),
            _ => query,
        };
    }
}
