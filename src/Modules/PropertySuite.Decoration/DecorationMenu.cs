using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Decoration;

/// <summary>The staff's menu entries, by permission.</summary>
public sealed class DecorationMenu(IStringLocalizer<DecorationMenu> S) : AdminNavigationProvider
{
    private const string Area = "PropertySuite.Decoration";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Management"], "30", management => management
            .Id("management")
            .Add(S["Decoration"], "30", item => item.Id("decoration").Action("Index", "Works", Area).Permission(new Permission(DecorationPermissions.View)).LocalNav()));
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Decoration"], "30", item => item.Id("decoration-settings").Url($"~/Admin/Settings/{DecorationSettingsDriver.GroupId}").Permission(Permissions.Decide).LocalNav())));
        return ValueTask.CompletedTask;
    }
}

/// <summary>The resident's menu entry.</summary>
public sealed class ResidentWorksMenu(IStringLocalizer<DecorationMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Works"], "4", item => item.Id("decoration").Action("Index", "MyWorks", "PropertySuite.Decoration").Permission(new Permission(DecorationPermissions.Apply)).LocalNav());
        return ValueTask.CompletedTask;
    }
}
