namespace PropertySuite.Community.Contracts;

/// <summary>A unit as other modules name it: enough to show and to choose one, nothing personal.</summary>
/// <param name="Id">The content item id; stable for the life of the unit.</param>
/// <param name="Code">As on the door and in letters, <c>B-07-C</c>; unique among live units.</param>
/// <param name="BuildingName">As residents say it, "Tower B".</param>
/// <param name="Floor">0 is the ground floor, −1 the first below it.</param>
/// <param name="Layout">The type of flat, <c>T3</c>; null where the register does not say.</param>
public sealed record UnitSummary(
    string Id,
    string Code,
    string BuildingId,
    string BuildingCode,
    string BuildingName,
    int Floor,
    UnitKind Kind,
    string? Layout = null);
