using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Features.Settings;

internal sealed class SettingsMenu(IStringLocalizer<SettingsMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Id("administration")
            .Add(S["Settings"], "3", settings => settings
                .Id("settings")
                .Add(S["General"], "1", general => general
                    .Id("settings")
                    .Action("General", "Admin", "OrchardCore.Settings")
                    .Permission(SettingsPermissions.ManageSettings))));
        return ValueTask.CompletedTask;
    }
}
