using OrchardCore.ContentManagement;
using PropertySuite.Community.Entrances;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>Entrances from a spreadsheet (REG-01).</summary>
public sealed class EntranceImport(ISession session, IContentManager contents) : ImportList
{
    private const string Code = nameof(Code);
    private const string EntranceName = "Name";
    private const string Position = "Order";
    private const string IsClosed = nameof(IsClosed);

    public override string Id => "entrances";

    public override string Name => "Entrances";

    public override Type Texts => typeof(EntranceImport);

    public override string ContentType => CommunityTypes.Entrance;

    public override string Permission => Permissions.ManageRegister;

    public override int Order => 20;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Code, "Code", "One to four letters or digits.", Example: "N") { Required = true, IsKey = true, MaxLength = 4 },
        new(EntranceName, "Name", "As guards say it.", Example: "Norte") { MaxLength = 100 },
        new(Position, "Order", "Place in lists; the main entrance is 1.", ImportKind.Whole, "1"),
        new(IsClosed, "Given up", "Whether nobody is let in there any more.", ImportKind.YesNo, "no"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(await session.Query<ContentItem, EntranceIndex>().ListAsync(contents));

    private sealed class Book(IEnumerable<ContentItem> known) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<EntrancePart>()!.Code, StringComparer.OrdinalIgnoreCase);

        public override string KeyOf(ImportRow row) => row.Text(Code)!.ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew) => item.Alter<EntrancePart>(entrance =>
        {
            entrance.Call(row.Text(Code)!, row.Text(EntranceName, entrance.Name) ?? "", row.Whole(Position) ?? (isNew ? _known.Count + 1 : entrance.Order));
            if (row.YesNo(IsClosed, entrance.IsClosed)) entrance.Close();
            else entrance.Reopen();
        });
    }
}
