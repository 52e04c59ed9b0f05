using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core.Imports;

/// <summary>The staff's way to imports, where some module has a list to fill.</summary>
public sealed class ImportMenu(IStringLocalizer<ImportMenu> S, IEnumerable<ImportList> lists, IPermissionService permissions) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var first = lists.FirstOrDefault();
        if (first is null || await permissions.FindByNameAsync(first.Permission) is not { } permission) return;
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Imports"], "6", imports => imports
                .Id("imports").AddClass("icon-attach")
                .Action("Index", "Imports", "PropertySuite.Core").Permission(permission).LocalNav()));
    }
}
