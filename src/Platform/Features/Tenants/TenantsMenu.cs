using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Tenants;

internal sealed class TenantsMenu(IStringLocalizer<TenantsMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Communities"], "1", communities => communities
            .Id("building")
            .AddClass("tab")
            .Action("Index", "Admin", "OrchardCore.Tenants")
            .Permission(Permissions.ManageTenants));
        return ValueTask.CompletedTask;
    }
}
