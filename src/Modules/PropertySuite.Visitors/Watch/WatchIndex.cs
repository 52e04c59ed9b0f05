using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>An entry of the watch list as it is found.</summary>
public sealed class WatchIndex : MapIndex
{
    public string EntryId { get; set; } = "";

    public string State { get; set; } = "";

    public string Level { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? Name { get; set; }

    public string? DocumentHash { get; set; }

    public string? Plate { get; set; }

    public string? UnitId { get; set; }

    public string? UnitCode { get; set; }

    public string ProposedByName { get; set; } = "";

    /// <summary>Day after the last one, midnight UTC by name only: a day of the community.</summary>
    public DateTime? EndsOn { get; set; }

    public DateTime ReviewOn { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps entries to rows.</summary>
public sealed class WatchIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<WatchIndex>()
        .When(item => item.ContentType == VisitTypes.WatchEntry && item.Latest)
        .Map(item =>
        {
            var entry = item.GetOrCreate<WatchEntryPart>();
            return new WatchIndex
            {
                EntryId = item.ContentItemId,
                State = entry.State.ToString(),
                Level = entry.Level.ToString(),
                Kind = entry.Kind.ToString(),
                Name = entry.Who.Name,
                DocumentHash = entry.Who.DocumentHash,
                Plate = entry.Who.Plate,
                UnitId = entry.UnitId,
                UnitCode = entry.UnitCode,
                ProposedByName = entry.ProposedByName,
                EndsOn = entry.ExpiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                ReviewOn = entry.ReviewOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                Search = SearchText.Fold(entry.Who.Name, entry.Who.Plate, entry.UnitCode),
            };
        });
}
