#nullable enable
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Zones;

namespace PropertySuite.Platform.Display.Themes;

internal sealed class LayoutAccessor(IShapeFactory shapes) : ILayoutAccessor
{
    private IZoneHolding? _layout;

    public async Task<IZoneHolding> GetLayoutAsync()
    {
        if (_layout is not null)
            return _layout;

        var layout = await shapes.CreateAsync("Layout", () => new ValueTask<IShape>(new ZoneHolding(() => shapes.CreateAsync("Zone"))));
        return _layout = layout as IZoneHolding ?? throw new InvalidOperationException("The layout shape must hold zones.");
    }
}
