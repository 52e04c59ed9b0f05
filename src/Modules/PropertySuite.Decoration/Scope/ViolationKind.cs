namespace PropertySuite.Decoration;

/// <summary>An entry of the catalogue of violations (DEC-15).</summary>
/// <param name="Code">Stable code; kept with each violation.</param>
/// <param name="Name">English name.</param>
/// <param name="Fine">Fine in the community's currency; 0 for none.</param>
/// <param name="CureDays">Days to put it right.</param>
/// <param name="StopsWork">Whether works stop at once.</param>
public sealed record ViolationKind(string Code, string Name, decimal Fine, int CureDays, bool StopsWork)
{
    /// <summary>The catalogue.</summary>
    public static readonly IReadOnlyList<ViolationKind> Catalogue =
    [
        new("bearing-wall", "A wall that carries was touched", 600, 3, true),
        new("opening", "An opening was made larger", 300, 5, true),
        new("wet-room", "A wet room was moved over a living room", 300, 5, true),
        new("gas", "A gas pipe was touched", 600, 1, true),
        new("facade", "The facade was changed", 200, 10, false),
        new("outdoor-unit", "Air conditioning outside its place", 100, 10, false),
        new("load", "More load than permitted", 100, 3, false),
        new("drains", "Drains blocked", 100, 1, false),
        new("rubbish", "Rubbish in stairs or lifts", 40, 1, false),
        new("hours", "Work outside the hours", 60, 0, false),
        new("passes", "Workers without a pass", 40, 0, false),
        new("hot-work", "Hot work without a permit", 150, 0, true),
        new("site-people", "Children or animals on the site", 0, 0, false),
        new("lift", "Damage to a lift", 85, 5, false),
    ];

    /// <summary>The entry with this code; null when the catalogue has none.</summary>
    public static ViolationKind? Find(string? code) => Catalogue.FirstOrDefault(kind => kind.Code == code);
}
