using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Activities;

/// <summary>Content types and index tables, in numbered steps.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        // Neither draftable nor versionable: history keeps what happened.
        await definitions.AlterTypeDefinitionAsync(ActivityTypes.Activity, type => type.DisplayedAs("Activity").Securable().WithPart(nameof(ActivityPart)));
        await definitions.AlterTypeDefinitionAsync(ActivityTypes.Registration, type => type.DisplayedAs("Registration").Securable().WithPart(nameof(RegistrationPart)));
        await definitions.AlterTypeDefinitionAsync(ActivityTypes.Turn, type => type.DisplayedAs("Volunteer's turn").Securable().WithPart(nameof(TurnPart)));

        await SchemaBuilder.CreateMapIndexTableAsync<ActivityIndex>(table => table
            .Column<string>(nameof(ActivityIndex.ActivityId), column => column.WithLength(26))
            .Column<string>(nameof(ActivityIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(ActivityIndex.Slug), column => column.Unique().WithLength(100))
            .Column<string>(nameof(ActivityIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(ActivityIndex.Title), column => column.WithLength(120))
            .Column<string>(nameof(ActivityIndex.Place), column => column.Nullable().WithLength(120))
            .Column<DateTime>(nameof(ActivityIndex.StartUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ActivityIndex.EndUtc), column => column.Nullable())
            .Column<bool>(nameof(ActivityIndex.IsPublic))
            .Column<bool>(nameof(ActivityIndex.TakesRegistrations))
            .Column<int>(nameof(ActivityIndex.Capacity), column => column.Nullable())
            .Column<int>(nameof(ActivityIndex.Taken))
            .Column<int>(nameof(ActivityIndex.Waiting))
            .Column<int>(nameof(ActivityIndex.Came))
            .Column<decimal>(nameof(ActivityIndex.Cost))
            .Column<DateTime>(nameof(ActivityIndex.DueAtUtc), column => column.Nullable())
            .Column<string>(nameof(ActivityIndex.Search), column => column.WithLength(400)));
        await SchemaBuilder.AlterIndexTableAsync<ActivityIndex>(table =>
        {
            table.CreateIndex("IDX_ActivityIndex_Document", "DocumentId", nameof(ActivityIndex.ActivityId));
            table.CreateIndex("IDX_ActivityIndex_Start", nameof(ActivityIndex.IsPublic), nameof(ActivityIndex.StartUtc));
            table.CreateIndex("IDX_ActivityIndex_State", nameof(ActivityIndex.State), nameof(ActivityIndex.StartUtc));
            table.CreateIndex("IDX_ActivityIndex_Due", nameof(ActivityIndex.DueAtUtc));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<RegistrationIndex>(table => table
            .Column<string>(nameof(RegistrationIndex.RegistrationId), column => column.WithLength(26))
            .Column<string>(nameof(RegistrationIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(RegistrationIndex.ActivityId), column => column.WithLength(26))
            .Column<string>(nameof(RegistrationIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(RegistrationIndex.PersonId), column => column.WithLength(26))
            .Column<string>(nameof(RegistrationIndex.PersonName), column => column.WithLength(200))
            .Column<string>(nameof(RegistrationIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(RegistrationIndex.UnitCode), column => column.WithLength(30))
            .Column<int>(nameof(RegistrationIndex.Persons))
            .Column<int>(nameof(RegistrationIndex.Came))
            .Column<string>(nameof(RegistrationIndex.Remark), column => column.Nullable().WithLength(300))
            .Column<bool>(nameof(RegistrationIndex.InPictures))
            .Column<int>(nameof(RegistrationIndex.QueueNumber), column => column.Nullable())
            .Column<DateTime>(nameof(RegistrationIndex.MadeAtUtc))
            .Column<DateTime>(nameof(RegistrationIndex.StartUtc))
            .Column<DateTime>(nameof(RegistrationIndex.OfferUntilUtc), column => column.Nullable())
            .Column<int>(nameof(RegistrationIndex.ToldRevision))
            .Column<string>(nameof(RegistrationIndex.Code), column => column.Unique().WithLength(8))
            .Column<string>(nameof(RegistrationIndex.LivePersonKey), column => column.Unique().Nullable().WithLength(60))
            .Column<string>(nameof(RegistrationIndex.LiveUnitKey), column => column.Unique().Nullable().WithLength(60))
            .Column<string>(nameof(RegistrationIndex.Search), column => column.WithLength(400)));
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table =>
        {
            table.CreateIndex("IDX_RegistrationIndex_Document", "DocumentId", nameof(RegistrationIndex.RegistrationId));
            table.CreateIndex("IDX_RegistrationIndex_Activity", nameof(RegistrationIndex.ActivityId), nameof(RegistrationIndex.State));
            table.CreateIndex("IDX_RegistrationIndex_Person", nameof(RegistrationIndex.PersonId), nameof(RegistrationIndex.StartUtc));
            table.CreateIndex("IDX_RegistrationIndex_Unit", nameof(RegistrationIndex.UnitId), nameof(RegistrationIndex.StartUtc));
            table.CreateIndex("IDX_RegistrationIndex_Offer", nameof(RegistrationIndex.OfferUntilUtc));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<PlaceIndex>(table => table
            .Column<string>(nameof(PlaceIndex.ActivityId), column => column.WithLength(26))
            .Column<string>(nameof(PlaceIndex.RegistrationId), column => column.WithLength(26))
            .Column<int>(nameof(PlaceIndex.Number))
            .Column<bool>(nameof(PlaceIndex.Waits))
            .Column<int>(nameof(PlaceIndex.Persons))
            .Column<string>(nameof(PlaceIndex.PlaceKey), column => column.Unique().WithLength(40)));
        await SchemaBuilder.AlterIndexTableAsync<PlaceIndex>(table => table.CreateIndex("IDX_PlaceIndex_Activity", nameof(PlaceIndex.ActivityId), nameof(PlaceIndex.Waits), nameof(PlaceIndex.Number)));

        await SchemaBuilder.CreateMapIndexTableAsync<TurnIndex>(table => table
            .Column<string>(nameof(TurnIndex.TurnId), column => column.WithLength(26))
            .Column<string>(nameof(TurnIndex.ActivityId), column => column.WithLength(26))
            .Column<string>(nameof(TurnIndex.ShiftId), column => column.WithLength(26))
            .Column<string>(nameof(TurnIndex.Task), column => column.WithLength(120))
            .Column<string>(nameof(TurnIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(TurnIndex.PersonId), column => column.WithLength(26))
            .Column<string>(nameof(TurnIndex.PersonName), column => column.WithLength(200))
            .Column<int>(nameof(TurnIndex.Place))
            .Column<DateTime>(nameof(TurnIndex.FromUtc))
            .Column<DateTime>(nameof(TurnIndex.UntilUtc))
            .Column<decimal>(nameof(TurnIndex.Hours))
            .Column<int>(nameof(TurnIndex.ToldRevision))
            .Column<string>(nameof(TurnIndex.LivePlaceKey), column => column.Unique().Nullable().WithLength(60))
            .Column<string>(nameof(TurnIndex.LivePersonKey), column => column.Unique().Nullable().WithLength(90)));
        await SchemaBuilder.AlterIndexTableAsync<TurnIndex>(table =>
        {
            table.CreateIndex("IDX_TurnIndex_Activity", nameof(TurnIndex.ActivityId), nameof(TurnIndex.State));
            table.CreateIndex("IDX_TurnIndex_Person", nameof(TurnIndex.PersonId), nameof(TurnIndex.FromUtc));
        });

        return 1;
    }
}
