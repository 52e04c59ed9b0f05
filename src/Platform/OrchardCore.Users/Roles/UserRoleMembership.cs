using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Users;

/// <summary>Takes a role from everybody who holds it, so that a later role of the same name finds no members.</summary>
internal sealed class UserRoleMembership(ISession session)
{
    public async Task RemoveAllAsync(string roleName)
    {
        var normalized = roleName.ToUpperInvariant();
        foreach (var user in await session.Query<User, UserByRoleNameIndex>(index => index.RoleName == normalized).ListAsync())
        {
            user.RoleNames = [.. user.RoleNames.Where(name => !name.Equals(roleName, StringComparison.OrdinalIgnoreCase))];
            await session.SaveAsync(user);
        }
    }
}
