using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>Visitors that a unit expects (VIS-01), such as the guests of a party or those of the list that the desk kept before: each gets a pass.</summary>
public sealed class ExpectedVisitImport(
    ISession session, IContentManager contents, IUnitDirectory units, RecordHistory history, NumberSeries numbers, CommunityCode community,
    PassKeys keys, PassMaker maker, VisitPolicy policy, CommunityTimes times, IClock clock) : ImportList
{
    private const string GuestName = "Name";
    private const string Phone = nameof(Phone);
    private const string Persons = nameof(Persons);
    private const string Plate = nameof(Plate);
    private const string Kind = nameof(Kind);
    private const string Unit = "UnitId";
    private const string From = nameof(From);
    private const string Until = nameof(Until);

    internal static readonly Refusal NoSuchUnit = new(typeof(ExpectedVisitImport), "expected-visit.no-such-unit", "There is no unit {0} in the register.");
    internal static readonly Refusal Over = new(typeof(ExpectedVisitImport), "expected-visit.over", "This lies behind: nobody is expected then.");

    public override string Id => "expected-visits";

    public override string Name => "Expected visits";

    public override Type Texts => typeof(ExpectedVisitImport);

    public override string ContentType => VisitTypes.Visit;

    public override string Permission => VisitPermissions.Badges;

    public override int Order => 112;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(GuestName, "Visitor", "Who is expected.", Example: "Berta Luna") { Required = true, IsKey = true, MaxLength = 120, AlsoCalled = ["Nombre", "Visitante"] },
        new(Unit, "Unit", "Code of the unit that is visited.", Example: "B-07-C") { Required = true, IsKey = true, MaxLength = 16 },
        new(From, "From", "Day and time.", ImportKind.Moment, "2026-12-24 19:00") { Required = true, IsKey = true, AlsoCalled = ["Desde", "Llegada"] },
        new(Until, "Until", "Day and time.", ImportKind.Moment, "2026-12-24 23:00") { Required = true, AlsoCalled = ["Hasta"] },
        new ImportColumn(Kind, "Kind", "What they come for.", Example: "Guest") { Required = true, AlsoCalled = ["Clase"] }.Of<VisitKind>(VisitKinds.Name),
        new(Persons, "Persons", "How many come; empty for one.", ImportKind.Whole, "1"),
        new(Phone, "Phone", "Of the visitor; empty for none.", Example: "600 000 110") { MaxLength = 30, AlsoCalled = ["Teléfono"] },
        new(Plate, "Plate", "Of the car; empty for none.", Example: "7598-DMO") { MaxLength = 20, AlsoCalled = ["Matrícula"] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await times.GetAsync(), clock.UtcNow);

    private sealed class Book(ExpectedVisitImport list, CommunityTime time, DateTime nowUtc) : ImportBook
    {
        private readonly Dictionary<string, UnitSummary?> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<ImportRow, (VisitPlan Plan, VisitPass Pass)> _plans = [];
        private readonly Dictionary<string, (VisitPlan Plan, VisitPass Pass)> _new = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)!).Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.UnitAsync(code);
            foreach (var item in await list.OpenVisitsAsync([.. _units.Values.OfType<UnitSummary>().Select(unit => unit.Id)]))
            {
                var visit = item.As<VisitPart>()!;
                _known[Key(visit.Guest.Name, visit.Host.UnitId, visit.Window.FromUtc)] = item;
            }

            var codes = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (_units.GetValueOrDefault(row.Text(Unit)!) is not { } unit) continue;
                var window = new VisitWindow(UtcOf(row.Moment(From)!.Value), UtcOf(row.Moment(Until)!.Value, end: true));
                var guest = new VisitGuest(row.Text(GuestName)!, row.Text(Phone), row.Whole(Persons) ?? 1, VisitPlan.Plate(row.Text(Plate)));
                _plans[row] = await list.PlanAsync(new VisitPlan(row.Choice<VisitKind>(Kind)!.Value, guest, new VisitHost(unit.Id, unit.Code, null, null), window), time.DayAt(window.FromUtc), codes);
            }
        }

        public override string KeyOf(ImportRow row) => Key(row.Text(GuestName), UnitOf(row).Id, UtcOf(row.Moment(From)!.Value));

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // What has been announced is changed by its own page.
            if (!isNew) return;
            var planned = _plans[row];
            if (planned.Plan.Window.UntilUtc <= nowUtc) throw Over.At(Until);
            item.Alter<VisitPart>(visit => visit.Invite(HostOf(planned.Plan), nowUtc, planned.Plan, planned.Pass));
            item.DisplayText = planned.Plan.Guest.Name;
            _new[item.ContentItemId] = planned;
        }

        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (!_new.Remove(item.ContentItemId, out var planned)) return;
            await list.EnsureKeysAsync();
            var visit = new VisitPart();
            var step = visit.Invite(HostOf(planned.Plan, actor), nowUtc, planned.Plan, planned.Pass);
            visit.Take(await list.NumberAsync(time.DayAt(nowUtc).Year));
            item.DisplayText = visit.Number;
            item.Apply(visit);
            await list.KeepAsync(item, step);
        }

        // Who may import announces for every unit.
        private static Actor HostOf(VisitPlan plan, Actor? actor = null) =>
            new(actor?.Id ?? "import", actor?.Name ?? "import", [VisitPermissions.Announce], [plan.Host.UnitId]);

        private UnitSummary UnitOf(ImportRow row) => _units.GetValueOrDefault(row.Text(Unit)!) ?? throw NoSuchUnit.At(Unit, row.Text(Unit)!);

        private DateTime UtcOf(DateTime local, bool end = false) => time.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), end);

        private static string Key(string? name, string unitId, DateTime fromUtc) => $"{SearchText.Fold(name)}|{unitId}|{fromUtc.Ticks}";
    }

    private Task EnsureKeysAsync() => keys.EnsureAsync(session);

    private Task<UnitSummary?> UnitAsync(string code) => units.FindByCodeAsync(code);

    private Task<IEnumerable<ContentItem>> OpenVisitsAsync(string[] unitIds) =>
        session.Query<ContentItem, VisitIndex>(row => row.UnitId.IsIn(unitIds) && row.State == nameof(VisitState.Invited)).ListAsync(contents);

    private async Task<(VisitPlan, VisitPass)> PlanAsync(VisitPlan plan, DateOnly day, HashSet<string> codes) =>
        (await policy.CompleteAsync(plan), await maker.MakeAsync(day, async code => !codes.Add($"{day:O}{code}") || await session.QueryIndex<VisitIndex>(row => row.LiveCodeKey == PassMaker.CodeKey(day, code)).CountAsync() > 0));

    private async Task<string> NumberAsync(int year) => await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, year);

    private Task KeepAsync(ContentItem item, Step step) => history.KeepAsync(VisitTypes.Number, item.ContentItemId, [step]);
}
