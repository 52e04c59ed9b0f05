#nullable enable
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Descriptors;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Display.Tables;

/// <summary>
/// The shape tables of a feature set, one per theme, shared by its tenants: templates and placement by the order of
/// the modules, the host's theme chain on top.
/// </summary>
internal sealed class SharedShapeTables(ModuleTemplates templates, IModuleFiles files, IHttpContextAccessor http)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ShapeTable>>> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="themeId">The theme; empty: none.</param>
    /// <param name="providers">Those that hold nothing of a tenant; the first caller's are used.</param>
    public Task<ShapeTable> GetAsync(string themeId, IReadOnlyList<IShapeTableProvider> providers) =>
        _tables.GetOrAdd(themeId, static (theme, state) => new(() => state.Self.BuildAsync(theme, state.providers)), (Self: this, providers)).Value;

    private async Task<ShapeTable> BuildAsync(string themeId, IReadOnlyList<IShapeTableProvider> providers)
    {
        var chain = templates.Chain(themeId);
        var assembly = new ShapeTableAssembly();
        foreach (var provider in providers)
        {
            if (!IsOfOtherTheme(provider, chain))
                await assembly.AddAsync(provider);
        }

        foreach (var module in templates.Modules)
        {
            if (!module.IsTheme)
                assembly.Add(module.Templates);
        }

        foreach (var module in templates.Modules)
        {
            if (!module.IsTheme)
                await AddPlacementAsync(assembly, module.Id);
        }

        foreach (var theme in chain)
        {
            if (templates.Modules.FirstOrDefault(m => string.Equals(m.Id, theme, StringComparison.OrdinalIgnoreCase)) is not { } module)
                continue;

            assembly.Add(module.Templates);
            await AddPlacementAsync(assembly, module.Id);
        }

        return assembly.Build();
    }

    private bool IsOfOtherTheme(IShapeTableProvider provider, IReadOnlyList<string> chain)
    {
        var name = provider.GetType().Assembly.GetName().Name;
        return templates.Modules.Any(m => m.IsTheme && m.Id == name) && !chain.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private async Task AddPlacementAsync(ShapeTableAssembly assembly, string moduleId)
    {
        var file = files.Of(moduleId).GetFileInfo("placement.json");
        if (!file.Exists)
            return;

        using var reader = new StreamReader(file.CreateReadStream());
        assembly.Add(PlacementFile.Parse(await reader.ReadToEndAsync(), moduleId + "/placement.json"), http);
    }
}
