using Microsoft.AspNetCore.Identity;
using OrchardCore;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Settings;
using OrchardCore.Setup.Events;
using OrchardCore.Setup.Services;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Names the site and makes the account of the person who set it up. No account has a password that nobody chose.</summary>
internal sealed class SiteSetup(
    ISiteService sites,
    UserManager<IUser> users,
    AccessLinks links,
    RoleUpdater roles,
    IShellFeaturesManager features) : ISetupEventHandler
{
    /// <summary>Property in which the set-up hands back the path of the invitation, when no password was named.</summary>
    public const string InvitationPath = "InvitationPath";

    public async Task SetupAsync(SetupContext context)
    {
        await roles.ApplyAsync([.. (await features.GetEnabledFeaturesAsync()).Select(feature => feature.Id)]);

        var password = Text(context, SetupConstants.AdminPassword);
        var user = new User
        {
            UserId = Text(context, SetupConstants.AdminUserId) ?? IdGenerator.GenerateId(),
            UserName = Text(context, SetupConstants.AdminUsername) ?? Text(context, SetupConstants.AdminEmail) ?? "admin",
            Email = Text(context, SetupConstants.AdminEmail),
            RoleNames = [OrchardCoreConstants.Roles.Administrator],
        };
        var result = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
            {
                context.Errors[FieldOf(error.Code)] = error.Description;
            }

            return;
        }

        var site = await sites.LoadSiteSettingsAsync();
        site.SiteName = Text(context, SetupConstants.SiteName) ?? site.SiteName;
        site.TimeZoneId = Text(context, SetupConstants.SiteTimeZone) ?? site.TimeZoneId;
        site.SuperUser = user.UserId;
        await sites.UpdateSiteSettingsAsync(site);

        if (password is null)
        {
            context.Properties[InvitationPath] = "/Invitation?token=" + await links.CreateAsync(user, AccessLinkKind.Invitation);
        }
    }

    private static string? Text(SetupContext context, string key)
        => context.Properties.TryGetValue(key, out var value) && value?.ToString() is { Length: > 0 } text ? text : null;

    private static string FieldOf(string code) => code switch
    {
        _ when code.Contains("Email", StringComparison.Ordinal) => SetupConstants.AdminEmail,
        _ when code.Contains("Password", StringComparison.Ordinal) => SetupConstants.AdminPassword,
        _ => SetupConstants.AdminUsername,
    };
}
