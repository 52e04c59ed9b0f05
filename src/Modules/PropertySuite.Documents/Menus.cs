using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Documents;

/// <summary>The editor's entries in the staff's menu.</summary>
public sealed class EditorMenu(IStringLocalizer<EditorMenu> S) : AdminNavigationProvider
{
    private const string Area = "PropertySuite.Documents";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Publishing"], "40", publishing => publishing
            .Id("publishing")
            .Add(S["News"], "20", item => item.Id("notices").AddClass("tab").Action("Index", "News", Area).Permission(Permissions.EditPublications).LocalNav())
            .Add(S["House documents"], "30", item => item.Id("documents").Action("Index", "HouseDocuments", Area).Permission(Permissions.EditPublications).LocalNav()));
        return ValueTask.CompletedTask;
    }
}

/// <summary>The readers' entries in the public menu.</summary>
public sealed class ReadersMenu(IStringLocalizer<EditorMenu> S) : NamedNavigationProvider("main")
{
    private const string Area = "PropertySuite.Documents";

    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["News"], "1", item => item.Id("main-news").AddClass("icon-bell").Action("Index", "NewsPages", Area).LocalNav())
            .Add(S["Documents"], "5", item => item.Id("main-documents").AddClass("icon-book").Action("Index", "Library", Area).LocalNav());
        return ValueTask.CompletedTask;
    }
}
