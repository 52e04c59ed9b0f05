using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core;

/// <summary>Tables of history, number series and jobs.</summary>
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

        await CreateJobsAsync();
        return 2;
    }

    /// <summary>Jobs.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await CreateJobsAsync();
        return 2;
    }

    private async Task CreateJobsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<JobIndex>(table => table
            .Column<string>(nameof(JobIndex.JobId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(JobIndex.Kind), column => column.WithLength(60))
            .Column<string>(nameof(JobIndex.State), column => column.WithLength(10))
            .Column<string>(nameof(JobIndex.LiveKey), column => column.Unique().Nullable().WithLength(200))
            .Column<string>(nameof(JobIndex.OrderedById), column => column.WithLength(60))
            .Column<DateTime>(nameof(JobIndex.OrderedUtc))
            .Column<DateTime>(nameof(JobIndex.LookUtc), column => column.Nullable())
            .Column<DateTime>(nameof(JobIndex.EndedUtc), column => column.Nullable()));
        await SchemaBuilder.AlterIndexTableAsync<JobIndex>(table => table
            .CreateIndex("IDX_JobIndex_Look", "State", nameof(JobIndex.LookUtc)));
        await SchemaBuilder.AlterIndexTableAsync<JobIndex>(table => table
            .CreateIndex("IDX_JobIndex_Ended", nameof(JobIndex.EndedUtc)));
    }
}
