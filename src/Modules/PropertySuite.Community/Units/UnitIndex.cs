using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Community.Units;

/// <summary>A row for each unit.</summary>
public sealed class UnitIndex : MapIndex
{
    public string UnitId { get; set; } = "";

    public string Code { get; set; } = "";

    /// <summary>The code while the unit is live, null once it is closed; unique, by the database.</summary>
    public string? LiveCode { get; set; }

    /// <summary>The code without hyphens and case, <c>b07c</c>.</summary>
    public string SearchCode { get; set; } = "";

    public string BuildingId { get; set; } = "";

    public int Floor { get; set; }

    public string Door { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? Layout { get; set; }

    public string Stage { get; set; } = "";

    public bool HasWorks { get; set; }
}

public sealed class UnitIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<UnitIndex>().When(item => item.Latest && item.Has<UnitPart>()).Map(Row);

    internal static UnitIndex Row(ContentItem item)
    {
        var unit = item.As<UnitPart>()!;
        return new UnitIndex
        {
            UnitId = item.ContentItemId,
            Code = unit.Code,
            LiveCode = unit.IsLive ? unit.Code : null,
            SearchCode = UnitSearch.Key(unit.Code),
            BuildingId = unit.BuildingId,
            Floor = unit.Floor,
            Door = unit.Door,
            Kind = unit.Kind.ToString(),
            Layout = unit.Layout,
            Stage = unit.Stage.ToString(),
            HasWorks = unit.WorksSince is not null,
        };
    }
}
