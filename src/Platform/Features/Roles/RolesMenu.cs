using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Roles;

internal sealed class RolesMenu(IStringLocalizer<RolesMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Roles"], "2", roles => roles
                .Id("roles")
                .Action("Index", "Admin", "OrchardCore.Roles")
                .Permission(Permissions.ManageRoles)));
        return ValueTask.CompletedTask;
    }
}
