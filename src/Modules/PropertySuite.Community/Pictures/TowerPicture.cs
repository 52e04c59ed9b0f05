using System.Globalization;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Units;

namespace PropertySuite.Community.Pictures;

/// <summary>A building's doors as a small picture in which one unit is marked (S10.1). Always shown with its name as text.</summary>
/// <param name="Doors">One for each door as built.</param>
/// <param name="Height">Of the drawing; its width is <see cref="Width"/>.</param>
public sealed record TowerPicture(string BuildingName, int Floors, int Floor, IReadOnlyList<TowerDoor> Doors, string Height)
{
    public const int Width = 44;

    private const double Step = 5.6;

    /// <summary>Draws a building, with the unit's door marked where it is known.</summary>
    public static TowerPicture Of(BuildingIndex building, UnitPart unit)
    {
        var perFloor = Math.Max(1, building.DoorsPerFloor);
        var wide = (double)Width / perFloor;
        var floors = building.TopFloor - building.LowestFloor + 1;
        var column = unit.Door.Length == 1 ? char.ToUpperInvariant(unit.Door[0]) - 'A' : -1;
        var doors =
            from floor in Enumerable.Range(0, floors).Select(below => building.TopFloor - below)
            from door in Enumerable.Range(0, perFloor)
            let mine = floor == unit.Floor && (door == column || column < 0 || column >= perFloor)
            select new TowerDoor(Number(0.5 + door * wide), Number(0.5 + (building.TopFloor - floor) * Step), Number(wide - 1.4), mine ? "me" : "f");
        return new TowerPicture(building.Name, floors, unit.Floor, [.. doors], Number(floors * Step + 0.5));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A door of the picture; figures as SVG writes them.</summary>
/// <param name="Look"><c>me</c> for the unit itself, <c>f</c> for the others.</param>
public sealed record TowerDoor(string X, string Y, string Width, string Look);
