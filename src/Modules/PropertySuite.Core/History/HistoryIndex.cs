using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>Finds the history of a record.</summary>
public sealed class HistoryIndex : MapIndex
{
    /// <summary>Content item id of the record.</summary>
    public string RecordId { get; set; } = "";

    /// <summary>Kind of record.</summary>
    public string Kind { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime AtUtc { get; set; }
}

/// <summary>Maps entries to rows.</summary>
public sealed class HistoryIndexProvider : IndexProvider<HistoryEntry>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<HistoryEntry> context) => context.For<HistoryIndex>()
        .Map(entry => new HistoryIndex { RecordId = entry.RecordId, Kind = entry.Kind, AtUtc = entry.AtUtc });
}
