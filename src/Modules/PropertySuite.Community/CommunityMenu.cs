using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using PropertySuite.Community.Settings;

namespace PropertySuite.Community;

/// <summary>The register's entries in the staff's menu.</summary>
public sealed class CommunityMenu(IStringLocalizer<CommunityMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Today"], "0", today => today
                .Id("today").AddClass("icon-today").AddClass("tab").AddClass("key-t")
                .Action("Index", "Today", CommunityFeatures.Community).LocalNav())
            .Add(S["Community"], "20", community => community
                .Id("community")
                .Add(S["Units"], "1", units => units
                    .Id("units").AddClass("icon-units").AddClass("key-u")
                    .Action("Index", "UnitList", CommunityFeatures.Community).Permission(Permissions.View).LocalNav())
                .Add(S["People"], "2", people => people
                    .Id("people").AddClass("icon-people").AddClass("key-p")
                    .Action("Index", "PersonList", CommunityFeatures.Community).Permission(Permissions.View).LocalNav())
                .Add(S["Buildings"], "3", buildings => buildings
                    .Id("buildings").AddClass("icon-building")
                    .Action("Index", "Buildings", CommunityFeatures.Community).Permission(Permissions.View).LocalNav())
                .Add(S["Entrances"], "4", entrances => entrances
                    .Id("entrances").AddClass("icon-leave")
                    .Action("Index", "Entrances", CommunityFeatures.Community).Permission(Permissions.Manage).LocalNav()))
            .Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
                .Add(S["Settings"], "3", settings => settings
                    .Add(S["The community"], "2", community => community
                        .Id("community-settings").AddClass("icon-settings")
                        .Url($"~/Admin/Settings/{CommunitySettingsDriver.GroupId}").Permission(Permissions.Manage).LocalNav())));
        return ValueTask.CompletedTask;
    }
}
