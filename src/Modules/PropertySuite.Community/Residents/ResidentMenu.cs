using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using PropertySuite.Community.Settings;

namespace PropertySuite.Community.Residents;

/// <summary>The register's entries in a resident's menu.</summary>
public sealed class ResidentMenu(RegisterKinds kinds, IStringLocalizer<ResidentMenu> S) : NamedNavigationProvider("resident")
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var mine = await kinds.IsForFirmsAsync() ? S["My firm"] : S["My household"];
        builder
            .Add(S["Home"], "0", home => home
                .Id("resident-home").AddClass("icon-home")
                .Action("Index", "ResidentHome", CommunityFeatures.Community).Permission(Permissions.Resident).LocalNav())
            .Add(mine, "9", household => household
                .Id("resident-household").AddClass("icon-units")
                .Action("Index", "Household", CommunityFeatures.Community).Permission(Permissions.Resident).LocalNav());
    }
}
