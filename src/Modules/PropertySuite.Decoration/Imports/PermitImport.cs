using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Decoration;

/// <summary>Works from an office's old records, as they stand, with the deposit that is held. A number that is there already changes nothing.</summary>
public sealed class PermitImport(
    ISession session, IContentManager contents, IUnitDirectory units, Applicants applicants, Permits permits, RecordHistory history, IMoneyBook money, NumberSeries numbers, CommunityCode community, CommunityTimes times, IClock clock) : ImportList
{
    private const string Number = nameof(Number);
    private const string Unit = "UnitId";
    private const string Applicant = nameof(Applicant);
    private const string Contractor = nameof(Contractor);
    private const string SiteManager = nameof(SiteManager);
    private const string Phone = nameof(Phone);
    private const string Scope = nameof(Scope);
    private const string What = nameof(What);
    private const string State = nameof(State);
    private const string From = nameof(From);
    private const string Until = nameof(Until);
    private const string Accepted = nameof(Accepted);
    private const string Workers = nameof(Workers);
    private const string Deposit = nameof(Deposit);
    private const string Kept = nameof(Kept);
    private const string KeptWhy = nameof(KeptWhy);

    private static readonly Dictionary<string, ScopeKind> Words = new(StringComparer.Ordinal)
    {
        ["acabados"] = ScopeKind.Finishes, ["pintura"] = ScopeKind.Finishes, ["tabiques"] = ScopeKind.Walls, ["bano"] = ScopeKind.WetArea, ["cocina"] = ScopeKind.WetArea, ["electricidad"] = ScopeKind.Electrics,
        ["gas"] = ScopeKind.Gas, ["aire"] = ScopeKind.AirConditioning, ["balcon"] = ScopeKind.Balcony, ["ventanas"] = ScopeKind.Windows,
        ["paint"] = ScopeKind.Finishes, ["bathroom"] = ScopeKind.WetArea, ["kitchen"] = ScopeKind.WetArea, ["air"] = ScopeKind.AirConditioning,
        ["油漆"] = ScopeKind.Finishes, ["隔墙"] = ScopeKind.Walls, ["卫生间"] = ScopeKind.WetArea, ["厨房"] = ScopeKind.WetArea, ["电"] = ScopeKind.Electrics, ["燃气"] = ScopeKind.Gas, ["空调"] = ScopeKind.AirConditioning, ["阳台"] = ScopeKind.Balcony, ["窗"] = ScopeKind.Windows,
    };

    internal static readonly Refusal NoSuchUnit = new(typeof(PermitImport), "works-import.no-such-unit", "There is no unit {0} in the register.");
    internal static readonly Refusal NoScope = new(typeof(PermitImport), "works-import.no-scope", "“{0}” is no kind of works. Write for example: bathroom, electrics.");
    internal static readonly Refusal SecondOpen = new(typeof(PermitImport), "works-import.second-open", "The unit {0} has open works already.");

    public override string Id => "works";

    public override string Name => "Works in units";

    public override Type Texts => typeof(PermitImport);

    public override string ContentType => PermitPart.ContentType;

    public override string Permission => DecorationPermissions.Decide;

    public override int Order => 130;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "Number in the old records; kept in the remarks.", Example: "OBR-2025-014") { Required = true, IsKey = true, MaxLength = 30, AlsoCalled = ["Número", "Expediente"] },
        new(Unit, "Unit", "Code of the unit.", Example: "E-10-B") { Required = true, MaxLength = 16, AlsoCalled = ["Unidad", "Piso"] },
        new(Applicant, "Applicant", "Who applied, as in the register.", Example: "Carmen Luján Ibáñez") { Required = true, MaxLength = 120, AlsoCalled = ["Solicitante"] },
        new(Contractor, "Contractor", "The firm.", Example: "Obras Miravalle") { Required = true, MaxLength = 120, AlsoCalled = ["Contratista"] },
        new(SiteManager, "Site manager", "Who answers for the site.", Example: "Óscar Benavides") { Required = true, MaxLength = 120, AlsoCalled = ["Jefe de obra"] },
        new(Phone, "Phone", "His or her phone.", Example: "600 000 471") { Required = true, MaxLength = 30, AlsoCalled = ["Teléfono"] },
        new(Scope, "Scope", "What is worked on: paint, walls, bathroom, electrics, gas, air, balcony, windows.", Example: "bathroom, electrics") { Required = true, MaxLength = 120, AlsoCalled = ["Alcance"] },
        new(What, "Description", "In a few words.", Example: "New bathroom 1") { MaxLength = 400, AlsoCalled = ["Descripción"] },
        new ImportColumn(State, "State", "Where it stands.", Example: "Works under way") { Required = true, AlsoCalled = ["Estado"] }.Of<PermitState>(PermitLifecycle.Name),
        new(From, "First day", "First day of the works.", ImportKind.Moment, "2026-11-16 08:00") { Required = true, AlsoCalled = ["Desde"] },
        new(Until, "Last day", "Last day of the permit.", ImportKind.Moment, "2026-12-18 20:00") { Required = true, AlsoCalled = ["Hasta"] },
        new(Accepted, "Accepted on", "Day of acceptance; empty before.", ImportKind.Moment) { AlsoCalled = ["Recibida el"] },
        new(Workers, "Workers", "How many workers have a pass.", ImportKind.Whole, "6") { AlsoCalled = ["Operarios"] },
        new(Deposit, "Deposit held", "What the applicant paid as a deposit; empty for none.", ImportKind.Decimal, "700") { AlsoCalled = ["Depósito"] },
        new(Kept, "Kept", "What was kept of it.", ImportKind.Decimal) { AlsoCalled = ["Retenido"] },
        new(KeptWhy, "Kept because", "What for.", Example: "A tile in the corridor") { MaxLength = 200, AlsoCalled = ["Motivo"] },
    ];

    public override async Task<ImportBook> OpenAsync()
    {
        var known = await session.Query<ContentItem, PermitIndex>().ListAsync(contents);
        return new Book(this, [.. known], await times.GetAsync(), clock.UtcNow);
    }

    private sealed class Book(PermitImport list, IReadOnlyList<ContentItem> known, CommunityTime time, DateTime nowUtc) : ImportBook
    {
        private readonly Dictionary<string, (UnitSummary Summary, PermitUnit Unit, IReadOnlyList<Applicant> People)> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _known = known.Where(item => item.As<PermitPart>()!.Plan.Remarks is { } remarks && remarks.StartsWith(Old, StringComparison.Ordinal)).ToDictionary(item => item.As<PermitPart>()!.Plan.Remarks!, StringComparer.Ordinal);
        private readonly HashSet<string> _open = [.. known.Select(item => item.As<PermitPart>()!).Where(permit => PermitStates.IsOpen(permit.State)).Select(permit => permit.Unit.Id)];
        private readonly Dictionary<string, ImportRow> _new = new(StringComparer.Ordinal);

        private const string Old = "№ ";

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)!).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (await list.FindUnitAsync(code) is { } unit) _units[code] = (unit, await list.UnitAsync(unit), await list.PeopleAsync(unit.Id));
            }
        }

        public override string KeyOf(ImportRow row) => Old + row.Text(Number);

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // What goes on here is changed by its own page.
            if (!isNew) return;
            Make(row, "", new Actor("import", "import"));
            if (PermitStates.IsOpen(row.Choice<PermitState>(State)!.Value) && !_open.Add(UnitOf(row).Unit.Id)) throw SecondOpen.At(Unit, row.Text(Unit)!);
            item.DisplayText = row.Text(Number);
            _new[item.ContentItemId] = row;
        }

        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (!_new.TryGetValue(item.ContentItemId, out var row)) return;
            var (permit, step) = Make(row, await list.NumberAsync(time.DayAt(nowUtc).Year), actor);
            permit.DueAtUtc = await list.DueAsync(permit);
            item.DisplayText = permit.Number;
            item.Apply(permit);
            await list.KeepAsync(item.ContentItemId, step);
        }

        public override async Task WrittenAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (_new.Remove(item.ContentItemId, out var row)) await list.BookAsync(item, row, actor);
        }

        private (PermitPart Permit, Step Step) Make(ImportRow row, string number, Actor by)
        {
            var (_, unit, people) = UnitOf(row);
            var name = row.Text(Applicant)!;
            var applicant = people.FirstOrDefault(person => SearchText.Fold(person.Name) == SearchText.Fold(name)) ?? new Applicant(null, name, false);
            var (from, until) = (DateOnly.FromDateTime(row.Moment(From)!.Value), DateOnly.FromDateTime(row.Moment(Until)!.Value));
            if (until < from) throw PermitRefusals.DaysReversed.At(Until);
            var state = row.Choice<PermitState>(State)!.Value;
            var plan = new WorksPlan
            {
                Scope = ScopeOf(row),
                Description = row.Text(What) ?? "",
                From = from,
                Until = until,
                Contractor = row.Text(Contractor)!,
                SiteManager = row.Text(SiteManager)!,
                SiteManagerPhone = row.Text(Phone)!,
                Workers = row.Whole(Workers) ?? 0,
                Remarks = KeyOf(row),
            };
            var permit = new PermitPart();
            DateTime? second = row.Moment(Accepted) is { } accepted ? time.BeginningOf(DateOnly.FromDateTime(accepted).AddMonths(2)) : null;
            var step = permit.TakeOver(by, nowUtc, number, unit, applicant, plan, state, time.BeginningOf(from.AddDays(-14)), time.BeginningOf(until.AddDays(1)), second, 0);
            return (permit, step);
        }

        private (UnitSummary Summary, PermitUnit Unit, IReadOnlyList<Applicant> People) UnitOf(ImportRow row) =>
            _units.TryGetValue(row.Text(Unit)!, out var unit) ? unit : throw NoSuchUnit.At(Unit, row.Text(Unit)!);

        private static ScopeKind[] ScopeOf(ImportRow row) =>
            [.. row.Text(Scope)!.Split([',', ';', '/', '+', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Enum.TryParse<ScopeKind>(word, ignoreCase: true, out var kind) || Words.TryGetValue(SearchText.Fold(word), out kind) ? kind : throw NoScope.At(Scope, word)).Distinct().Order()];
    }

    private Task<UnitSummary?> FindUnitAsync(string code) => units.FindByCodeAsync(code);

    private Task<PermitUnit> UnitAsync(UnitSummary unit) => applicants.UnitAsync(unit);

    private Task<IReadOnlyList<Applicant>> PeopleAsync(string unitId) => applicants.OfUnitAsync(unitId);

    private async Task<string> NumberAsync(int year) => await numbers.NextAsync(await community.GetAsync(), PermitPart.Record, year);

    private Task<DateTime?> DueAsync(PermitPart permit) => permits.DueAsync(permit, PermitVerbs.Import);

    private Task KeepAsync(string id, Step step) => history.KeepAsync(PermitPart.Record, id, step);

    // The deposit as it is held, or what became of it; what is to be paid now is reckoned by the tariff.
    private async Task BookAsync(ContentItem item, ImportRow row, Actor actor)
    {
        var permit = item.As<PermitPart>()!;
        if (permit.State is PermitState.AwaitingPayment)
        {
            await permits.DemandAsync(permit, actor);
        }
        else if (row.Decimal(Deposit) is { } deposit && deposit > 0)
        {
            var demand = await money.DemandAsync(Permits.Ask(permit, new DueSum("DEC-D", DemandKind.Deposit, "Deposit for works", deposit), permit.Plan.From), actor);
            await money.PayAsync(demand.DemandId, $"import:{item.ContentItemId}:paid", deposit, PaymentMethod.Transfer, null, permit.Applicant.Name, actor, permit.Plan.From);
            if (row.Decimal(Kept) is { } kept && kept > 0) await money.DeductAsync(demand.DemandId, $"import:{item.ContentItemId}:kept", kept, row.Text(KeptWhy) ?? row.Text(Number)!, actor);
            if (permit.State is PermitState.Refunded or PermitState.Archived && (await money.FindAsync(demand.DemandId))!.Held is var held and > 0)
            {
                await money.RefundAsync(demand.DemandId, $"import:{item.ContentItemId}:back", held, permit.Applicant.Name, PaymentMethod.Transfer, null, actor);
            }
        }
    }
}
