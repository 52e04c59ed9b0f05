using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>Vehicles from a spreadsheet (PRK-12): those that the office knows already, so they count as verified.</summary>
public sealed class VehicleImport(ISession session, IContentManager contents, HolderLookup holders, RecordHistory history, IClock clock) : ImportList
{
    private const string PlateColumn = "Plate";
    private const string Kind = "Kind";
    private const string Unit = "UnitId";
    private const string Person = "Person";
    private const string Make = "Make";
    private const string Electric = "Electric";
    private const string Blocked = "Blocked";

    internal static readonly Actor List = new("list", "list", [ParkingPermissions.Handle]);

    public override string Id => "vehicles";

    public override string Name => "Vehicles";

    public override Type Texts => typeof(ParkingTexts);

    public override string ContentType => ParkingTypes.Vehicle;

    public override string Permission => ParkingPermissions.Manage;

    public override int Order => 210;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(PlateColumn, "Plate", "However it is written.", Example: "1234-DMO") { Required = true, IsKey = true, MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new ImportColumn(Kind, "Kind", "Empty for a car.", Example: "Car") { AlsoCalled = ["Clase"] }.Of<VehicleKind>(VehicleLifecycle.Name),
        new(Unit, "Unit", "Code of the unit that it belongs to.", Example: "B-07-C") { Required = true, MaxLength = 16, AlsoCalled = ["Unidad"] },
        new(Person, "Person", "Who drives it; empty for the first of the unit.", Example: "Elena Ríos Vidal") { MaxLength = 160, AlsoCalled = ["Persona", "Titular"] },
        new(Make, "Make and colour", "Empty for unknown.", Example: "Seat Ibiza, blanco") { MaxLength = 60, AlsoCalled = ["Marca y color"] },
        new(Electric, "Electric", "Whether it charges.", ImportKind.YesNo, "no") { AlsoCalled = ["Eléctrico"] },
        new(Blocked, "Blocked for", "Why the gate does not open for it; empty for not blocked.") { MaxLength = 200, AlsoCalled = ["Bloqueado por"] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(
        this,
        (await session.Query<ContentItem, VehicleIndex>(row => row.LivePlateKey != null).ListAsync(contents)).ToDictionary(item => item.GetOrCreate<VehiclePart>().Facts.Plate, StringComparer.Ordinal));

    private sealed class Book(VehicleImport list, Dictionary<string, ContentItem> known) : ImportBook
    {
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override Task PrepareAsync(IReadOnlyList<ImportRow> rows) => list.Holders.ReadAsync(rows.Select(row => row.Text(Unit)));

        public override string KeyOf(ImportRow row) => Plate.Normal(row.Text(PlateColumn)) ?? throw ParkingRefusals.PlateWrong.At(PlateColumn);

        public override ContentItem? Find(string key, ImportRow row) => known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // Whose a vehicle is and what it may is changed on its page; a file adds.
            if (!isNew) return;
            var holder = list.Holders.Of(row.Text(Unit)!, row.Text(Person), Unit, Person);
            var now = list.Clock.UtcNow;
            item.Alter<VehiclePart>(vehicle =>
            {
                var facts = VehicleFacts.Of(row.Text(PlateColumn), row.Choice<VehicleKind>(Kind) ?? VehicleKind.Car, row.Text(Make), row.YesNo(Electric, false), PlateColumn);
                var steps = new List<Step> { vehicle.Register(List, now, facts, holder), vehicle.Take(VehicleVerbs.Verify, List, now) };
                if (row.Text(Blocked) is { Length: > 0 } why) steps.Add(vehicle.Take(VehicleVerbs.Block, List, now, why));
                _steps[facts.Plate] = steps;
                item.DisplayText = facts.Written;
            });
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.GetOrCreate<VehiclePart>().Facts.Plate, out var steps) ? list.History.KeepAsync(ParkingTypes.VehicleKind, item.ContentItemId, steps.TakeLast(1)) : Task.CompletedTask;
    }

    private HolderLookup Holders => holders;

    private RecordHistory History => history;

    private IClock Clock => clock;
}

/// <summary>Units and their people, read once for a file.</summary>
public sealed class HolderLookup(IUnitDirectory units, ITies ties, IPersonDirectory people, ParkingBook book)
{
    private readonly Dictionary<string, (UnitSummary Unit, IReadOnlyList<PersonSummary> People)> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the units of a file.</summary>
    public async Task ReadAsync(IEnumerable<string?> codes)
    {
        var today = await book.TodayAsync();
        var ids = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var code in codes.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Where(code => !_known.ContainsKey(code)))
        {
            if (await units.FindByCodeAsync(code) is not { } unit) continue;
            ids[code] = [.. (await ties.OfUnitAsync(unit.Id, today)).Where(tie => tie.Kind != TieKind.Staff).OrderByDescending(tie => tie.AtHome).Select(tie => tie.PersonId).Distinct(StringComparer.Ordinal)];
            _known[code] = (unit, []);
        }

        var found = await people.FindManyAsync(ids.Values.SelectMany(of => of).Distinct(StringComparer.Ordinal));
        foreach (var (code, of) in ids) _known[code] = (_known[code].Unit, [.. of.Where(found.ContainsKey).Select(id => found[id])]);
    }

    /// <summary>The holder that a row names.</summary>
    /// <exception cref="RefusedException">There is no such unit, or nobody of that name in it.</exception>
    public Holder Of(string code, string? name, string unitColumn, string personColumn)
    {
        if (!_known.TryGetValue(code, out var known)) throw ParkingRefusals.UnitUnknown.At(unitColumn, code);
        var person = name is null
            ? known.People.Count > 0 ? known.People[0] : null
            : known.People.FirstOrDefault(person => SearchText.Fold(person.DisplayName) == SearchText.Fold(name)) ?? throw ParkingRefusals.PersonNotOfUnit.At(personColumn);
        return new(known.Unit.Id, known.Unit.Code, person?.Id, person?.DisplayName);
    }
}
