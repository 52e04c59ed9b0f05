using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core.Queues;

/// <summary>Table of what waits.</summary>
public sealed class QueueMigrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<QueueIndex>(table => table
            .Column<string>(nameof(QueueIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(QueueIndex.Kind), column => column.WithLength(10))
            .Column<string>(nameof(QueueIndex.Number), column => column.WithLength(40))
            .Column<string>(nameof(QueueIndex.Subject), column => column.WithLength(160))
            .Column<string>(nameof(QueueIndex.State), column => column.WithLength(30))
            .Column<string>(nameof(QueueIndex.AssigneeId), column => column.Nullable().WithLength(60))
            .Column<string>(nameof(QueueIndex.AssigneeName), column => column.Nullable().WithLength(120))
            .Column<string>(nameof(QueueIndex.Team), column => column.Nullable().WithLength(60))
            .Column<DateTime>(nameof(QueueIndex.DueAtUtc), column => column.Nullable())
            .Column<DateTime>(nameof(QueueIndex.SortUtc))
            .Column<string>(nameof(QueueIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(QueueIndex.UnitCode), column => column.Nullable().WithLength(30))
            .Column<string>(nameof(QueueIndex.Search), column => column.WithLength(240)));
        await SchemaBuilder.AlterIndexTableAsync<QueueIndex>(table =>
        {
            table.CreateIndex("IDX_QueueIndex_Record", "DocumentId", nameof(QueueIndex.RecordId));
            table.CreateIndex("IDX_QueueIndex_Assignee", nameof(QueueIndex.AssigneeId), nameof(QueueIndex.SortUtc));
            table.CreateIndex("IDX_QueueIndex_Team", nameof(QueueIndex.Team), nameof(QueueIndex.SortUtc));
            table.CreateIndex("IDX_QueueIndex_Due", nameof(QueueIndex.SortUtc));
        });
        return 1;
    }
}
