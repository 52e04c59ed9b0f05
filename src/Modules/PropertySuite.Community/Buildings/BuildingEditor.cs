namespace PropertySuite.Community.Buildings;

/// <summary>A building as its form holds it. Shape <c>BuildingPart_Edit</c>.</summary>
public class BuildingEditor
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public int LowestFloor { get; set; }

    public int TopFloor { get; set; }

    public int DoorsPerFloor { get; set; } = 1;

    public int Order { get; set; }
}
