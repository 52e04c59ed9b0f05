using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Community.Residents;

/// <summary>The register's entries in a resident's menu.</summary>
public sealed class ResidentMenu(IStringLocalizer<ResidentMenu> S) : NamedNavigationProvider("resident")
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Home"], "0", home => home
                .Id("resident-home").AddClass("icon-home")
                .Action("Index", "ResidentHome", CommunityFeatures.Community).Permission(Permissions.Resident).LocalNav())
            .Add(S["My household"], "9", household => household
                .Id("resident-household").AddClass("icon-units")
                .Action("Index", "Household", CommunityFeatures.Community).Permission(Permissions.Resident).LocalNav());
        return ValueTask.CompletedTask;
    }
}
