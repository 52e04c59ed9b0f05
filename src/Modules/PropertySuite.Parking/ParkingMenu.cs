using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Parking;

/// <summary>The staff's menu entries, by permission.</summary>
public sealed class ParkingMenu(IStringLocalizer<ParkingMenu> S) : AdminNavigationProvider
{
    internal const string Area = "PropertySuite.Parking";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Reception"], "10", reception => reception
                .Add(S["Plates"], "6", item => item.Id("car").Action("Index", "PlateCheck", Area).Permission(new Permission(ParkingPermissions.Check)).LocalNav()))
            .Add(S["Management"], "30", management => management
                .Add(S["Parking"], "40", parking => parking
                    .Id("parking")
                    .Add(S["Applications"], "1", item => item.Action("Index", "ParkingApplications", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())
                    .Add(S["Waiting list"], "2", item => item.Action("Waiting", "ParkingApplications", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())
                    .Add(S["Leases"], "3", item => item.Action("Index", "ParkingLeases", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())
                    .Add(S["Spaces"], "4", item => item.Action("Index", "ParkingSpaces", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())
                    .Add(S["Vehicles"], "5", item => item.Action("Index", "ParkingVehicles", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())
                    .Add(S["Violations"], "6", item => item.Action("Index", "ParkingViolations", Area).Permission(new Permission(ParkingPermissions.View)).LocalNav())))
            .Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
                .Add(S["Settings"], "3", settings => settings
                    .Add(S["Parking"], "14", item => item.Id("parking").Url($"~/Admin/Settings/{ParkingSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }
}

/// <summary>The resident's menu entry.</summary>
public sealed class ResidentParkingMenu(IStringLocalizer<ParkingMenu> S) : NamedNavigationProvider("resident")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Parking"], "4", item => item.Id("car").Action("Index", "MyParking", ParkingMenu.Area).Permission(new Permission(ParkingPermissions.Apply)).LocalNav());
        return ValueTask.CompletedTask;
    }
}

/// <summary>The entry in the tab bar of the guard's phone.</summary>
public sealed class GuardParkingMenu(IStringLocalizer<ParkingMenu> S) : NamedNavigationProvider("guard")
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Plates"], "5", item => item.Id("car").AddClass("tab").Action("Index", "PlateCheck", ParkingMenu.Area).Permission(new Permission(ParkingPermissions.Check)).LocalNav());
        return ValueTask.CompletedTask;
    }
}
