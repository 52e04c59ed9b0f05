using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core.Imports;

/// <summary>Tables of imports.</summary>
public sealed class ImportMigrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ImportRunIndex>(table => table
            .Column<string>(nameof(ImportRunIndex.RunId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(ImportRunIndex.ListId), column => column.WithLength(60))
            .Column<string>(nameof(ImportRunIndex.Batch), column => column.WithLength(60))
            .Column<DateTime>(nameof(ImportRunIndex.AtUtc))
            .Column<bool>(nameof(ImportRunIndex.IsUndone)));
        await SchemaBuilder.CreateMapIndexTableAsync<ImportedRecordsIndex>(table => table
            .Column<string>(nameof(ImportedRecordsIndex.RunId), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<ImportedRecordsIndex>(table => table
            .CreateIndex("IDX_ImportedRecordsIndex_Run", "DocumentId", nameof(ImportedRecordsIndex.RunId)));
        await SchemaBuilder.CreateMapIndexTableAsync<ImportDraftIndex>(table => table
            .Column<string>(nameof(ImportDraftIndex.DraftId), column => column.Unique().WithLength(26))
            .Column<DateTime>(nameof(ImportDraftIndex.AtUtc)));
        await UpdateFrom1Async();
        return 2;
    }

    /// <summary>Files that a job will import are told from those that somebody left.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<ImportDraftIndex>(table => table.AddColumn<DateTime?>(nameof(ImportDraftIndex.ForgetUtc)));
        return 2;
    }
}
