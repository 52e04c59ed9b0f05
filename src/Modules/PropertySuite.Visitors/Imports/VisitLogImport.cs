using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>Past visits from the log that a gate kept before (VIS-18): what was written stays as it was written.</summary>
public sealed class VisitLogImport(
    ISession session, IContentManager contents, IUnitDirectory units, IEntrances entrances, RecordHistory history, CommunityTimes times, IClock clock) : ImportList
{
    private const string Number = nameof(Number);
    private const string GuestName = "Name";
    private const string Persons = nameof(Persons);
    private const string Plate = nameof(Plate);
    private const string Kind = nameof(Kind);
    private const string Unit = "UnitId";
    private const string CameIn = nameof(CameIn);
    private const string WentOut = nameof(WentOut);
    private const string Entrance = nameof(Entrance);
    private const string Result = nameof(Result);

    private static readonly Actor _log = new("log", "log", [VisitPermissions.Register, VisitPermissions.Operate, VisitPermissions.View]);

    internal static readonly Refusal NoSuchUnit = new(typeof(VisitLogImport), "visit-log.no-such-unit", "There is no unit {0} in the register.");
    internal static readonly Refusal NoSuchEntrance = new(typeof(VisitLogImport), "visit-log.no-such-entrance", "There is no entrance {0}. Write its code: {1}.");
    internal static readonly Refusal NotPast = new(typeof(VisitLogImport), "visit-log.not-past", "A log tells what has been: this lies ahead.");
    internal static readonly Refusal LeftFirst = new(typeof(VisitLogImport), "visit-log.left-first", "Nobody leaves before coming in.");
    // Who came in before and has no end in the log was forgotten there: that is asked, not guessed.
    private static readonly TimeSpan _insideAtMost = TimeSpan.FromHours(24);

    internal static readonly Refusal LeavingMissing = new(typeof(VisitLogImport), "visit-log.leaving-missing", "Write when the visitor left, or that the visitor was refused.");

    public override string Id => "visits";

    public override string Name => "Past visits";

    public override Type Texts => typeof(VisitLogImport);

    public override string ContentType => VisitTypes.Visit;

    public override string Permission => VisitPermissions.Badges;

    public override int Order => 110;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "The line's number in the log; it stays the visit's number.", Example: "LIBRO-00017") { Required = true, IsKey = true, MaxLength = 40 },
        new(GuestName, "Visitor", "As in the log.", Example: "Mohamed Tena") { Required = true, MaxLength = 120, AlsoCalled = ["Nombre", "Visitante"] },
        new(Persons, "Persons", "How many came; empty for one.", ImportKind.Whole, "1"),
        new(Plate, "Plate", "Of the car; empty for none.", Example: "7598-DMO") { MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new ImportColumn(Kind, "Kind", "What they came for.", Example: "Delivery") { Required = true, AlsoCalled = ["Clase"] }.Of<VisitKind>(VisitKinds.Name),
        new(Unit, "Unit", "Code of the unit that was visited.", Example: "B-07-C") { Required = true, MaxLength = 16 },
        new(CameIn, "Came in", "Day and time.", ImportKind.Moment, "2026-10-24 07:04") { Required = true, AlsoCalled = ["Llegada", "Entrada a las"] },
        new(WentOut, "Left", "Day and time; empty for whoever was refused or is still inside.", ImportKind.Moment, "2026-10-24 07:19") { AlsoCalled = ["Salida"] },
        new(Entrance, "Entrance", "Code of the entrance; empty for the main one.", Example: "N") { MaxLength = 4 },
        new ImportColumn(Result, "Result", "Empty, or that the visitor was refused.") { Kind = ImportKind.Choice, Choices = [new("refused", "refused")], AlsoCalled = ["Resultado"] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await times.GetAsync(), await entrances.ListAsync(), clock.UtcNow);

    private sealed class Book(VisitLogImport list, CommunityTime time, IReadOnlyList<EntranceSummary> entrances, DateTime nowUtc) : ImportBook
    {
        private const int Portion = 500;

        private readonly Dictionary<string, UnitSummary?> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)!).Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.UnitAsync(code);
            foreach (var numbers in rows.Select(row => row.Text(Number)!).Distinct(StringComparer.Ordinal).Chunk(Portion))
            {
                foreach (var item in await list.KnownAsync(numbers)) _known[item.As<VisitPart>()!.Number] = item;
            }
        }

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // A line of a log is not rewritten.
            if (!isNew) return;
            var came = time.ToUtc(DateOnly.FromDateTime(row.Moment(CameIn)!.Value), TimeOnly.FromDateTime(row.Moment(CameIn)!.Value));
            var left = row.Moment(WentOut) is { } out_ ? time.ToUtc(DateOnly.FromDateTime(out_), TimeOnly.FromDateTime(out_), end: true) : (DateTime?)null;
            var refused = row.Text(Result) == "refused";
            if (came >= nowUtc) throw NotPast.At(CameIn);
            if (left >= nowUtc) throw NotPast.At(WentOut);
            if (left <= came) throw LeftFirst.At(WentOut);
            if (left is null && !refused && nowUtc - came > _insideAtMost) throw LeavingMissing.At(WentOut);

            var unit = _units.GetValueOrDefault(row.Text(Unit)!) ?? throw NoSuchUnit.At(Unit, row.Text(Unit)!);
            var gate = GateOf(row);
            var kind = row.Choice<VisitKind>(Kind)!.Value;
            var stay = VisitKinds.UsualStay(kind);
            var plan = new VisitPlan(
                kind, new VisitGuest(row.Text(GuestName)!, null, row.Whole(Persons) ?? 1, VisitPlan.Plate(row.Text(Plate))), new VisitHost(unit.Id, unit.Code, null, null), new VisitWindow(came, came + stay));
            item.Alter<VisitPart>(visit =>
            {
                var steps = new List<Step> { visit.Register(_log, came, plan, identitySeen: true) };
                steps.Add(visit.Log(_log, came, !refused, unit.Code, null));
                if (!refused)
                {
                    steps.Add(visit.Admit(_log, came, gate, plan.Guest.Persons, null));
                    if (left is { } leftAt) steps.Add(visit.Leave(_log, leftAt, gate, BadgeReturn.None));
                }

                visit.Take(row.Text(Number)!);
                _steps[row.Text(Number)!] = steps;
            });
            item.DisplayText = row.Text(Number);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.As<VisitPart>()!.Number, out var steps) ? list.KeepAsync(item, steps) : Task.CompletedTask;

        private GatePlace GateOf(ImportRow row)
        {
            var wanted = row.Text(Entrance);
            var found = wanted is null ? entrances.Count > 0 ? entrances[0] : null : entrances.FirstOrDefault(entrance => entrance.Code.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            return found is null ? throw NoSuchEntrance.At(Entrance, wanted ?? "", string.Join(", ", entrances.Select(entrance => entrance.Code))) : new GatePlace(found.Id, found.Name);
        }
    }

    private Task<UnitSummary?> UnitAsync(string code) => units.FindByCodeAsync(code);

    private Task<IEnumerable<ContentItem>> KnownAsync(string[] numbers) => session.Query<ContentItem, VisitIndex>(row => row.Number.IsIn(numbers)).ListAsync(contents);

    // What a reader of the record wants to know of a past visit: who came in, and the end.
    private Task KeepAsync(ContentItem item, List<Step> steps) => history.KeepAsync(VisitTypes.Number, item.ContentItemId, steps.TakeLast(2));
}
