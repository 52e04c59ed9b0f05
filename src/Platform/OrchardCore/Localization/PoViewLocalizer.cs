using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Platform.Localization;

/// <summary>The localizer of a view; its context is the view's path.</summary>
internal sealed class PoViewLocalizer(IHtmlLocalizerFactory factory) : IViewLocalizer, IViewContextAware
{
    private IHtmlLocalizer? _localizer;

    public LocalizedHtmlString this[string name] => Localizer[name];

    public LocalizedHtmlString this[string name, params object[] arguments] => Localizer[name, arguments];

    private IHtmlLocalizer Localizer => _localizer ??= factory.Create(string.Empty, string.Empty);

    public void Contextualize(ViewContext viewContext)
    {
        var path = viewContext.ExecutingFilePath;
        path = string.IsNullOrEmpty(path) ? viewContext.View?.Path ?? string.Empty : path;
        _localizer = factory.Create(Path.ChangeExtension(path, null), string.Empty);
    }

    public LocalizedString GetString(string name) => Localizer.GetString(name);

    public LocalizedString GetString(string name, params object[] arguments) => Localizer.GetString(name, arguments);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Localizer.GetAllStrings(includeParentCultures);
}
