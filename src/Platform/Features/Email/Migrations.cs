using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Tables of the outbox.</summary>
internal sealed class Migrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OutgoingMailIndex>(table => table
            .Column<string>(nameof(OutgoingMailIndex.MailId), column => column.WithLength(26))
            .Column<int>(nameof(OutgoingMailIndex.State))
            .Column<long>(nameof(OutgoingMailIndex.Turn))
            .Column<DateTime>(nameof(OutgoingMailIndex.DueUtc))
            .Column<string>(nameof(OutgoingMailIndex.Person))
            .Column<string>(nameof(OutgoingMailIndex.Recipients))
            .Column<string>(nameof(OutgoingMailIndex.Subject))
            .Column<string>(nameof(OutgoingMailIndex.Search))
            .Column<string>(nameof(OutgoingMailIndex.Sameness), column => column.WithLength(64))
            .Column<DateTime>(nameof(OutgoingMailIndex.CreatedUtc))
            .Column<DateTime?>(nameof(OutgoingMailIndex.EndedUtc))
            .Column<DateTime?>(nameof(OutgoingMailIndex.PurgeUtc))
            .Column<int>(nameof(OutgoingMailIndex.Attempts)));
        await SchemaBuilder.AlterIndexTableAsync<OutgoingMailIndex>(table =>
        {
            table.CreateIndex("IDX_OutgoingMailIndex_Due", "State", "DueUtc", "Turn");
            table.CreateIndex("IDX_OutgoingMailIndex_Person", "Person", "State", "Turn");
            table.CreateIndex("IDX_OutgoingMailIndex_Sameness", "Sameness", "CreatedUtc");
            table.CreateIndex("IDX_OutgoingMailIndex_MailId", "MailId");
            table.CreateIndex("IDX_OutgoingMailIndex_Purge", "PurgeUtc");
            table.CreateIndex("IDX_OutgoingMailIndex_Created", "CreatedUtc");
        });

        await SchemaBuilder.CreateMapIndexTableAsync<OutgoingMailContentIndex>(table => table
            .Column<string>(nameof(OutgoingMailContentIndex.MailId), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<OutgoingMailContentIndex>(table => table
            .CreateIndex("IDX_OutgoingMailContentIndex_MailId", "MailId"));
        await UpdateFrom1Async();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OutgoingMailAboutIndex>(table => table.Column<string>(nameof(OutgoingMailAboutIndex.About), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<OutgoingMailAboutIndex>(table => table.CreateIndex("IDX_OutgoingMailAboutIndex_About", nameof(OutgoingMailAboutIndex.About)));
        return 2;
    }
}
