using OrchardCore.ContentManagement;
using PropertySuite.Community.Buildings;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>Buildings from a spreadsheet (REG-01).</summary>
public sealed class BuildingImport(ISession session, IContentManager contents) : ImportList
{
    private const string Code = nameof(Code);
    private const string BuildingName = "Name";
    private const string TopFloor = nameof(TopFloor);
    private const string LowestFloor = nameof(LowestFloor);
    private const string Doors = "DoorsPerFloor";
    private const string Position = "Order";

    public override string Id => "buildings";

    public override string Name => "Buildings";

    public override Type Texts => typeof(BuildingImport);

    public override string ContentType => CommunityTypes.Building;

    public override string Permission => Permissions.ManageRegister;

    public override int Order => 10;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Code, "Code", "One to four letters or digits; units' codes begin with it.", Example: "B") { Required = true, IsKey = true, MaxLength = 4, AlsoCalled = ["Torre", "Building", "楼栋", "Bloque", "Portal"] },
        new(BuildingName, "Name", "As residents say it.", Example: "Torre B") { MaxLength = 100 },
        new(LowestFloor, "Lowest floor", "0 is the ground floor.", ImportKind.Whole, "1") { Required = true },
        new(TopFloor, "Top floor", "Number of the highest floor.", ImportKind.Whole, "18") { Required = true, AlsoCalled = ["Plantas"] },
        new(Doors, "Doors on a floor", "As built; the picture draws them.", ImportKind.Whole, "4") { Required = true },
        new(Position, "Order", "Place in lists and in the picture, from 1.", ImportKind.Whole, "2"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(await session.Query<ContentItem, BuildingIndex>().ListAsync(contents));

    private sealed class Book(IEnumerable<ContentItem> known) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<BuildingPart>()!.Code, StringComparer.OrdinalIgnoreCase);

        public override string KeyOf(ImportRow row) => row.Text(Code)!.ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew) => item.Alter<BuildingPart>(building =>
        {
            building.Call(row.Text(Code)!, row.Text(BuildingName, building.Name) ?? "");
            building.Build(row.Whole(LowestFloor)!.Value, row.Whole(TopFloor)!.Value, row.Whole(Doors)!.Value, row.Whole(Position) ?? (isNew ? _known.Count + 1 : building.Order));
        });
    }
}
