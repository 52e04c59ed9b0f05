using YesSql.Indexes;

namespace PropertySuite.Core.Imports;

/// <summary>An import that was carried out: who, when, which file, what it did.</summary>
public sealed class ImportRun
{
    /// <summary>The batch of invented data, which is removed as one.</summary>
    public const string Demonstration = "demonstration";

    public long Id { get; set; }

    /// <summary>Id in addresses.</summary>
    public string RunId { get; set; } = "";

    public string ListId { get; set; } = "";

    public string FileName { get; set; } = "";

    /// <summary>What several imports belong to; null mostly.</summary>
    public string? Batch { get; set; }

    public string ByUserId { get; set; } = "";

    public string ByName { get; set; } = "";

    public DateTime AtUtc { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>The columns by heading, as they were chosen; offered again for the next file of the list.</summary>
    public Dictionary<string, string> Columns { get; set; } = [];

    public string? UndoneByName { get; set; }

    public DateTime? UndoneAtUtc { get; set; }

    /// <summary>Records that stayed when it was undone.</summary>
    public int Kept { get; set; }
}

/// <summary>A row for each import.</summary>
public sealed class ImportRunIndex : MapIndex
{
    public string RunId { get; set; } = "";

    public string ListId { get; set; } = "";

    public string? Batch { get; set; }

    public DateTime AtUtc { get; set; }

    public bool IsUndone { get; set; }
}

/// <summary>What an import did to records, some hundred of them in one document.</summary>
public sealed class ImportedRecords
{
    /// <summary>Records in one document.</summary>
    public const int Portion = 500;

    public long Id { get; set; }

    public string RunId { get; set; } = "";

    public List<ImportedRecord> Records { get; set; } = [];
}

/// <summary>What an import did to a record.</summary>
/// <param name="ItemId">Id of the record.</param>
/// <param name="After">Mark of what the import left (<see cref="OpenedVersion"/>): another one says that somebody has changed it since.</param>
/// <param name="Before">The record as it was, as JSON; null when the import added it.</param>
public sealed record ImportedRecord(string ItemId, string After, string? Before = null);

/// <summary>A row for each document of records.</summary>
public sealed class ImportedRecordsIndex : MapIndex
{
    public string RunId { get; set; } = "";
}

/// <summary>A file that waits for its import. It is gone with the import, or after a day, since it holds people's data.</summary>
public sealed class ImportDraft
{
    public long Id { get; set; }

    public string DraftId { get; set; } = "";

    public string ListId { get; set; } = "";

    public string FileName { get; set; } = "";

    public byte[] File { get; set; } = [];

    public string? Sheet { get; set; }

    public Dictionary<string, string>? Columns { get; set; }

    /// <summary>What the import belongs to; null mostly.</summary>
    public string? Batch { get; set; }

    /// <summary>Days by which the file's moments are moved.</summary>
    public int ShiftDays { get; set; }

    /// <summary>The part of the file that counts.</summary>
    public ImportPart Part { get; set; }

    public string ByUserId { get; set; } = "";

    public DateTime AtUtc { get; set; }

    /// <summary>Whether a job imports it: then it is kept as long as jobs are.</summary>
    public bool IsOrdered { get; set; }
}

/// <summary>A row for each waiting file.</summary>
public sealed class ImportDraftIndex : MapIndex
{
    public string DraftId { get; set; } = "";

    public DateTime AtUtc { get; set; }

    /// <summary>When it is thrown away, UTC.</summary>
    public DateTime? ForgetUtc { get; set; }
}

/// <summary>Maps the documents of imports to rows.</summary>
public sealed class ImportIndexProvider : IndexProvider<ImportRun>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ImportRun> context) => context.For<ImportRunIndex>().Map(run => new ImportRunIndex
    {
        RunId = run.RunId,
        ListId = run.ListId,
        Batch = run.Batch,
        AtUtc = run.AtUtc,
        IsUndone = run.UndoneAtUtc is not null,
    });
}

/// <summary>Maps what imports did.</summary>
public sealed class ImportedRecordsIndexProvider : IndexProvider<ImportedRecords>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ImportedRecords> context) =>
        context.For<ImportedRecordsIndex>().Map(records => new ImportedRecordsIndex { RunId = records.RunId });
}

/// <summary>Maps waiting files.</summary>
public sealed class ImportDraftIndexProvider : IndexProvider<ImportDraft>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ImportDraft> context) =>
        context.For<ImportDraftIndex>().Map(draft => new ImportDraftIndex { DraftId = draft.DraftId, AtUtc = draft.AtUtc, ForgetUtc = draft.AtUtc + (draft.IsOrdered ? JobWork.Kept : ImportTimer.Kept) });
}
