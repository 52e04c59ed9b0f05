using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Core.Queues;

/// <summary>Row of what waits, of every kind. A record for which nothing is to do has none.</summary>
public sealed class QueueIndex : MapIndex
{
    /// <summary>Content item id of the record.</summary>
    public string RecordId { get; set; } = "";

    /// <summary>Id of the kind (<see cref="QueuedKind.Id"/>).</summary>
    public string Kind { get; set; } = "";

    /// <summary>Number of the record.</summary>
    public string Number { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Name of its state.</summary>
    public string State { get; set; } = "";

    /// <summary>User id of who works on it; null when nobody does.</summary>
    public string? AssigneeId { get; set; }

    /// <summary>Name of who works on it; null when nobody does.</summary>
    public string? AssigneeName { get; set; }

    /// <summary>Role whose queue it is in; null for none.</summary>
    public string? Team { get; set; }

    /// <summary>When the next thing is due, UTC; null when nothing is.</summary>
    public DateTime? DueAtUtc { get; set; }

    /// <summary>The same for sorting: what has no deadline comes last.</summary>
    public DateTime SortUtc { get; set; }

    /// <summary>Unit; null for none.</summary>
    public string? UnitId { get; set; }

    /// <summary>Code of the unit; null for none.</summary>
    public string? UnitCode { get; set; }

    /// <summary>Number, subject and unit as they are searched (<see cref="SearchText.Fold"/>).</summary>
    public string Search { get; set; } = "";
}

/// <summary>Maps whatever implements <see cref="IQueued"/> to rows.</summary>
public sealed class QueueIndexProvider : IndexProvider<ContentItem>
{
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, QueuedKind> _kinds;

    /// <summary>Describes the kinds that are registered.</summary>
    public QueueIndexProvider(IEnumerable<QueuedKind> kinds) => _kinds = kinds.ToDictionary(kind => kind.ContentType, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<QueueIndex>()
        .When(item => item.Latest && _kinds.ContainsKey(item.ContentType))
        .Map(item => _kinds[item.ContentType] is var kind && kind.Read(item) is { } entry ? [Row(item.ContentItemId, kind.Id, entry)] : Array.Empty<QueueIndex>());

    private static QueueIndex Row(string recordId, string kind, QueueEntry entry) => new()
    {
        RecordId = recordId,
        Kind = kind,
        Number = entry.Number,
        Subject = Cut(entry.Subject, 160),
        State = entry.State,
        AssigneeId = entry.AssigneeId,
        AssigneeName = entry.AssigneeName,
        Team = entry.Team,
        DueAtUtc = entry.DueAtUtc,
        SortUtc = entry.DueAtUtc ?? Never,
        UnitId = entry.UnitId,
        UnitCode = entry.UnitCode,
        Search = Cut(SearchText.Fold(entry.Number, entry.Subject, entry.UnitCode, entry.UnitCode?.Replace("-", "", StringComparison.Ordinal)), 240),
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
