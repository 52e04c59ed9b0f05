using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Complaints;

/// <summary>The staff's menu entries, by permission.</summary>
public sealed class ComplaintsMenu(IStringLocalizer<ComplaintsMenu> S) : AdminNavigationProvider
{
    private const string Area = "PropertySuite.Complaints";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Management"], "30", management => management
            .Id("management")
            .Add(S["Complaints"], "10", complaints => complaints
                .Id("complaints").AddClass("figure")
                .Action("Index", "ComplaintList", Area).Permission(new Permission(ComplaintPermissions.View)).LocalNav())
            .Add(S["Work orders"], "20", orders => orders
                .Id("work-orders")
                .Add(S["To do"], "1", page => page.Action("ToDo", "WorkOrders", Area).Permission(new Permission(ComplaintPermissions.Work)).LocalNav())
                .Add(S["All work orders"], "2", page => page.Action("Index", "WorkOrders", Area).Permission(new Permission(ComplaintPermissions.View)).LocalNav())));

        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Complaints"], "12", item => item.Url($"~/Admin/Settings/{ComplaintSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }
}

/// <summary>The resident's menu entry.</summary>
public sealed class ResidentMattersMenu(IStringLocalizer<ComplaintsMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["My matters"], "3", item => item.Id("complaints").AddClass("icon-complaints").Action("Index", "MyMatters", "PropertySuite.Complaints").Permission(new Permission(ComplaintPermissions.Raise)).LocalNav());
        return ValueTask.CompletedTask;
    }
}
