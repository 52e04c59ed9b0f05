using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Community.Front;

/// <summary>The community's own entries in the public menu; modules add theirs between.</summary>
public sealed class FrontMenu(IStringLocalizer<FrontMenu> S) : NamedNavigationProvider("main")
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["The office"], "8", item => item.Id("main-office").AddClass("icon-building").Action("Contact", "Front", CommunityFeatures.Community).LocalNav())
            .Add(S["Search"], "9", item => item.Id("main-search").AddClass("icon-search").Action("Index", "PublicSearch", CommunityFeatures.Community).LocalNav());
        return ValueTask.CompletedTask;
    }
}
