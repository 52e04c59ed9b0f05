using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Proposals for the watch list from a spreadsheet (VIS-10). A second person agrees to each, as to those that are typed.</summary>
public sealed class WatchImport(
    ISession session, IContentManager contents, IUnitDirectory units, RecordHistory history, CommunityTimes times, IClock clock) : ImportList
{
    private const string WatchedName = "Name";
    private const string Plate = nameof(Plate);
    private const string Level = nameof(Level);
    private const string Kind = nameof(Kind);
    private const string Reason = nameof(Reason);
    private const string Unit = "UnitId";
    private const string Expires = "ExpiresOn";
    private const string Review = "ReviewOn";

    private static readonly Actor _check = new("import", "import", [VisitPermissions.Watch]);

    internal static readonly Refusal NoSuchUnit = new(typeof(WatchImport), "watch-import.no-such-unit", "There is no unit {0} in the register.");

    public override string Id => "watch";

    public override string Name => "Watch list";

    public override Type Texts => typeof(WatchImport);

    public override string ContentType => VisitTypes.WatchEntry;

    public override string Permission => VisitPermissions.Watch;

    public override int Order => 120;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(WatchedName, "Name", "Given and family names; empty where only a plate is known.", Example: "Ramón Ejemplo Ficticio") { IsKey = true, MaxLength = 120, AlsoCalled = ["Nombre", "Persona"] },
        new(Plate, "Plate", "Of the car.", Example: "7598-DMO") { MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new ImportColumn(Level, "Strictness", "Whether the gate is told, or has to stop the person.", Example: "Hint") { Required = true }.Of<WatchLevel>(level => level == WatchLevel.Stop ? "stop" : "hint"),
        new ImportColumn(Kind, "Kind", "Why, for figures.", Example: "Other") { Required = true }.Of<WatchKind>(NameOf),
        new(Reason, "Reason", "Why, in words; for those who keep the list.", Example: "Daños sin pagar en el garaje") { Required = true, MaxLength = 500, AlsoCalled = ["Motivo"] },
        new(Unit, "Unit", "Code of the unit; empty for the whole community.") { MaxLength = 16 },
        new(Expires, "Until", "Last day; empty for none.", ImportKind.Day) { AlsoCalled = ["Hasta"] },
        new(Review, "Review on", "Day on which somebody looks whether it is still right; empty for in six months.", ImportKind.Day),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, (await times.GetAsync()).DayAt(clock.UtcNow), await session.Query<ContentItem, WatchIndex>().ListAsync(contents), clock.UtcNow);

    private static string NameOf(WatchKind kind) => kind switch
    {
        WatchKind.PersonaNonGrata => "not welcome",
        WatchKind.CourtOrder => "court order",
        WatchKind.UnpaidDamage => "unpaid damage",
        WatchKind.Solicitor => "solicitor",
        WatchKind.HostsWish => "the host's wish",
        _ => "other",
    };

    private sealed class Book(WatchImport list, DateOnly today, IEnumerable<ContentItem> entries, DateTime nowUtc) : ImportBook
    {
        private readonly Dictionary<string, UnitSummary?> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, WatchPlan> _plans = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ContentItem> _known = entries
            .Where(item => item.As<WatchEntryPart>() is { State: WatchState.Proposed or WatchState.Active })
            .GroupBy(item => Key(item.As<WatchEntryPart>()!.Who.Name, item.As<WatchEntryPart>()!.Who.Plate, item.As<WatchEntryPart>()!.UnitId))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.UnitAsync(code);
        }

        public override string KeyOf(ImportRow row) => Key(row.Text(WatchedName), VisitPlan.Plate(row.Text(Plate)), UnitOf(row)?.Id);

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // What two people have agreed on is not changed by a file.
            if (!isNew) return;
            var unit = UnitOf(row);
            var plan = new WatchPlan(
                new Watched(row.Text(WatchedName), null, VisitPlan.Plate(row.Text(Plate))), row.Choice<WatchLevel>(Level)!.Value, row.Choice<WatchKind>(Kind)!.Value, row.Text(Reason)!,
                unit?.Id, unit?.Code, row.Day(Expires), row.Day(Review) ?? today.AddMonths(6), ManagerLifts: false);
            item.Alter<WatchEntryPart>(entry => entry.Propose(_check, nowUtc, today, plan));
            item.DisplayText = plan.Who.Name ?? plan.Who.Plate ?? "";
            _plans[item.ContentItemId] = plan;
        }

        // Proposed by whoever imports, so that somebody else has to agree.
        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (!_plans.Remove(item.ContentItemId, out var plan)) return;
            var entry = new WatchEntryPart();
            var step = entry.Propose(new Actor(actor.Id, actor.Name, [VisitPermissions.Watch]), nowUtc, today, plan);
            item.Apply(entry);
            await list.KeepAsync(item, step);
        }

        private UnitSummary? UnitOf(ImportRow row) => row.Text(Unit) is { } code ? _units.GetValueOrDefault(code) ?? throw NoSuchUnit.At(Unit, code) : null;

        private static string Key(string? name, string? plate, string? unitId) => $"{SearchText.Fold(name)}|{plate}|{unitId}";
    }

    private Task<UnitSummary?> UnitAsync(string code) => units.FindByCodeAsync(code);

    private Task KeepAsync(ContentItem item, Step step) => history.KeepAsync(WatchList.Record, item.ContentItemId, step);
}
