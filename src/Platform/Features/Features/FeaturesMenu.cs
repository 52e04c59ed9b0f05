using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Features;

internal sealed class FeaturesMenu(IStringLocalizer<FeaturesMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["System"], "20", system => system
                .Id("system")
                .Add(S["Features"], "1", features => features
                    .Id("modules")
                    .Action("Index", "Admin", "OrchardCore.Features")
                    .Permission(Permissions.ManageFeatures))));
        return ValueTask.CompletedTask;
    }
}
