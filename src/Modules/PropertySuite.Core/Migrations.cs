using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core;

/// <summary>Tables of history and of number series.</summary>
public sealed class Migrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<HistoryIndex>(table => table
            .Column<string>(nameof(HistoryIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(HistoryIndex.Kind), column => column.WithLength(10))
            .Column<DateTime>(nameof(HistoryIndex.AtUtc)));
        await SchemaBuilder.AlterIndexTableAsync<HistoryIndex>(table => table
            .CreateIndex("IDX_HistoryIndex_Record", "DocumentId", nameof(HistoryIndex.RecordId), nameof(HistoryIndex.AtUtc)));

        await SchemaBuilder.CreateMapIndexTableAsync<NumberCounterIndex>(table => table
            .Column<string>(nameof(NumberCounterIndex.Series), column => column.Unique().WithLength(60)));

        return 1;
    }
}
