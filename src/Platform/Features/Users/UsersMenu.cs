using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Users;

namespace PropertySuite.Platform.Features.Users;

internal sealed class UsersMenu(IStringLocalizer<UsersMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Accounts"], "1", accounts => accounts
                .Id("people")
                .Action("Index", "Admin", "OrchardCore.Users")
                .Permission(UsersPermissions.ListUsers))
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Signing in"], "3", signIn => signIn
                    .Id("sign-in")
                    .Action("Index", "Admin", "OrchardCore.Settings", new RouteValueDictionary { ["groupId"] = SignInSettingsDriver.GroupId })
                    .Permission(UsersPermissions.ManageUsers))));
        return ValueTask.CompletedTask;
    }
}
