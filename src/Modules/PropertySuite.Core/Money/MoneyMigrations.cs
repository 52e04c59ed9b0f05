using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core;

/// <summary>Tables of demands, entries and papers.</summary>
public sealed class MoneyMigrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DemandIndex>(table => table
            .Column<string>(nameof(DemandIndex.DemandId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(DemandIndex.Key), column => column.Unique().WithLength(120))
            .Column<string>(nameof(DemandIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(DemandIndex.RecordNumber), column => column.WithLength(40))
            .Column<string>(nameof(DemandIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(DemandIndex.PersonId), column => column.WithLength(26))
            .Column<string>(nameof(DemandIndex.PayerName), column => column.WithLength(120))
            .Column<string>(nameof(DemandIndex.Kind), column => column.WithLength(10))
            .Column<string>(nameof(DemandIndex.State), column => column.WithLength(10))
            .Column<string>(nameof(DemandIndex.Currency), column => column.WithLength(3))
            .Column<long>(nameof(DemandIndex.Amount))
            .Column<long>(nameof(DemandIndex.Open))
            .Column<long>(nameof(DemandIndex.Held))
            .Column<DateTime>(nameof(DemandIndex.DueOn), column => column.Nullable())
            .Column<DateTime>(nameof(DemandIndex.AtUtc))
            .Column<string>(nameof(DemandIndex.Search), column => column.WithLength(255))
            .Column<string>(nameof(DemandIndex.PurposeContext), column => column.WithLength(120))
            .Column<string>(nameof(DemandIndex.PurposeText), column => column.WithLength(200))
            .Column<string>(nameof(DemandIndex.PurposeArguments), column => column.WithLength(200)));
        await SchemaBuilder.AlterIndexTableAsync<DemandIndex>(table =>
        {
            table.CreateIndex("IDX_DemandIndex_Record", nameof(DemandIndex.RecordId));
            table.CreateIndex("IDX_DemandIndex_State", nameof(DemandIndex.State), nameof(DemandIndex.DueOn));
            table.CreateIndex("IDX_DemandIndex_Held", nameof(DemandIndex.Kind), nameof(DemandIndex.Held));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<MoneyEntryIndex>(table => table
            .Column<string>(nameof(MoneyEntryIndex.EntryId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(MoneyEntryIndex.Key), column => column.Unique().WithLength(120))
            .Column<string>(nameof(MoneyEntryIndex.Reverses), column => column.Unique().Nullable().WithLength(26))
            .Column<string>(nameof(MoneyEntryIndex.DemandId), column => column.WithLength(26))
            .Column<string>(nameof(MoneyEntryIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(MoneyEntryIndex.Kind), column => column.WithLength(10))
            .Column<DateTime>(nameof(MoneyEntryIndex.AtUtc)));
        await SchemaBuilder.AlterIndexTableAsync<MoneyEntryIndex>(table => table
            .CreateIndex("IDX_MoneyEntryIndex_Demand", nameof(MoneyEntryIndex.DemandId), nameof(MoneyEntryIndex.AtUtc)));

        await SchemaBuilder.CreateMapIndexTableAsync<PaperIndex>(table => table
            .Column<string>(nameof(PaperIndex.PaperId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(PaperIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(PaperIndex.SecretHash), column => column.Unique().WithLength(43))
            .Column<string>(nameof(PaperIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(PaperIndex.Kind), column => column.WithLength(40))
            .Column<DateTime>(nameof(PaperIndex.AtUtc)));
        await SchemaBuilder.AlterIndexTableAsync<PaperIndex>(table => table
            .CreateIndex("IDX_PaperIndex_Record", nameof(PaperIndex.RecordId), nameof(PaperIndex.AtUtc)));
        return 1;
    }
}
