using OrchardCore.ContentManagement;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Units;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>Units from a spreadsheet (REG-01, REG-02), told apart by their codes however they are typed.</summary>
public sealed class UnitImport(ISession session, IContentManager contents) : ImportList
{
    private const string Code = nameof(Code);
    private const string Building = nameof(Building);
    private const string Floor = nameof(Floor);
    private const string Door = nameof(Door);
    private const string Kind = nameof(Kind);
    private const string Layout = nameof(Layout);
    private const string Bedrooms = nameof(Bedrooms);
    private const string InnerArea = "InnerAreaSquareMetres";
    private const string BuiltArea = "BuiltAreaSquareMetres";
    private const string HandedOver = "HandedOverOn";
    private const string Works = "WorksSince";
    private const string Note = "GoodToKnow";

    public override string Id => "units";

    public override string Name => "Units";

    public override Type Texts => typeof(UnitImport);

    public override string ContentType => CommunityTypes.Unit;

    public override string Permission => Permissions.ManageRegister;

    public override int Order => 30;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Code, "Code", "As on the door: building, floor and letter, or series and number.", Example: "B-07-C") { Required = true, IsKey = true, MaxLength = UnitCode.MaxLength, AlsoCalled = ["Unidad", "Unit", "房号", "Piso", "Vivienda"] },
        new(Building, "Building", "Code of the building; empty where the unit's code begins with it.", Example: "B") { MaxLength = 4, AlsoCalled = ["Torre"] },
        new(Floor, "Floor", "Number of the floor; empty where the code says it.", ImportKind.Whole, "7") { AlsoCalled = ["Planta"] },
        new(Door, "Door", "Letter on the floor.", Example: "C") { MaxLength = 2, AlsoCalled = ["Puerta", "Letra"] },
        new ImportColumn(Kind, "Kind", "What the unit is used for by its title.", Example: "Flat").Of<UnitKind>(kind => kind.ToString()),
        new(Layout, "Layout", "The type on the plan.", Example: "T3") { MaxLength = 32, AlsoCalled = ["Tipo", "Type"] },
        new(Bedrooms, "Bedrooms", "How many.", ImportKind.Whole, "3") { AlsoCalled = ["Dormitorios"] },
        new(InnerArea, "Inner area", "In square metres.", ImportKind.Decimal, "96.40") { AlsoCalled = ["Superficie útil"] },
        new(BuiltArea, "Built area", "In square metres, with walls and the share of common parts.", ImportKind.Decimal, "113.75") { AlsoCalled = ["Superficie construida"] },
        new(HandedOver, "Handed over on", "Day on which the first owner received it; empty while nobody has.", ImportKind.Day, "2016-04-18"),
        new(Works, "Works since", "Day on which works began; empty while there are none.", ImportKind.Day),
        new(Note, "Good to know", "What staff should know before ringing.") { MaxLength = 500 },
    ];

    public override async Task<ImportBook> OpenAsync()
    {
        var units = await session.Query<ContentItem, UnitIndex>(unit => unit.LiveCode != null).ListAsync(contents);
        return new Book(units, [.. await session.QueryIndex<BuildingIndex>().ListAsync()]);
    }

    private sealed class Book(IEnumerable<ContentItem> units, IReadOnlyList<BuildingIndex> buildings) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _units = units.ToDictionary(item => item.As<UnitPart>()!.Code, StringComparer.Ordinal);
        private readonly Dictionary<string, BuildingIndex> _buildings = buildings.ToDictionary(building => building.Code, StringComparer.OrdinalIgnoreCase);

        public override string KeyOf(ImportRow row) => CodeOf(row).Value;

        public override ContentItem? Find(string key, ImportRow row) => _units.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew) => item.Alter<UnitPart>(unit =>
        {
            var code = CodeOf(row);
            var parts = code.Value.Split('-');
            var building = _buildings.GetValueOrDefault(row.Text(Building) ?? parts[0]) ?? throw Refusals.BuildingUnknown.At(row.Has(Building) ? Building : Code);
            // B-07-C says its floor; LC-01 only a number.
            var floor = row.Whole(Floor) ?? (isNew ? parts.Length == 3 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : building.LowestFloor : unit.Floor);
            if (floor < building.LowestFloor || floor > building.TopFloor) throw Refusals.FloorOutside.At(row.Has(Floor) ? Floor : Code, building.Name, building.LowestFloor, building.TopFloor);
            unit.Place(code, building.BuildingId, floor, row.Text(Door) ?? (isNew ? parts.Length == 3 ? parts[2] : "" : unit.Door));
            try
            {
                unit.Describe(
                    row.Choice<UnitKind>(Kind) ?? unit.Kind, row.Text(Layout, unit.Layout), row.Whole(Bedrooms, unit.Bedrooms),
                    row.Decimal(InnerArea, unit.InnerAreaSquareMetres), row.Decimal(BuiltArea, unit.BuiltAreaSquareMetres));
            }
            catch (RefusedException refused) when (refused.Field == nameof(UnitPart.InnerAreaSquareMetres))
            {
                // The part blames one field for both.
                throw refused.At(row.Decimal(InnerArea) <= 0 ? InnerArea : BuiltArea);
            }

            unit.Note(row.Text(Note, unit.GoodToKnow));
            if (isNew) unit.Complete();
            if (row.Day(HandedOver) is { } handedOver && unit.HandedOverOn != handedOver) unit.HandOver(handedOver);
            if (!row.Has(Works)) return;
            unit.EndWorks();
            if (row.Day(Works) is { } works) unit.BeginWorks(works);
        });

        private static UnitCode CodeOf(ImportRow row) => UnitCode.TryParse(row.Text(Code), out var code) ? code : throw Refusals.CodeMalformed.At(Code);
    }
}
