using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Subcontractors;

/// <summary>The staff's menu entries.</summary>
public sealed class ServiceMenu(IStringLocalizer<ServiceMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Management"], "30", management => management
            .Id("management")
            .Add(S["Subcontractors"], "50", area => area
                .Id("subcontractors")
                .Add(S["Findings"], "1", item => Entry(item, "Findings"))
                .Add(S["Inspections"], "2", item => Entry(item, "Inspections"))
                .Add(S["Contracts"], "3", item => Entry(item, "Contracts"))
                .Add(S["Companies"], "4", item => Entry(item, "Companies"))
                .Add(S["Choices among bids"], "5", item => Entry(item, "Tenders"))
                .Add(S["Statements"], "6", item => Entry(item, "Statements"))
                .Add(S["Ranking"], "7", item => item.Action("Ranking", "Statements", ServicePages.Area).Permission(new Permission(ServicePermissions.View)).LocalNav())));
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Subcontractors"], "15", item => item.Url($"~/Admin/Settings/{ServiceSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }

    private static void Entry(NavigationItemBuilder item, string controller) =>
        item.Action("Index", controller, ServicePages.Area).Permission(new Permission(ServicePermissions.View)).LocalNav();
}

/// <summary>The contractor's menu entry.</summary>
public sealed class ContractorMenu(IStringLocalizer<ServiceMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["My contracts"], "1", item => item.Id("contractors").Action("Index", "MyContracts", ServicePages.Area).Permission(new Permission(ServicePermissions.Serve)).LocalNav());
        return ValueTask.CompletedTask;
    }
}
