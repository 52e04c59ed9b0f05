using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Parking;

/// <summary>Content types and index tables, in numbered steps.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        // Neither draftable nor versionable: history keeps what happened.
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Area, type => type.DisplayedAs("Parking area").Securable().WithPart(nameof(AreaPart)));
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Space, type => type.DisplayedAs("Parking space").Securable().WithPart(nameof(SpacePart)));
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Vehicle, type => type.DisplayedAs("Vehicle").Securable().WithPart(nameof(VehiclePart)));
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Application, type => type.DisplayedAs("Parking application").Securable().WithPart(nameof(ApplicationPart)));
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Lease, type => type.DisplayedAs("Parking lease").Securable().WithPart(nameof(LeasePart)));
        await definitions.AlterTypeDefinitionAsync(ParkingTypes.Violation, type => type.DisplayedAs("Parking violation").Securable().WithPart(nameof(ViolationPart)));

        await CreateRegisterAsync();
        await CreateRecordsAsync();

        // The heart of it: a space on a day is held once (Occupancy).
        await SchemaBuilder.CreateMapIndexTableAsync<OccupancyIndex>(table => table
            .Column<string>(nameof(OccupancyIndex.DayKey), column => column.Unique().WithLength(40)));
        await SchemaBuilder.AlterIndexTableAsync<OccupancyIndex>(table => table.CreateIndex("IDX_OccupancyIndex_Document", "DocumentId"));
        await SchemaBuilder.CreateMapIndexTableAsync<RightIndex>(table => table
            .Column<string>(nameof(RightIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(RightIndex.Kind), column => column.WithLength(10))
            .Column<string>(nameof(RightIndex.Number), column => column.WithLength(40))
            .Column<string>(nameof(RightIndex.SpaceId), column => column.WithLength(26))
            .Column<string>(nameof(RightIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(RightIndex.UnitCode), column => column.Nullable().WithLength(30))
            .Column<string>(nameof(RightIndex.VehicleId), column => column.Nullable().WithLength(26))
            .Column<DateTime>(nameof(RightIndex.FromDay))
            .Column<DateTime>(nameof(RightIndex.UntilDay)));
        await SchemaBuilder.AlterIndexTableAsync<RightIndex>(table =>
        {
            table.CreateIndex("IDX_RightIndex_Document", "DocumentId");
            table.CreateIndex("IDX_RightIndex_Space", nameof(RightIndex.SpaceId), nameof(RightIndex.FromDay));
            table.CreateIndex("IDX_RightIndex_Vehicle", nameof(RightIndex.VehicleId));
        });

        return 1;
    }

    private async Task CreateRegisterAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AreaIndex>(table => table
            .Column<string>(nameof(AreaIndex.AreaId), column => column.WithLength(26))
            .Column<string>(nameof(AreaIndex.Code), column => column.Unique().WithLength(10))
            .Column<string>(nameof(AreaIndex.Name), column => column.WithLength(80))
            .Column<int>(nameof(AreaIndex.Level)));
        await SchemaBuilder.CreateMapIndexTableAsync<SpaceIndex>(table => table
            .Column<string>(nameof(SpaceIndex.SpaceId), column => column.WithLength(26))
            .Column<string>(nameof(SpaceIndex.Code), column => column.Unique().WithLength(24))
            .Column<string>(nameof(SpaceIndex.AreaId), column => column.WithLength(26))
            .Column<string>(nameof(SpaceIndex.AreaCode), column => column.WithLength(10))
            .Column<int>(nameof(SpaceIndex.Level))
            .Column<string>(nameof(SpaceIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(SpaceIndex.Size), column => column.WithLength(20))
            .Column<string>(nameof(SpaceIndex.Ownership), column => column.WithLength(20))
            .Column<string>(nameof(SpaceIndex.UseName), column => column.WithLength(20))
            .Column<bool>(nameof(SpaceIndex.Accessible))
            .Column<bool>(nameof(SpaceIndex.Charger))
            .Column<string>(nameof(SpaceIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(SpaceIndex.UnitCode), column => column.Nullable().WithLength(30))
            .Column<string>(nameof(SpaceIndex.Search), column => column.WithLength(120)));
        await SchemaBuilder.AlterIndexTableAsync<SpaceIndex>(table =>
        {
            table.CreateIndex("IDX_SpaceIndex_Document", "DocumentId", nameof(SpaceIndex.SpaceId));
            table.CreateIndex("IDX_SpaceIndex_Area", nameof(SpaceIndex.AreaId), nameof(SpaceIndex.Kind));
            table.CreateIndex("IDX_SpaceIndex_Unit", nameof(SpaceIndex.UnitId));
        });
        await SchemaBuilder.CreateMapIndexTableAsync<VehicleIndex>(table => table
            .Column<string>(nameof(VehicleIndex.VehicleId), column => column.WithLength(26))
            .Column<string>(nameof(VehicleIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(VehicleIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(VehicleIndex.Plate), column => column.WithLength(20))
            .Column<string>(nameof(VehicleIndex.Written), column => column.WithLength(30))
            .Column<string>(nameof(VehicleIndex.Make), column => column.Nullable().WithLength(80))
            .Column<string>(nameof(VehicleIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(VehicleIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(VehicleIndex.PersonId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(VehicleIndex.PersonName), column => column.Nullable().WithLength(160))
            .Column<string>(nameof(VehicleIndex.LivePlateKey), column => column.Unique().Nullable().WithLength(20))
            .Column<string>(nameof(VehicleIndex.Search), column => column.WithLength(400)));
        await SchemaBuilder.AlterIndexTableAsync<VehicleIndex>(table =>
        {
            table.CreateIndex("IDX_VehicleIndex_Document", "DocumentId", nameof(VehicleIndex.VehicleId));
            table.CreateIndex("IDX_VehicleIndex_Unit", nameof(VehicleIndex.UnitId), nameof(VehicleIndex.State));
            table.CreateIndex("IDX_VehicleIndex_Person", nameof(VehicleIndex.PersonId));
        });
    }

    private async Task CreateRecordsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ApplicationIndex>(table => table
            .Column<string>(nameof(ApplicationIndex.ApplicationId), column => column.WithLength(26))
            .Column<string>(nameof(ApplicationIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(ApplicationIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(ApplicationIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(ApplicationIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(ApplicationIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(ApplicationIndex.PersonId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ApplicationIndex.PersonName), column => column.Nullable().WithLength(160))
            .Column<string>(nameof(ApplicationIndex.Plate), column => column.WithLength(30))
            .Column<string>(nameof(ApplicationIndex.AreaCode), column => column.Nullable().WithLength(10))
            .Column<string>(nameof(ApplicationIndex.SpaceCode), column => column.Nullable().WithLength(24))
            .Column<DateTime>(nameof(ApplicationIndex.AppliedAtUtc))
            .Column<string>(nameof(ApplicationIndex.RankKey), column => column.WithLength(30))
            .Column<string>(nameof(ApplicationIndex.OpenVehicleKey), column => column.Unique().Nullable().WithLength(26))
            .Column<DateTime>(nameof(ApplicationIndex.DueAtUtc), column => column.Nullable())
            .Column<string>(nameof(ApplicationIndex.Search), column => column.WithLength(400)));
        await SchemaBuilder.AlterIndexTableAsync<ApplicationIndex>(table =>
        {
            table.CreateIndex("IDX_ApplicationIndex_Document", "DocumentId", nameof(ApplicationIndex.ApplicationId));
            table.CreateIndex("IDX_ApplicationIndex_State", nameof(ApplicationIndex.State), nameof(ApplicationIndex.RankKey));
            table.CreateIndex("IDX_ApplicationIndex_Unit", nameof(ApplicationIndex.UnitId), nameof(ApplicationIndex.State));
            table.CreateIndex("IDX_ApplicationIndex_Due", nameof(ApplicationIndex.DueAtUtc));
        });
        await SchemaBuilder.CreateMapIndexTableAsync<LeaseIndex>(table => table
            .Column<string>(nameof(LeaseIndex.LeaseId), column => column.WithLength(26))
            .Column<string>(nameof(LeaseIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(LeaseIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(LeaseIndex.SpaceId), column => column.WithLength(26))
            .Column<string>(nameof(LeaseIndex.SpaceCode), column => column.WithLength(24))
            .Column<string>(nameof(LeaseIndex.AreaCode), column => column.WithLength(10))
            .Column<string>(nameof(LeaseIndex.UnitId), column => column.WithLength(26))
            .Column<string>(nameof(LeaseIndex.UnitCode), column => column.WithLength(30))
            .Column<string>(nameof(LeaseIndex.PersonId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(LeaseIndex.PersonName), column => column.Nullable().WithLength(160))
            .Column<string>(nameof(LeaseIndex.VehicleId), column => column.WithLength(26))
            .Column<string>(nameof(LeaseIndex.Plate), column => column.WithLength(30))
            .Column<decimal>(nameof(LeaseIndex.Monthly))
            .Column<DateTime>(nameof(LeaseIndex.FromDay))
            .Column<DateTime>(nameof(LeaseIndex.UntilDay))
            .Column<DateTime>(nameof(LeaseIndex.DueDay), column => column.Nullable())
            .Column<bool>(nameof(LeaseIndex.Live))
            .Column<string>(nameof(LeaseIndex.Search), column => column.WithLength(400)));
        await SchemaBuilder.AlterIndexTableAsync<LeaseIndex>(table =>
        {
            table.CreateIndex("IDX_LeaseIndex_Document", "DocumentId", nameof(LeaseIndex.LeaseId));
            table.CreateIndex("IDX_LeaseIndex_Due", nameof(LeaseIndex.DueDay));
            table.CreateIndex("IDX_LeaseIndex_State", nameof(LeaseIndex.State), nameof(LeaseIndex.UntilDay));
            table.CreateIndex("IDX_LeaseIndex_Unit", nameof(LeaseIndex.UnitId), nameof(LeaseIndex.Live));
            table.CreateIndex("IDX_LeaseIndex_Vehicle", nameof(LeaseIndex.VehicleId), nameof(LeaseIndex.Live));
        });
        await SchemaBuilder.CreateMapIndexTableAsync<ViolationIndex>(table => table
            .Column<string>(nameof(ViolationIndex.ViolationId), column => column.WithLength(26))
            .Column<string>(nameof(ViolationIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(ViolationIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(ViolationIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(ViolationIndex.Plate), column => column.WithLength(30))
            .Column<string>(nameof(ViolationIndex.PlateKey), column => column.WithLength(20))
            .Column<string>(nameof(ViolationIndex.Place), column => column.WithLength(120))
            .Column<string>(nameof(ViolationIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ViolationIndex.UnitCode), column => column.Nullable().WithLength(30))
            .Column<string>(nameof(ViolationIndex.PersonId), column => column.Nullable().WithLength(26))
            .Column<DateTime>(nameof(ViolationIndex.SeenAtUtc))
            .Column<string>(nameof(ViolationIndex.Search), column => column.WithLength(300)));
        await SchemaBuilder.AlterIndexTableAsync<ViolationIndex>(table =>
        {
            table.CreateIndex("IDX_ViolationIndex_Document", "DocumentId", nameof(ViolationIndex.ViolationId));
            table.CreateIndex("IDX_ViolationIndex_Plate", nameof(ViolationIndex.PlateKey), nameof(ViolationIndex.SeenAtUtc));
            table.CreateIndex("IDX_ViolationIndex_State", nameof(ViolationIndex.State), nameof(ViolationIndex.SeenAtUtc));
        });
    }
}
