#nullable enable
using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Descriptors;

namespace PropertySuite.Platform.Display.Tables;

/// <summary>
/// Gives a tenant its table: the shared one, or, where a provider was made with something of the tenant (its
/// constructor takes services), a copy with that provider's changes.
/// </summary>
internal sealed class ShapeTableManager(SharedShapeTables shared, IServiceScopeFactory scopes) : IShapeTableManager
{
    private readonly ConcurrentDictionary<string, Task<ShapeTable>> _tables = new(StringComparer.OrdinalIgnoreCase);

    public Task<ShapeTable> GetShapeTableAsync(string? themeId)
    {
        var key = themeId ?? string.Empty;
        return _tables.TryGetValue(key, out var known) && !known.IsFaulted ? known : _tables[key] = BuildAsync(key);
    }

    private async Task<ShapeTable> BuildAsync(string themeId)
    {
        using var scope = scopes.CreateScope();
        var providers = scope.ServiceProvider.GetServices<IShapeTableProvider>().ToArray();
        var table = await shared.GetAsync(themeId, [.. providers.Where(HoldsNothing)]);
        if (Array.TrueForAll(providers, HoldsNothing))
            return table;

        var own = new ShapeTableAssembly(table);
        foreach (var provider in providers)
        {
            if (!HoldsNothing(provider))
                await own.AddAsync(provider);
        }

        return own.Build();
    }

    private static bool HoldsNothing(IShapeTableProvider provider) =>
        provider is ISharedShapeTableProvider || provider.GetType().GetConstructors() is [{ } only] && only.GetParameters().Length == 0;
}

/// <summary>Says that a provider takes nothing of a tenant though its constructor has parameters.</summary>
internal interface ISharedShapeTableProvider : IShapeTableProvider
{
}
