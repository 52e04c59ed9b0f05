using System.Globalization;
using System.Text;
using PropertySuite.Community.Buildings;

namespace PropertySuite.Community.Pictures;

/// <summary>The community's towers against the sky, drawn from the register (S10.2): so many, so high, with so many windows.</summary>
/// <remarks>Which windows are lit is ornament. Who is at home is nobody's business, so no data is behind it.</remarks>
public sealed record SkyPicture(IReadOnlyList<SkyTower> Towers)
{
    private const double Left = 560;
    private const double Right = 1086;
    private const double Ground = 330;
    private const double FloorHeight = 11.37;
    private const double Plinth = 46.2;
    private const int MostTowers = 8;
    private const int MostFloors = 20;

    /// <summary>Draws what stands above the ground; garages and the like are left out.</summary>
    public static SkyPicture Of(IEnumerable<BuildingIndex> buildings)
    {
        var standing = buildings.Where(building => building.TopFloor >= 2).Take(MostTowers).ToList();
        var step = (Right - Left) / Math.Max(6, standing.Count);
        return new SkyPicture([.. standing.Select((building, index) => Tower(building, Left + index * step, step * 0.66, index))]);
    }

    private static SkyTower Tower(BuildingIndex building, double x, double width, int index)
    {
        var floors = Math.Min(building.TopFloor - Math.Max(building.LowestFloor, 0) + 1, MostFloors);
        var doors = Math.Clamp(building.DoorsPerFloor, 1, 8);
        var height = Plinth + floors * FloorHeight;
        var top = Ground - height;
        var pitch = (width - 8) / doors;
        var (dark, lit) = (new StringBuilder(), new StringBuilder());
        for (var floor = 0; floor < floors; floor++)
        {
            for (var door = 0; door < doors; door++)
            {
                var pane = (floor * 5 + door * 3 + index * 7) % 11 < 2 ? lit : dark;
                pane.Append(CultureInfo.InvariantCulture, $"M{x + 4 + pitch * (door + 0.2):0.#} {top + 3.6 + floor * FloorHeight:0.#}h{pitch * 0.6:0.#}v5.1h-{pitch * 0.6:0.#}z");
            }
        }
        return new SkyTower(
            building.Code, Number(x), Number(top), Number(width), Number(height), Number(x + width / 2), Number(top - 7),
            index % 2 == 0 ? "t1" : "t2", dark.ToString(), lit.ToString());
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A tower of the picture; figures as SVG writes them.</summary>
public sealed record SkyTower(string Code, string X, string Y, string Width, string Height, string NameX, string NameY, string Look, string Panes, string LitPanes);
