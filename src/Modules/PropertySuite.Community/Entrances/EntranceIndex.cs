using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Community.Entrances;

/// <summary>A row for each entrance.</summary>
public sealed class EntranceIndex : MapIndex
{
    public string EntranceId { get; set; } = "";

    /// <summary>Unique, by the database.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public int SortOrder { get; set; }

    public bool IsClosed { get; set; }
}

public sealed class EntranceIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<EntranceIndex>().When(item => item.Latest && item.Has<EntrancePart>()).Map(Row);

    internal static EntranceIndex Row(ContentItem item)
    {
        var entrance = item.As<EntrancePart>()!;
        return new EntranceIndex
        {
            EntranceId = item.ContentItemId,
            Code = entrance.Code,
            Name = entrance.Name,
            SortOrder = entrance.Order,
            IsClosed = entrance.IsClosed,
        };
    }
}
