using PropertySuite.Community.Buildings;
using PropertySuite.Community.Units;

namespace PropertySuite.Community.Pictures;

/// <summary>A building floor by floor, each unit with its state as word, shape and colour (REG-19).</summary>
/// <param name="Floors">From the top down.</param>
public sealed record StructurePicture(string BuildingId, string Name, IReadOnlyList<StructureFloor> Floors)
{
    /// <summary>How many units are in each state, for the legend.</summary>
    public IReadOnlyDictionary<UnitState, int> Counts { get; } = Floors
        .SelectMany(floor => floor.Units).CountBy(unit => unit.State).ToDictionary();

    /// <summary>Puts the units on their floors; floors without registered units are left out.</summary>
    public static StructurePicture Of(BuildingIndex building, IEnumerable<UnitIndex> units, IReadOnlyDictionary<string, UnitState> states) => new(
        building.BuildingId,
        building.Name,
        [.. units.GroupBy(unit => unit.Floor).OrderByDescending(floor => floor.Key).Select(floor => new StructureFloor(
            floor.Key,
            [.. floor.OrderBy(unit => unit.Code, StringComparer.Ordinal)
                .Select(unit => new StructureUnit(unit.UnitId, unit.Code, unit.Door, states.GetValueOrDefault(unit.UnitId, UnitState.Vacant)))]))]);
}

/// <param name="Floor">0 is the ground floor.</param>
public sealed record StructureFloor(int Floor, IReadOnlyList<StructureUnit> Units);

public sealed record StructureUnit(string UnitId, string Code, string Door, UnitState State);
