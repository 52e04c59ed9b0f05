using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>A badge as it is found.</summary>
public sealed class BadgeIndex : MapIndex
{
    public string BadgeId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    public string? Zone { get; set; }

    public bool EscortRequired { get; set; }

    public bool Lost { get; set; }
}

/// <summary>Maps badges to rows.</summary>
public sealed class BadgeIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<BadgeIndex>()
        .When(item => item.ContentType == VisitTypes.Badge && item.Latest)
        .Map(item =>
        {
            var badge = item.GetOrCreate<BadgePart>();
            return new BadgeIndex
            {
                BadgeId = item.ContentItemId,
                Number = badge.Number,
                Zone = badge.Zone,
                EscortRequired = badge.EscortRequired,
                Lost = badge.LostAtUtc is not null,
            };
        });
}
