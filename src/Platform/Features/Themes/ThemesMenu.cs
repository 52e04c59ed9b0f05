using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Themes;

internal sealed class ThemesMenu(IStringLocalizer<ThemesMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Look"], "5", themes => themes
                    .Id("theme")
                    .Action("Index", "Admin", "OrchardCore.Themes")
                    .Permission(Permissions.ApplyTheme))));
        return ValueTask.CompletedTask;
    }
}
