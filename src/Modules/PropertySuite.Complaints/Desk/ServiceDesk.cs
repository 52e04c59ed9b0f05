using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Who of the staff acts, when, and who else could.</summary>
public sealed class ServiceDesk(
    CurrentActor current, ComplaintPolicy policy, UserManager<IUser> users, IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions, IClock clock)
{
    private static readonly string[] All =
        [ComplaintPermissions.View, ComplaintPermissions.Register, ComplaintPermissions.Handle, ComplaintPermissions.Lead, ComplaintPermissions.Manage, ComplaintPermissions.Work, ViewPersonalData];

    /// <summary>Permission of the register to see phone numbers.</summary>
    public const string ViewPersonalData = "ViewPersonalData";

    /// <summary>The moment.</summary>
    public DateTime Now => clock.UtcNow;

    /// <summary>The person behind the request, with what cases and work orders ask about.</summary>
    public Task<Actor> ActorAsync() => current.GetAsync(All);

    /// <summary>Whether the reader has a permission.</summary>
    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext?.User is { } reader && await permissions.FindByNameAsync(permission) is { } known && await authorization.AuthorizeAsync(reader, known);

    /// <summary>The roles in whose queues cases may be.</summary>
    public async Task<IReadOnlyList<string>> TeamsAsync() =>
        [.. (await policy.SettingsAsync()).Offered.Select(category => category.Team).Append("Desk").Append("Engineer").Append("Supervisor").Distinct(StringComparer.Ordinal)];

    /// <summary>Members of the teams, by user id.</summary>
    public async Task<IReadOnlyList<TeamMember>> MembersAsync()
    {
        var members = new List<TeamMember>();
        foreach (var team in await TeamsAsync())
        {
            foreach (var user in await users.GetUsersInRoleAsync(team))
            {
                members.Add(new(await users.GetUserIdAsync(user), user.UserName, team));
            }
        }

        return [.. members.DistinctBy(member => member.UserId).OrderBy(member => member.Team, StringComparer.Ordinal).ThenBy(member => member.Name, StringComparer.Ordinal)];
    }
}

/// <summary>Somebody who can be given a case.</summary>
public sealed record TeamMember(string UserId, string Name, string Team);
