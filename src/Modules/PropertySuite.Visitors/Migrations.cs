using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Visitors;

/// <summary>Content types and index tables, in numbered steps.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(VisitPart), part => part.WithDescription("What makes an item a visit."));
        await definitions.AlterPartDefinitionAsync(nameof(BadgePart), part => part.WithDescription("What makes an item a visitor's badge."));

        // Neither draftable nor versionable: history keeps what happened.
        await definitions.AlterTypeDefinitionAsync(VisitTypes.Visit, type => type.DisplayedAs("Visit").Securable().WithPart(nameof(VisitPart)));
        await definitions.AlterTypeDefinitionAsync(VisitTypes.Badge, type => type.DisplayedAs("Badge").Securable().WithPart(nameof(BadgePart)));

        await SchemaBuilder.CreateMapIndexTableAsync<VisitIndex>(table => table
            .Column<string>(nameof(VisitIndex.VisitId), column => column.WithLength(26))
            .Column<string>(nameof(VisitIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(VisitIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(VisitIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(VisitIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(VisitIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(VisitIndex.HostId), column => column.WithLength(26))
            .Column<string>(nameof(VisitIndex.VisitorName), column => column.WithLength(120))
            .Column<int>(nameof(VisitIndex.Persons))
            .Column<string>(nameof(VisitIndex.Plate), column => column.WithLength(20))
            .Column<DateTime>(nameof(VisitIndex.FromUtc))
            .Column<DateTime>(nameof(VisitIndex.UntilUtc))
            .Column<DateTime>(nameof(VisitIndex.AdmittedUntilUtc))
            .Column<bool>(nameof(VisitIndex.OnSite))
            .Column<DateTime>(nameof(VisitIndex.AdmittedAtUtc), column => column.Nullable())
            .Column<DateTime>(nameof(VisitIndex.LeftAtUtc), column => column.Nullable())
            .Column<string>(nameof(VisitIndex.GateName), column => column.WithLength(80))
            .Column<string>(nameof(VisitIndex.BadgeNumber), column => column.WithLength(10))
            .Column<string>(nameof(VisitIndex.Search), column => column.WithLength(255))
            .Column<string>(nameof(VisitIndex.LiveBadgeKey), column => column.Unique().Nullable().WithLength(26))
            .Column<string>(nameof(VisitIndex.LiveCodeKey), column => column.Unique().Nullable().WithLength(20))
            .Column<string>(nameof(VisitIndex.PassId), column => column.Unique().Nullable().WithLength(22))
            .Column<string>(nameof(VisitIndex.LinkHash), column => column.Unique().Nullable().WithLength(43)));
        await SchemaBuilder.AlterIndexTableAsync<VisitIndex>(table =>
        {
            table.CreateIndex("IDX_VisitIndex_Document", "DocumentId", nameof(VisitIndex.VisitId));
            table.CreateIndex("IDX_VisitIndex_OnSite", nameof(VisitIndex.OnSite), nameof(VisitIndex.AdmittedAtUtc));
            table.CreateIndex("IDX_VisitIndex_From", nameof(VisitIndex.FromUtc), nameof(VisitIndex.State));
            table.CreateIndex("IDX_VisitIndex_Unit", nameof(VisitIndex.UnitId), nameof(VisitIndex.FromUtc));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<BadgeIndex>(table => table
            .Column<string>(nameof(BadgeIndex.BadgeId), column => column.WithLength(26))
            .Column<string>(nameof(BadgeIndex.Number), column => column.Unique().WithLength(10))
            .Column<string>(nameof(BadgeIndex.Zone), column => column.WithLength(60))
            .Column<bool>(nameof(BadgeIndex.EscortRequired))
            .Column<bool>(nameof(BadgeIndex.Lost)));

        await SchemaBuilder.CreateMapIndexTableAsync<PassKeyIndex>(table => table
            .Column<string>(nameof(PassKeyIndex.KeyId), column => column.Unique().WithLength(11))
            .Column<string>(nameof(PassKeyIndex.Signing), column => column.Unique().Nullable().WithLength(10)));

        return 1;
    }

    /// <summary>Photos (VIS-02).</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<VisitPhotoIndex>(table => table
            .Column<string>(nameof(VisitPhotoIndex.Key), column => column.Unique().WithLength(22))
            .Column<string>(nameof(VisitPhotoIndex.VisitId), column => column.Unique().Nullable().WithLength(26))
            .Column<DateTime>(nameof(VisitPhotoIndex.TakenAtUtc)));

        return 2;
    }

    /// <summary>Admissions without a connection.</summary>
    public async Task<int> UpdateFrom2Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OfflineAdmissionIndex>(table => table
            .Column<string>(nameof(OfflineAdmissionIndex.ClientKey), column => column.Unique().WithLength(22))
            .Column<DateTime>(nameof(OfflineAdmissionIndex.SentAtUtc)));

        return 3;
    }
}
