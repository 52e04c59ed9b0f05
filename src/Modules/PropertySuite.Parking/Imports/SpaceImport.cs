using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>Spaces from a spreadsheet (PRK-01).</summary>
public sealed class SpaceImport(ISession session, IContentManager contents, IUnitDirectory units) : ImportList
{
    private const string Area = "Area";
    private const string Number = "Number";
    private const string Kind = "Kind";
    private const string Size = "Size";
    private const string Ownership = "Ownership";
    private const string Accessible = "Accessible";
    private const string Charger = "Charger";
    private const string Use = "Use";
    private const string Unit = "UnitId";

    public override string Id => "parking-spaces";

    public override string Name => "Parking spaces";

    public override Type Texts => typeof(ParkingTexts);

    public override string ContentType => ParkingTypes.Space;

    public override string Permission => ParkingPermissions.Manage;

    public override int Order => 200;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Area, "Area", "Code of the area.", Example: "P1") { Required = true, IsKey = true, MaxLength = 10, AlsoCalled = ["Garaje", "Zona"] },
        new(Number, "Number", "Number on the ground.", Example: "017") { Required = true, IsKey = true, MaxLength = 10, AlsoCalled = ["Plaza"] },
        new ImportColumn(Kind, "Kind", "What stands in it; empty for a car.", Example: "Car") { AlsoCalled = ["Clase"] }.Of<SpaceKind>(SpaceWords.Name),
        new ImportColumn(Size, "Size", "Empty for medium.", Example: "Medium") { AlsoCalled = ["Tamaño"] }.Of<SpaceSize>(SpaceWords.Name),
        new ImportColumn(Ownership, "Whose", "Empty for the community's.", Example: "Community") { AlsoCalled = ["Propiedad"] }.Of<SpaceOwnership>(SpaceWords.Name),
        new(Accessible, "Accessible", "For people with reduced mobility.", ImportKind.YesNo, "no") { AlsoCalled = ["Accesible"] },
        new(Charger, "Charging point", "With a charging point.", ImportKind.YesNo, "no") { AlsoCalled = ["Punto de carga"] },
        new ImportColumn(Use, "Serves for", "Empty for to let.", Example: "ToLet") { AlsoCalled = ["Uso"] }.Of<SpaceUse>(SpaceLifecycle.Name),
        new(Unit, "Unit", "Unit that it belongs to, where it was sold.", Example: "B-07-C") { MaxLength = 16, AlsoCalled = ["Unidad"] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(
        (await session.QueryIndex<AreaIndex>().ListAsync()).ToDictionary(area => area.Code, StringComparer.OrdinalIgnoreCase),
        (await session.Query<ContentItem, SpaceIndex>().ListAsync(contents)).ToDictionary(item => item.GetOrCreate<SpacePart>().Code, StringComparer.OrdinalIgnoreCase),
        units);

    private sealed class Book(Dictionary<string, AreaIndex> areas, Dictionary<string, ContentItem> known, IUnitDirectory units) : ImportBook
    {
        private readonly Dictionary<string, UnitSummary?> _units = new(StringComparer.OrdinalIgnoreCase);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await units.FindByCodeAsync(code);
        }

        public override string KeyOf(ImportRow row) => $"{AreaOf(row).Code}-{row.Text(Number)}".ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            var area = AreaOf(row);
            var unit = row.Text(Unit) is { } code ? _units.GetValueOrDefault(code) ?? throw ParkingRefusals.UnitUnknown.At(Unit, code) : null;
            item.Alter<SpacePart>(space =>
            {
                var facts = space.Facts;
                space.Describe(new(
                    area.AreaId, area.Code, area.Level, row.Text(Number)!,
                    row.Choice<SpaceKind>(Kind) ?? facts.Kind,
                    row.Choice<SpaceSize>(Size) ?? facts.Size,
                    row.Choice<SpaceOwnership>(Ownership) ?? facts.Ownership,
                    row.YesNo(Accessible, facts.Accessible),
                    row.YesNo(Charger, facts.Charger)));

                // What a space serves for is changed on its page, with a reason; a file says it of new ones.
                if (isNew)
                {
                    var use = row.Choice<SpaceUse>(Use) ?? SpaceUse.ToLet;
                    if (use == SpaceUse.Sold && unit is null) throw ParkingRefusals.UnitMissing.At(Unit);
                    space.Serve(use, unit?.Id, unit?.Code);
                }
            });
            item.DisplayText = item.GetOrCreate<SpacePart>().Code;
        }

        private AreaIndex AreaOf(ImportRow row) => areas.GetValueOrDefault(row.Text(Area)!) ?? throw ParkingRefusals.AreaUnknown.At(Area, row.Text(Area)!);
    }
}
