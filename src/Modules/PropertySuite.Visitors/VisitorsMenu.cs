using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>The staff's menu entries, by permission.</summary>
public sealed class VisitorsMenu(IStringLocalizer<VisitorsMenu> S) : AdminNavigationProvider
{
    private const string Area = "PropertySuite.Visitors";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Reception"], "10", reception => reception
            .Id("reception")
            .Add(S["Visits"], "1", item => item.Id("visits").AddClass("tab").AddClass("key-v").Action("Index", "VisitList", Area).Permission(new Permission(VisitPermissions.View)).LocalNav())
            .Add(S["Walk-in visit"], "2", item => item.Id("leave").Action("Create", "WalkIn", Area).Permission(new Permission(VisitPermissions.Register)).LocalNav())
            .Add(S["Inside now"], "3", item => item.Id("people").AddClass("key-i").Action("Index", "Inside", Area).Permission(new Permission(VisitPermissions.View)).LocalNav())
            .Add(S["Recurring passes"], "3.2", item => item.Id("calendar").Action("Index", "Recurring", Area).Permission(new Permission(VisitPermissions.View)).LocalNav())
            .Add(S["Visits to the office"], "2.5", item => item.Id("person").Action("Index", "Office", Area).Permission(new Permission(VisitPermissions.Register)).LocalNav())
            .Add(S["Watch list"], "3.4", item => item.Id("block").Action("Index", "Watch", Area).Permission(new Permission(VisitPermissions.Watch)).LocalNav())
            .Add(S["Gate"], "4", item => item.Id("qr").AddClass("tab").Action("Index", "Gate", Area).Permission(new Permission(VisitPermissions.Operate)).LocalNav())
            .Add(S["Badges"], "5", item => item.Id("list").Action("Index", "Badges", Area).Permission(new Permission(VisitPermissions.Badges)).LocalNav()));

        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Visitors"], "10", item => item.Id("visits").Url($"~/Admin/Settings/{VisitorSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));

        return ValueTask.CompletedTask;
    }
}

/// <summary>The resident's menu entry.</summary>
public sealed class ResidentVisitsMenu(IStringLocalizer<VisitorsMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Visits"], "2", item => item.Id("visits").Action("Index", "MyVisits", "PropertySuite.Visitors").Permission(new Permission(VisitPermissions.Announce)).LocalNav());
        return ValueTask.CompletedTask;
    }
}

/// <summary>The tab bar of the guard's phone.</summary>
public sealed class GuardMenu(IStringLocalizer<VisitorsMenu> S) : NamedNavigationProvider("guard")
{
    private const string Area = "PropertySuite.Visitors";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Scan"], "1", item => item.Id("qr").AddClass("tab").Action("Index", "Gate", Area).Permission(new Permission(VisitPermissions.Operate)).LocalNav())
            .Add(S["Inside"], "2", item => item.Id("people").AddClass("tab").Action("Inside", "Gate", Area).Permission(new Permission(VisitPermissions.Operate)).LocalNav())
            .Add(S["Expected"], "3", item => item.Id("calendar").AddClass("tab").Action("Find", "Gate", Area).Permission(new Permission(VisitPermissions.Operate)).LocalNav())
            .Add(S["Walk-in"], "4", item => item.Id("leave").AddClass("tab").Action("Create", "WalkIn", Area).Permission(new Permission(VisitPermissions.Register)).LocalNav());

        return ValueTask.CompletedTask;
    }
}
