using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Activities;

/// <summary>The staff's menu entries, by permission.</summary>
public sealed class ActivitiesMenu(IStringLocalizer<ActivitiesMenu> S) : AdminNavigationProvider
{
    private const string Area = "PropertySuite.Activities";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Publishing"], "40", publishing => publishing
            .Id("publishing")
            .Add(S["Activities"], "10", activities => activities
                .Id("activities")
                .Add(S["Calendar"], "1", page => page.Action("Index", "ActivityList", Area).Permission(new Permission(ActivityPermissions.View)).LocalNav())
                .Add(S["Write an activity"], "2", page => page.Action("Create", "ActivityEdit", Area).Permission(new Permission(ActivityPermissions.Edit)).LocalNav())
                .Add(S["Figures"], "9", page => page.Action("Index", "ActivityFigures", Area).Permission(new Permission(ActivityPermissions.View)).LocalNav())));

        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Activities"], "50", item => item.Id("calendar").Url($"~/Admin/Settings/{ActivitySettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));

        return ValueTask.CompletedTask;
    }
}

/// <summary>The entry in the public menu.</summary>
public sealed class PublicActivitiesMenu(IStringLocalizer<ActivitiesMenu> S) : NamedNavigationProvider("main")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Activities"], "20", item => item.Id("calendar").Action("Index", "Calendar", "PropertySuite.Activities").LocalNav());
        return ValueTask.CompletedTask;
    }
}

/// <summary>The resident's menu entry.</summary>
public sealed class ResidentActivitiesMenu(IStringLocalizer<ActivitiesMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Activities"], "6", item => item.Id("calendar").Action("Index", "MyRegistrations", "PropertySuite.Activities").Permission(new Permission(ActivityPermissions.TakePart)).LocalNav());
        return ValueTask.CompletedTask;
    }
}
