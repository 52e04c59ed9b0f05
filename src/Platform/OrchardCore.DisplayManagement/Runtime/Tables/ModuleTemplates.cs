#nullable enable
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using OrchardCore.DisplayManagement.Manifest;
using OrchardCore.Environment.Extensions;
using PropertySuite.Platform.Display.Rendering;

namespace PropertySuite.Platform.Display.Tables;

/// <summary>A compiled view that shows a shape.</summary>
internal sealed record ShapeTemplate(string ShapeName, RazorTemplate Template);

/// <summary>
/// The shape templates of a feature set by module, in the order of the modules. Found by file name once, when the
/// first page of the feature set is asked for.
/// </summary>
internal sealed class ModuleTemplates
{
    private readonly IExtensionManager _extensions;

    public ModuleTemplates(ApplicationPartManager parts, IExtensionManager extensions)
    {
        _extensions = extensions;
        var modules = new List<ModuleEntry>();
        foreach (var part in parts.ApplicationParts)
        {
            if (part is IRazorCompiledItemProvider views)
                modules.Add(new ModuleEntry(part.Name, IsTheme(part.Name), [.. Templates(part.Name, views)]));
        }

        Modules = modules;
    }

    public IReadOnlyList<ModuleEntry> Modules { get; }

    /// <summary>The theme and those it is built on, the lowest first. Empty for no theme.</summary>
    public IReadOnlyList<string> Chain(string? themeId)
    {
        var chain = new List<string>();
        while (!string.IsNullOrEmpty(themeId) && !chain.Contains(themeId, StringComparer.OrdinalIgnoreCase))
        {
            chain.Insert(0, themeId);
            themeId = (_extensions.GetExtension(themeId).Manifest.ModuleInfo as ThemeAttribute)?.BaseTheme;
        }

        return chain;
    }

    private bool IsTheme(string moduleId) => string.Equals(_extensions.GetExtension(moduleId).Manifest?.Type, "Theme", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ShapeTemplate> Templates(string moduleId, IRazorCompiledItemProvider views)
    {
        var root = $"/Areas/{moduleId}/Views/";
        foreach (var item in views.CompiledItems)
        {
            var path = item.Identifier;
            if (!path.StartsWith(root, StringComparison.OrdinalIgnoreCase) || !path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase))
                continue;

            var local = path[root.Length..^".cshtml".Length];
            var slash = local.LastIndexOf('/');
            var folder = slash < 0 ? string.Empty : local[..slash];
            var file = local[(slash + 1)..];
            if (!file.StartsWith('_') && TemplateNames.IsShapeFolder(folder))
                yield return new ShapeTemplate(TemplateNames.ShapeName(folder, file), new RazorTemplate(path, item.Type));
        }
    }

    internal sealed record ModuleEntry(string Id, bool IsTheme, IReadOnlyList<ShapeTemplate> Templates);
}
