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

    /// <summary>Rules, watch list, instructions, recurring passes (VIS-03, 04, 07, 09 to 12, 17).</summary>
    public async Task<int> UpdateFrom3Async()
    {
        await definitions.AlterTypeDefinitionAsync(VisitTypes.RecurringPass, type => type.DisplayedAs("Recurring pass").Securable().WithPart(nameof(RecurringPassPart)));
        await definitions.AlterTypeDefinitionAsync(VisitTypes.WatchEntry, type => type.DisplayedAs("Watch list entry").Securable().WithPart(nameof(WatchEntryPart)));
        await definitions.AlterTypeDefinitionAsync(VisitTypes.Instruction, type => type.DisplayedAs("Standing instruction").Securable().WithPart(nameof(StandingInstructionPart)));

        await SchemaBuilder.AlterIndexTableAsync<VisitIndex>(table =>
        {
            table.AddColumn<DateTime>(nameof(VisitIndex.DueAtUtc), column => column.Nullable());
            table.AddColumn<string>(nameof(VisitIndex.NameKey), column => column.Nullable().WithLength(120));
            table.AddColumn<string>(nameof(VisitIndex.RefusalKind), column => column.Nullable().WithLength(20));
            table.AddColumn<string>(nameof(VisitIndex.RecurringId), column => column.Nullable().WithLength(26));
            table.AddColumn<string>(nameof(VisitIndex.LiveRecurringKey), column => column.Unique().Nullable().WithLength(26));
            table.CreateIndex("IDX_VisitIndex_Due", nameof(VisitIndex.DueAtUtc));
            table.CreateIndex("IDX_VisitIndex_Recurring", nameof(VisitIndex.RecurringId), nameof(VisitIndex.FromUtc));
            table.CreateIndex("IDX_VisitIndex_Refusal", nameof(VisitIndex.RefusalKind), nameof(VisitIndex.NameKey));
        });
        await SchemaBuilder.CreateMapIndexTableAsync<HostAskIndex>(table => table
            .Column<string>(nameof(HostAskIndex.TokenHash), column => column.Unique().WithLength(43))
            .Column<string>(nameof(HostAskIndex.VisitId), column => column.WithLength(26))
            .Column<DateTime>(nameof(HostAskIndex.DueAtUtc)));
        await SchemaBuilder.CreateMapIndexTableAsync<WatchIndex>(table => table
            .Column<string>(nameof(WatchIndex.EntryId), column => column.WithLength(26))
            .Column<string>(nameof(WatchIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(WatchIndex.Level), column => column.WithLength(10))
            .Column<string>(nameof(WatchIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(WatchIndex.Name), column => column.Nullable().WithLength(120))
            .Column<string>(nameof(WatchIndex.DocumentHash), column => column.Nullable().WithLength(43))
            .Column<string>(nameof(WatchIndex.Plate), column => column.Nullable().WithLength(20))
            .Column<string>(nameof(WatchIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(WatchIndex.UnitCode), column => column.Nullable().WithLength(30))
            .Column<string>(nameof(WatchIndex.ProposedByName), column => column.WithLength(120))
            .Column<DateTime>(nameof(WatchIndex.EndsOn), column => column.Nullable())
            .Column<DateTime>(nameof(WatchIndex.ReviewOn))
            .Column<string>(nameof(WatchIndex.Search), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<WatchIndex>(table => table.CreateIndex("IDX_WatchIndex_State", nameof(WatchIndex.State), nameof(WatchIndex.UnitId)));
        await SchemaBuilder.CreateMapIndexTableAsync<WatchKeyIndex>(table => table
            .Column<string>(nameof(WatchKeyIndex.Name), column => column.Unique().WithLength(10)));
        await SchemaBuilder.CreateMapIndexTableAsync<InstructionIndex>(table => table
            .Column<string>(nameof(InstructionIndex.InstructionId), column => column.WithLength(26))
            .Column<string>(nameof(InstructionIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(InstructionIndex.Kind), column => column.WithLength(20))
            .Column<bool>(nameof(InstructionIndex.Ended))
            .Column<DateTime>(nameof(InstructionIndex.FromDay))
            .Column<DateTime>(nameof(InstructionIndex.EndsOn), column => column.Nullable()));
        await SchemaBuilder.AlterIndexTableAsync<InstructionIndex>(table => table.CreateIndex("IDX_InstructionIndex_Unit", nameof(InstructionIndex.UnitId), nameof(InstructionIndex.Ended)));
        await SchemaBuilder.CreateMapIndexTableAsync<RecurringIndex>(table => table
            .Column<string>(nameof(RecurringIndex.RecurringId), column => column.WithLength(26))
            .Column<string>(nameof(RecurringIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(RecurringIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(RecurringIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(RecurringIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(RecurringIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(RecurringIndex.VisitorName), column => column.WithLength(120))
            .Column<string>(nameof(RecurringIndex.PermitNumber), column => column.Nullable().WithLength(40))
            .Column<DateTime>(nameof(RecurringIndex.ValidFrom))
            .Column<DateTime>(nameof(RecurringIndex.EndsOn))
            .Column<bool>(nameof(RecurringIndex.Reminded))
            .Column<string>(nameof(RecurringIndex.Search), column => column.WithLength(255))
            .Column<string>(nameof(RecurringIndex.PassId), column => column.Unique().Nullable().WithLength(22))
            .Column<string>(nameof(RecurringIndex.LinkHash), column => column.Unique().Nullable().WithLength(43))
            .Column<string>(nameof(RecurringIndex.LiveCode), column => column.Unique().Nullable().WithLength(6)));
        await SchemaBuilder.AlterIndexTableAsync<RecurringIndex>(table =>
        {
            table.CreateIndex("IDX_RecurringIndex_Unit", nameof(RecurringIndex.UnitId), nameof(RecurringIndex.EndsOn));
            table.CreateIndex("IDX_RecurringIndex_State", nameof(RecurringIndex.State), nameof(RecurringIndex.EndsOn));
        });

        return 4;
    }

    /// <summary>Visits to the office (VIS-15).</summary>
    public async Task<int> UpdateFrom4Async()
    {
        await definitions.AlterTypeDefinitionAsync(VisitTypes.OfficeVisit, type => type.DisplayedAs("Visit to the office").Securable().WithPart(nameof(OfficeVisitPart)));
        await SchemaBuilder.CreateMapIndexTableAsync<OfficeIndex>(table => table
            .Column<string>(nameof(OfficeIndex.OfficeVisitId), column => column.WithLength(26))
            .Column<string>(nameof(OfficeIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(OfficeIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(OfficeIndex.VisitorName), column => column.WithLength(120))
            .Column<string>(nameof(OfficeIndex.Employee), column => column.WithLength(120))
            .Column<string>(nameof(OfficeIndex.Room), column => column.Nullable().WithLength(200))
            .Column<DateTime>(nameof(OfficeIndex.AtUtc))
            .Column<DateTime>(nameof(OfficeIndex.DueAtUtc), column => column.Nullable())
            .Column<DateTime>(nameof(OfficeIndex.LeftAtUtc), column => column.Nullable()));
        await SchemaBuilder.AlterIndexTableAsync<OfficeIndex>(table => table.CreateIndex("IDX_OfficeIndex_State", nameof(OfficeIndex.State), nameof(OfficeIndex.AtUtc)));

        return 5;
    }
}
