using Microsoft.Extensions.Localization;
using OrchardCore.Contents;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.Contents;

internal sealed class ContentsMenu(IStringLocalizer<ContentsMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Content items"], "7", items => items
                .Id("content")
                .Action("List", "Admin", "OrchardCore.Contents")
                .Permission(CommonPermissions.ListContent)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
