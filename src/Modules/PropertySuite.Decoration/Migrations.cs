using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Decoration;

/// <summary>Content type and index table, in numbered steps.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(PermitPart), part => part.WithDescription("What makes an item works in a unit."));
        await definitions.AlterTypeDefinitionAsync(PermitPart.ContentType, type => type.DisplayedAs("Works in a unit").Securable().WithPart(nameof(PermitPart)));

        await SchemaBuilder.CreateMapIndexTableAsync<PermitIndex>(table => table
            .Column<string>(nameof(PermitIndex.PermitId), column => column.WithLength(26))
            .Column<string>(nameof(PermitIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(PermitIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(PermitIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(PermitIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(PermitIndex.ApplicantId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(PermitIndex.ApplicantName), column => column.WithLength(120))
            .Column<string>(nameof(PermitIndex.Contractor), column => column.WithLength(120))
            .Column<DateTime>(nameof(PermitIndex.BegunAtUtc))
            .Column<DateTime>(nameof(PermitIndex.FromDay))
            .Column<DateTime>(nameof(PermitIndex.LastDay))
            .Column<DateTime>(nameof(PermitIndex.DueAtUtc), column => column.Nullable())
            .Column<DateTime>(nameof(PermitIndex.ClockAtUtc), column => column.Nullable())
            .Column<int>(nameof(PermitIndex.OpenViolations))
            .Column<string>(nameof(PermitIndex.Search), column => column.WithLength(255))
            .Column<string>(nameof(PermitIndex.OpenUnitKey), column => column.Unique().Nullable().WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<PermitIndex>(table =>
        {
            table.CreateIndex("IDX_PermitIndex_Document", "DocumentId", nameof(PermitIndex.PermitId));
            table.CreateIndex("IDX_PermitIndex_State", nameof(PermitIndex.State), nameof(PermitIndex.LastDay));
            table.CreateIndex("IDX_PermitIndex_Unit", nameof(PermitIndex.UnitId), nameof(PermitIndex.BegunAtUtc));
            table.CreateIndex("IDX_PermitIndex_Clock", nameof(PermitIndex.ClockAtUtc));
        });
        return 1;
    }
}
