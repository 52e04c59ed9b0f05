#nullable enable
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Theming;

namespace PropertySuite.Platform.Display.Building;

/// <summary>Gives contexts the way to ask where a shape goes: the theme's table, then other sources, the last answer winning.</summary>
internal sealed class PlacementLookup(IShapeTableManager tables, IThemeManager themes, IEnumerable<IShapePlacementProvider> providers)
{
    private readonly IShapePlacementProvider[] _providers = [.. providers];

    public async Task BindAsync(BuildShapeContext context)
    {
        var table = await tables.GetShapeTableAsync((await themes.GetThemeAsync())?.Id!);
        if (_providers.Length == 0)
        {
            context.FindPlacement = (shapeType, differentiator, displayType, c) => FromTable(table, shapeType, differentiator, displayType, c);
            return;
        }

        var resolvers = new List<IPlacementInfoResolver>();
        foreach (var provider in _providers)
        {
            if (await provider.BuildPlacementInfoResolverAsync(context) is { } resolver)
                resolvers.Add(resolver);
        }

        context.FindPlacement = (shapeType, differentiator, displayType, c) =>
        {
            var info = FromTable(table, shapeType, differentiator, displayType, c);
            foreach (var resolver in resolvers)
            {
                if (resolver.ResolvePlacement(new ShapePlacementContext(shapeType, displayType, differentiator, c.Shape)) is { } other)
                    info = PlacementMerge.Over(info, other);
            }

            return info!;
        };
    }

    private static PlacementInfo FromTable(ShapeTable table, string shapeType, string differentiator, string displayType, IBuildShapeContext context)
    {
        var delimiter = shapeType.IndexOf("__", StringComparison.Ordinal);
        var type = delimiter < 0 ? shapeType : shapeType[..delimiter];
        return table.Descriptors.TryGetValue(type, out var descriptor) && descriptor.HasPlacement
            ? descriptor.Placement(new ShapePlacementContext(shapeType, displayType, differentiator, context.Shape))
            : null!;
    }
}
