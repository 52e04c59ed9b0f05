using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Entrances;
using PropertySuite.Community.Joining;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using YesSql.Sql;

namespace PropertySuite.Community;

/// <summary>Types and index tables of the register.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await DefineAsync<BuildingPart>(CommunityTypes.Building, "Building", "A tower, a garage or a row of shops.");
        await DefineAsync<EntrancePart>(CommunityTypes.Entrance, "Entrance", "A gate or door where people are let in.");
        await DefineAsync<UnitPart>(CommunityTypes.Unit, "Unit", "A flat, shop, office, garage or store.");
        await DefineAsync<PersonPart>(CommunityTypes.Person, "Person", "A person or a company of the register.");
        await DefineAsync<TiePart>(CommunityTypes.Tie, "Tie", "Who owns or occupies a unit, from when until when.");

        await CreateBuildingIndexAsync();
        await CreateEntranceIndexAsync();
        await CreateUnitIndexAsync();
        await CreatePersonIndexAsync();
        await CreateTieIndexAsync();
        await CreateJoinCodeIndexAsync();
        return 2;
    }

    /// <summary>Codes by which people make their accounts.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await CreateJoinCodeIndexAsync();
        return 2;
    }

    private Task CreateJoinCodeIndexAsync() => SchemaBuilder.CreateMapIndexTableAsync<JoinCodeIndex>(table => table
        .Column<string>(nameof(JoinCodeIndex.CodeHash), column => column.Unique().WithLength(64))
        .Column<string>(nameof(JoinCodeIndex.PersonId), column => column.WithLength(IdLength)));

    private async Task DefineAsync<TPart>(string type, string displayName, string description)
    {
        await definitions.AlterPartDefinitionAsync(typeof(TPart).Name, part => part.WithDescription(description));

        // Neither drafts nor versions: what a record was is told by its history, and a unique key needs one row for each.
        await definitions.AlterTypeDefinitionAsync(type, item => item
            .DisplayedAs(displayName)
            .WithDescription(description)
            .Creatable(false).Listable(false).Draftable(false).Versionable(false).Securable()
            .WithPart(typeof(TPart).Name, part => part.WithPosition("1")));
    }

    private Task CreateBuildingIndexAsync() => SchemaBuilder.CreateMapIndexTableAsync<BuildingIndex>(table => table
        .Column<string>(nameof(BuildingIndex.BuildingId), column => column.WithLength(IdLength))
        .Column<string>(nameof(BuildingIndex.Code), column => column.Unique().WithLength(4))
        .Column<string>(nameof(BuildingIndex.Name))
        .Column<int>(nameof(BuildingIndex.LowestFloor))
        .Column<int>(nameof(BuildingIndex.TopFloor))
        .Column<int>(nameof(BuildingIndex.DoorsPerFloor))
        .Column<int>(nameof(BuildingIndex.SortOrder)));

    private Task CreateEntranceIndexAsync() => SchemaBuilder.CreateMapIndexTableAsync<EntranceIndex>(table => table
        .Column<string>(nameof(EntranceIndex.EntranceId), column => column.WithLength(IdLength))
        .Column<string>(nameof(EntranceIndex.Code), column => column.Unique().WithLength(4))
        .Column<string>(nameof(EntranceIndex.Name))
        .Column<int>(nameof(EntranceIndex.SortOrder))
        .Column<bool>(nameof(EntranceIndex.IsClosed)));

    private async Task CreateUnitIndexAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<UnitIndex>(table => table
            .Column<string>(nameof(UnitIndex.UnitId), column => column.WithLength(IdLength))
            .Column<string>(nameof(UnitIndex.Code), column => column.WithLength(UnitCode.MaxLength))
            .Column<string>(nameof(UnitIndex.LiveCode), column => column.Unique().WithLength(UnitCode.MaxLength))
            .Column<string>(nameof(UnitIndex.SearchCode), column => column.WithLength(UnitCode.MaxLength))
            .Column<string>(nameof(UnitIndex.BuildingId), column => column.WithLength(IdLength))
            .Column<int>(nameof(UnitIndex.Floor))
            .Column<string>(nameof(UnitIndex.Door), column => column.WithLength(4))
            .Column<string>(nameof(UnitIndex.Kind), column => column.WithLength(16))
            .Column<string>(nameof(UnitIndex.Layout), column => column.WithLength(32))
            .Column<string>(nameof(UnitIndex.Stage), column => column.WithLength(16))
            .Column<bool>(nameof(UnitIndex.HasWorks)));
        await SchemaBuilder.AlterIndexTableAsync<UnitIndex>(table =>
        {
            table.CreateIndex("IDX_UnitIndex_UnitId", nameof(UnitIndex.UnitId));
            table.CreateIndex("IDX_UnitIndex_Building", nameof(UnitIndex.BuildingId), nameof(UnitIndex.Floor));
        });
    }

    private async Task CreatePersonIndexAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<PersonIndex>(table => table
            .Column<string>(nameof(PersonIndex.PersonId), column => column.WithLength(IdLength))
            .Column<string>(nameof(PersonIndex.DisplayName))
            .Column<string>(nameof(PersonIndex.SortName))
            .Column<string>(nameof(PersonIndex.SearchName))
            .Column<string>(nameof(PersonIndex.Phone), column => column.WithLength(64))
            .Column<string>(nameof(PersonIndex.PhoneDigits), column => column.WithLength(64))
            .Column<string>(nameof(PersonIndex.Email))
            .Column<string>(nameof(PersonIndex.Language), column => column.WithLength(16))
            .Column<bool>(nameof(PersonIndex.IsCompany))
            .Column<string>(nameof(PersonIndex.UserId), column => column.Unique().WithLength(64)));
        await SchemaBuilder.AlterIndexTableAsync<PersonIndex>(table =>
        {
            table.CreateIndex("IDX_PersonIndex_PersonId", nameof(PersonIndex.PersonId));
            table.CreateIndex("IDX_PersonIndex_SortName", nameof(PersonIndex.SortName));
        });
    }

    private async Task CreateTieIndexAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<TieIndex>(table => table
            .Column<string>(nameof(TieIndex.TieId), column => column.WithLength(IdLength))
            .Column<string>(nameof(TieIndex.UnitId), column => column.WithLength(IdLength))
            .Column<string>(nameof(TieIndex.PersonId), column => column.WithLength(IdLength))
            .Column<string>(nameof(TieIndex.Kind), column => column.WithLength(16))
            .Column<decimal>(nameof(TieIndex.SharePercent))
            .Column<int>(nameof(TieIndex.FromDay))
            .Column<int>(nameof(TieIndex.UntilDay))
            .Column<bool>(nameof(TieIndex.AtHome))
            .Column<bool>(nameof(TieIndex.PaysBills))
            .Column<string>(nameof(TieIndex.LiveKey), column => column.Unique().WithLength(72)));
        await SchemaBuilder.AlterIndexTableAsync<TieIndex>(table =>
        {
            table.CreateIndex("IDX_TieIndex_Unit", nameof(TieIndex.UnitId), nameof(TieIndex.FromDay), nameof(TieIndex.UntilDay));
            table.CreateIndex("IDX_TieIndex_Person", nameof(TieIndex.PersonId), nameof(TieIndex.FromDay), nameof(TieIndex.UntilDay));
        });
    }
}
