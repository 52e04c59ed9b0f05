using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Shapes;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Descriptors;

/// <summary>Where a shape goes, and what else a placement says about it.</summary>
public class PlacementInfo
{
    public const string HiddenLocation = "-";
    public const char PositionDelimiter = ':';
    public const char TabDelimiter = '#';
    public const char GroupDelimiter = '@';
    public const char CardDelimiter = '%';
    public const char ColumnDelimiter = '|';

    /// <summary><c>[/]Zone[.Sub…][:position][#Tab][%Card][|Column][@group]</c>; null: the driver decides.</summary>
    public string Location { get; set; }

    /// <summary>Where this was said, for diagnostics.</summary>
    public string Source { get; set; }

    /// <summary>A type to show instead of the shape's own; null: its own.</summary>
    public string ShapeType { get; set; }

    public string DefaultPosition { get; set; }

    public AlternatesCollection Alternates { get; set; }

    public AlternatesCollection Wrappers { get; set; }

    private Place Parsed => Place.Parse(Location ?? string.Empty);

    public bool IsLayoutZone() => Parsed.IsLayoutZone;

    public bool IsHidden() => Parsed.IsHidden;

    public string[] GetZones() => Parsed.Zones;

    /// <summary>The position; the default one when the location has none; empty when there is neither.</summary>
    public string GetPosition() => Parsed.Position.Length > 0 ? Parsed.Position : DefaultPosition ?? string.Empty;

    public string GetTab() => Parsed.Tab ?? string.Empty;

    /// <summary>The group; null when the location has none.</summary>
    public string GetGroup() => Parsed.Group;

    public string GetCard() => Parsed.Card;

    public string GetColumn() => Parsed.Column;
}

/// <summary>What a placement may look at.</summary>
public class ShapePlacementContext
{
    public ShapePlacementContext()
    {
    }

    public ShapePlacementContext(string shapeType, string displayType, string differentiator, IShape zoneShape)
    {
        ShapeType = shapeType;
        DisplayType = displayType;
        Differentiator = differentiator;
        ZoneShape = zoneShape;
    }

    /// <summary>The shape into whose zones it would go, such as the content item's.</summary>
    public IShape ZoneShape { get; set; }

    public string ShapeType { get; set; }

    public string DisplayType { get; set; }

    public string Differentiator { get; set; }

    public string Source { get; set; }
}

/// <summary>A source of placement besides the shape table. The last one that answers wins.</summary>
public interface IShapePlacementProvider
{
    Task<IPlacementInfoResolver> BuildPlacementInfoResolverAsync(IBuildShapeContext context);
}

public interface IPlacementInfoResolver
{
    /// <returns>Null when it has no opinion.</returns>
    PlacementInfo ResolvePlacement(ShapePlacementContext placementContext);
}

/// <summary>Marks a class with methods that show shapes (<see cref="ShapeAttribute"/>).</summary>
public interface IShapeAttributeProvider
{
}
