using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Shell;
using OrchardCore.Security.Services;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Users;
using YesSql;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Answers <c>link ROLE</c> at the server's console.</summary>
internal sealed class SignInLinks(
    AccessLinks links,
    Demonstration demonstration,
    UserManager<IUser> users,
    IRoleService roles,
    ISiteService sites,
    ShellSettings settings,
    ISession session) : ISignInLinks
{
    public async Task<string> CreateAsync(string role)
    {
        var path = demonstration.IsOn ? await SignInAsync(role) : await InviteAsync(role);

        // The console has no request whose end would commit.
        await session.SaveChangesAsync();
        return path;
    }

    private async Task<string> SignInAsync(string role)
    {
        var roleName = await FindRoleAsync(role)
            ?? throw new InvalidOperationException(
                $"The community '{settings.Name}' has no role '{role}'. It has: {string.Join(", ", await roles.GetRoleNamesAsync())}.");
        var user = (await users.GetUsersInRoleAsync(roleName)).OfType<User>().Where(user => user.IsEnabled).OrderBy(user => user.Id).FirstOrDefault()
            ?? await CreateDemoAsync(role, roleName);
        return "/SignInLink?token=" + await links.CreateAsync(user, AccessLinkKind.SignIn);
    }

    private async Task<string> InviteAsync(string role)
    {
        if (!role.Equals("manager", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                "Links that sign in are given in demonstration communities of a Development machine only. "
                + "Here only 'link manager' is given: an invitation for the person who set the site up to choose a password.");
        }

        var superUser = (await sites.GetSiteSettingsAsync()).SuperUser;
        if (await users.FindByIdAsync(superUser) is not User { IsEnabled: true } user)
        {
            throw new InvalidOperationException($"The account that set up '{settings.Name}' is missing or disabled. Another administrator can invite people at Admin/Users.");
        }

        return "/Invitation?token=" + await links.CreateAsync(user, AccessLinkKind.Invitation);
    }

    /// <summary>The role of that name; else what the role is called in the recipes.</summary>
    private async Task<string?> FindRoleAsync(string role)
    {
        var names = (await roles.GetRoleNamesAsync()).ToArray();
        string[] wanted = role.ToLowerInvariant() switch
        {
            "manager" => ["Manager", "Administrator"],
            "desk" => ["Desk", "FrontDesk", "Reception", "Receptionist"],
            "guard" => ["Guard", "Security"],
            "owner" => ["Owner", "Resident", "Operator"],
            _ => [role],
        };
        return wanted.Select(name => Array.Find(names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(name => name is not null);
    }

    private async Task<User> CreateDemoAsync(string role, string roleName)
    {
        var user = new User { UserName = "demo-" + role.ToLowerInvariant(), RoleNames = [roleName] };
        var result = await users.CreateAsync(user);
        return result.Succeeded
            ? user
            : throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
