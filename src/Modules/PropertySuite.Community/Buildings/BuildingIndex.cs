using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Community.Buildings;

/// <summary>A row for each building.</summary>
public sealed class BuildingIndex : MapIndex
{
    public string BuildingId { get; set; } = "";

    /// <summary>Unique, by the database.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public int LowestFloor { get; set; }

    public int TopFloor { get; set; }

    public int DoorsPerFloor { get; set; }

    public int SortOrder { get; set; }
}

public sealed class BuildingIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<BuildingIndex>().When(item => item.Latest && item.Has<BuildingPart>()).Map(Row);

    internal static BuildingIndex Row(ContentItem item)
    {
        var building = item.As<BuildingPart>()!;
        return new BuildingIndex
        {
            BuildingId = item.ContentItemId,
            Code = building.Code,
            Name = building.Name,
            LowestFloor = building.LowestFloor,
            TopFloor = building.TopFloor,
            DoorsPerFloor = building.DoorsPerFloor,
            SortOrder = building.Order,
        };
    }
}
