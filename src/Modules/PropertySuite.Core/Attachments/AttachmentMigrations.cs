using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Core;

/// <summary>Tables of files.</summary>
public sealed class AttachmentMigrations : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AttachmentIndex>(table => table
            .Column<string>(nameof(AttachmentIndex.AttachmentId), column => column.Unique().WithLength(26))
            .Column<string>(nameof(AttachmentIndex.HeldKey), column => column.Unique().Nullable().WithLength(22))
            .Column<string>(nameof(AttachmentIndex.RecordId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(AttachmentIndex.Slot), column => column.WithLength(30))
            .Column<DateTime>(nameof(AttachmentIndex.AddedAtUtc)));
        await SchemaBuilder.AlterIndexTableAsync<AttachmentIndex>(table => table
            .CreateIndex("IDX_AttachmentIndex_Record", "DocumentId", nameof(AttachmentIndex.RecordId), nameof(AttachmentIndex.AddedAtUtc)));
        await SchemaBuilder.CreateMapIndexTableAsync<AttachmentContentIndex>(table => table
            .Column<string>(nameof(AttachmentContentIndex.Key), column => column.Unique().WithLength(40)));
        return 1;
    }
}
