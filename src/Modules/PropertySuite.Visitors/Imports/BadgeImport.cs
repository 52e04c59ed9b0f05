using OrchardCore.ContentManagement;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Badges from a spreadsheet (VIS-14).</summary>
public sealed class BadgeImport(ISession session, IContentManager contents) : ImportList
{
    private const string Number = nameof(Number);
    private const string Zone = nameof(Zone);
    private const string Escort = "EscortRequired";

    public override string Id => "badges";

    public override string Name => "Badges";

    public override Type Texts => typeof(BadgeImport);

    public override string ContentType => VisitTypes.Badge;

    public override string Permission => VisitPermissions.Badges;

    public override int Order => 100;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "As printed on the badge.", Example: "17") { Required = true, IsKey = true, MaxLength = 10 },
        new(Zone, "Zone", "Where it is valid; empty for everywhere.", Example: "Torre B") { MaxLength = 60 },
        new(Escort, "Accompanied", "Whether its bearer must be accompanied.", ImportKind.YesNo, "no"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(await session.Query<ContentItem, BadgeIndex>().ListAsync(contents));

    private sealed class Book(IEnumerable<ContentItem> known) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<BadgePart>()!.Number, StringComparer.OrdinalIgnoreCase);

        public override string KeyOf(ImportRow row) => row.Text(Number)!.ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            item.Alter<BadgePart>(badge => badge.Introduce(row.Text(Number), row.Text(Zone, badge.Zone), row.YesNo(Escort, badge.EscortRequired)));
            item.DisplayText = row.Text(Number);
        }
    }
}
