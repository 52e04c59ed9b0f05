using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Passes of those who come again and again, from a spreadsheet (VIS-09). A row whose person, unit and first day are there already changes nothing.</summary>
public sealed class RecurringImport(
    ISession session, IContentManager contents, IUnitDirectory units, PassKeys keys, PassMaker maker, NumberSeries numbers, CommunityCode community, RecordHistory history,
    CommunityTimes times, IClock clock) : ImportList
{
    private const string GuestName = "Name";
    private const string Phone = nameof(Phone);
    private const string Plate = nameof(Plate);
    private const string Kind = nameof(Kind);
    private const string Unit = "UnitId";
    private const string Days = nameof(Days);
    private const string From = nameof(From);
    private const string Until = nameof(Until);
    private const string ValidFrom = nameof(ValidFrom);
    private const string ValidUntil = nameof(ValidUntil);
    private const string Holidays = "NotOnHolidays";

    // First letters in three languages; a number is the day of the week.
    private static readonly Dictionary<string, WeekDays> _days = new(StringComparer.Ordinal)
    {
        ["1"] = WeekDays.Monday, ["2"] = WeekDays.Tuesday, ["3"] = WeekDays.Wednesday, ["4"] = WeekDays.Thursday, ["5"] = WeekDays.Friday, ["6"] = WeekDays.Saturday, ["7"] = WeekDays.Sunday,
        ["mo"] = WeekDays.Monday, ["tu"] = WeekDays.Tuesday, ["we"] = WeekDays.Wednesday, ["th"] = WeekDays.Thursday, ["fr"] = WeekDays.Friday, ["sa"] = WeekDays.Saturday, ["su"] = WeekDays.Sunday,
        ["lu"] = WeekDays.Monday, ["ma"] = WeekDays.Tuesday, ["mi"] = WeekDays.Wednesday, ["ju"] = WeekDays.Thursday, ["vi"] = WeekDays.Friday, ["do"] = WeekDays.Sunday,
        ["一"] = WeekDays.Monday, ["二"] = WeekDays.Tuesday, ["三"] = WeekDays.Wednesday, ["四"] = WeekDays.Thursday, ["五"] = WeekDays.Friday, ["六"] = WeekDays.Saturday, ["日"] = WeekDays.Sunday,
    };

    private static readonly Actor _desk = new("import", "import", [VisitPermissions.Register]);

    internal static readonly Refusal NoSuchUnit = new(typeof(RecurringImport), "recurring-import.no-such-unit", "There is no unit {0} in the register.");
    internal static readonly Refusal NotDays = new(typeof(RecurringImport), "recurring-import.not-days", "Write days of the week, such as “lun, jue”, “Mon Thu” or “1,4”.");
    internal static readonly Refusal NotTime = new(typeof(RecurringImport), "recurring-import.not-time", "Write a time, such as 09:00.");

    public override string Id => "recurring";

    public override string Name => "Recurring passes";

    public override Type Texts => typeof(RecurringImport);

    public override string ContentType => VisitTypes.RecurringPass;

    public override string Permission => VisitPermissions.Manage;

    public override int Order => 115;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(GuestName, "Name", "Who comes.", Example: "Amparo Ríos") { Required = true, IsKey = true, MaxLength = 120, AlsoCalled = ["Nombre", "Visitante"] },
        new(Phone, "Phone", "To send the pass to.", Example: "600 000 345") { MaxLength = 30 },
        new(Plate, "Plate", "Of the car; empty for none.") { MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new ImportColumn(Kind, "Kind", "What they come for.", Example: "Domestic help") { Required = true }.Of<VisitKind>(VisitKinds.Name),
        new(Unit, "Unit", "Code of the unit.", Example: "B-07-C") { Required = true, MaxLength = 16 },
        new(Days, "Days", "Days of the week.", Example: "lun, jue") { Required = true, MaxLength = 60, AlsoCalled = ["Días"] },
        new(From, "From", "First time of the day.", Example: "09:00") { Required = true, MaxLength = 8 },
        new(Until, "To", "Time at which it is over.", Example: "13:00") { Required = true, MaxLength = 8 },
        new(ValidFrom, "Since", "First day.", ImportKind.Day, "2026-11-23") { Required = true },
        new(ValidUntil, "Until", "Last day, at most a year later.", ImportKind.Day, "2027-06-30") { Required = true },
        new(Holidays, "Not on holidays", "Whether it rests on holidays.", ImportKind.YesNo, "yes"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, (await times.GetAsync()).DayAt(clock.UtcNow), await session.Query<ContentItem, RecurringIndex>().ListAsync(contents), clock.UtcNow);

    private sealed class Book(RecurringImport list, DateOnly today, IEnumerable<ContentItem> passes, DateTime nowUtc) : ImportBook
    {
        private readonly Dictionary<string, UnitSummary?> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Queue<VisitPass> _passes = new();
        private readonly Dictionary<string, (RecurringPlan Plan, VisitPass Pass)> _new = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ContentItem> _known = passes
            .GroupBy(item => Key(item.As<RecurringPassPart>()!.Guest.Name, item.As<RecurringPassPart>()!.Host.UnitId, item.As<RecurringPassPart>()!.ValidFrom))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)!).Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.UnitAsync(code);
            var codes = new HashSet<string>(StringComparer.Ordinal);
            foreach (var _ in rows) _passes.Enqueue(await list.PassAsync(today, codes));
        }

        public override string KeyOf(ImportRow row) => Key(row.Text(GuestName), UnitOf(row).Id, row.Day(ValidFrom)!.Value);

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // A pass that is out is changed by its own page.
            if (!isNew) return;
            var unit = UnitOf(row);
            var plan = new RecurringPlan(
                row.Choice<VisitKind>(Kind)!.Value, new VisitGuest(row.Text(GuestName)!, row.Text(Phone), 1, VisitPlan.Plate(row.Text(Plate))), new VisitHost(unit.Id, unit.Code, null, null),
                new PassHours(DaysOf(row), TimeOf(row, From), TimeOf(row, Until), row.YesNo(Holidays, true)), row.Day(ValidFrom)!.Value, row.Day(ValidUntil)!.Value);
            var pass = _passes.Dequeue();
            item.Alter<RecurringPassPart>(part => part.Issue(_desk, nowUtc, today, plan, pass));
            item.DisplayText = plan.Guest.Name;
            _new[item.ContentItemId] = (plan, pass);
        }

        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (!_new.Remove(item.ContentItemId, out var issued)) return;
            await list.EnsureKeysAsync();
            var part = new RecurringPassPart();
            var step = part.Issue(new Actor(actor.Id, actor.Name, [VisitPermissions.Register]), nowUtc, today, issued.Plan, issued.Pass);
            part.Take(await list.NumberAsync(today.Year));
            item.DisplayText = part.Number;
            item.Apply(part);
            await list.KeepAsync(item, step);
        }

        private UnitSummary UnitOf(ImportRow row) => _units.GetValueOrDefault(row.Text(Unit)!) ?? throw NoSuchUnit.At(Unit, row.Text(Unit)!);

        private static TimeOnly TimeOf(ImportRow row, string column) =>
            TimeOnly.TryParseExact(row.Text(column), ["H:mm", "H.mm", "H:mm:ss", "HH:mm"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : throw NotTime.At(column);

        private static WeekDays DaysOf(ImportRow row)
        {
            var days = WeekDays.None;
            foreach (var word in SearchText.Fold(row.Text(Days)).Replace("星期", " ", StringComparison.Ordinal).Replace("周", " ", StringComparison.Ordinal).Split([' ', ',', ';', '/', '、', '，', '+'], StringSplitOptions.RemoveEmptyEntries))
                days |= _days.TryGetValue(word.Length > 2 ? word[..2] : word, out var day) ? day : throw NotDays.At(Days);
            return days == WeekDays.None ? throw NotDays.At(Days) : days;
        }

        private static string Key(string? name, string unitId, DateOnly from) => $"{SearchText.Fold(name)}|{unitId}|{from.DayNumber}";
    }

    private Task EnsureKeysAsync() => keys.EnsureAsync(session);

    private Task<UnitSummary?> UnitAsync(string code) => units.FindByCodeAsync(code);

    private Task<VisitPass> PassAsync(DateOnly today, HashSet<string> codes) =>
        maker.MakeAsync(today, async code => !codes.Add(code) || await session.QueryIndex<RecurringIndex>(row => row.LiveCode == code).CountAsync() > 0);

    private async Task<string> NumberAsync(int year)
    {
        return await numbers.NextAsync(await community.GetAsync(), RecurringPasses.Record, year);
    }

    private Task KeepAsync(ContentItem item, Step step) => history.KeepAsync(RecurringPasses.Record, item.ContentItemId, step);
}
