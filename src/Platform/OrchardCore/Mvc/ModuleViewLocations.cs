using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Mvc;

/// <summary>
/// Where a view is looked for: the current theme's override, the theme it is built on, the module's own views, shared
/// views of the theme, then shared views of every enabled module, the last one first.
/// </summary>
internal sealed class ModuleViewLocations(FeatureSet set) : IViewLocationExpander
{
    private const string Theme = "theme";
    private const string Module = "module";

    private readonly Dictionary<string, ModuleInfo> _modules = set.Features.Select(feature => feature.Module).Distinct().ToDictionary(module => module.Id, StringComparer.OrdinalIgnoreCase);
    private readonly string[] _shared = [.. set.Features.Select(feature => feature.Module).Distinct().Where(module => !module.IsTheme).Reverse().Select(module => $"/Areas/{module.Id}/Views/Shared/{{0}}.cshtml")];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        context.Values[Theme] = CurrentTheme.Of(context.ActionContext.HttpContext) ?? string.Empty;
        context.Values[Module] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor action
            ? action.ControllerTypeInfo.Assembly.GetName().Name
            : context.AreaName;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var area = context.AreaName ?? string.Empty;
        var module = context.Values[Module] ?? area;
        var themes = ThemesOf(context.Values[Theme]);
        return
        [
            .. themes.SelectMany(theme => (string[])[$"/Areas/{theme}/Views/{{2}}/{{1}}/{{0}}.cshtml", $"/Areas/{theme}/Views/{{2}}/Shared/{{0}}.cshtml"]),
            .. OwnOf(module, area),
            .. themes.Select(theme => $"/Areas/{theme}/Views/Shared/{{0}}.cshtml"),
            .. _shared,
            .. viewLocations,
        ];
    }

    // A module that holds several areas keeps the views of each in a folder of the area's last name.
    private static string[] OwnOf(string module, string area)
    {
        if (module.Equals(area, StringComparison.OrdinalIgnoreCase) || area.Length == 0)
            return [$"/Areas/{module}/Views/{{1}}/{{0}}.cshtml", $"/Areas/{module}/Views/Shared/{{0}}.cshtml"];

        const string Stock = "OrchardCore.";
        var folder = area.StartsWith(Stock, StringComparison.OrdinalIgnoreCase) ? area[Stock.Length..] : area;
        return
        [
            $"/Areas/{module}/Views/{folder}/{{1}}/{{0}}.cshtml",
            $"/Areas/{module}/Views/{folder}/Shared/{{0}}.cshtml",
            $"/Areas/{module}/Views/{{1}}/{{0}}.cshtml",
            $"/Areas/{module}/Views/Shared/{{0}}.cshtml",
        ];
    }

    private List<string> ThemesOf(string? id)
    {
        var themes = new List<string>();
        while (id is { Length: > 0 } && _modules.TryGetValue(id, out var theme) && !themes.Contains(theme.Id))
        {
            themes.Add(theme.Id);
            id = theme.BaseTheme;
        }

        return themes;
    }
}
