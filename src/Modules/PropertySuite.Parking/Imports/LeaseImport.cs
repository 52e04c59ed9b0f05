using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>Leases that run already, from the book that an office kept before. The database holds their days apart as it does those of any right.</summary>
public sealed class LeaseImport(ISession session, IContentManager contents, RecordHistory history, ParkingBook book, ParkingRules rules, IClock clock) : ImportList
{
    private const string Number = "Number";
    private const string Space = "Space";
    private const string PlateColumn = "Plate";
    private const string From = "From";
    private const string Last = "Last";
    private const string Rent = "Rent";

    private static readonly Refusal NoSpace = new(typeof(ParkingTexts), "parking-leases.no-space", "There is no space {0}.");
    private static readonly Refusal NotToLet = new(typeof(ParkingTexts), "parking-leases.not-to-let", "Space {0} is not to let.");
    private static readonly Refusal EndsFirst = new(typeof(ParkingTexts), "parking-leases.ends-first", "The last day comes before the first.");
    private static readonly Refusal IsOver = new(typeof(ParkingTexts), "parking-leases.is-over", "This lease is over. Only those that run or begin later are taken.");
    private static readonly Refusal Overlaps = new(typeof(ParkingTexts), "parking-leases.overlaps", "Somebody has a right to space {0} on some of these days.");
    private static readonly Refusal NoVehicle = new(typeof(ParkingTexts), "parking-leases.no-vehicle", "There is no vehicle {0} on the register.");

    public override string Id => "parking-leases";

    public override string Name => "Parking leases";

    public override Type Texts => typeof(ParkingTexts);

    public override string ContentType => ParkingTypes.Lease;

    public override string Permission => ParkingPermissions.Manage;

    public override int Order => 220;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "Number of the contract; it stays.", Example: "P-0017") { Required = true, IsKey = true, MaxLength = 40, AlsoCalled = ["Número", "Contrato"] },
        new(Space, "Space", "Area and number.", Example: "P1-017") { Required = true, MaxLength = 24, AlsoCalled = ["Plaza"] },
        new(PlateColumn, "Plate", "A vehicle of the register.", Example: "1234-DMO") { Required = true, MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new(From, "First day", "Day.", ImportKind.Day, "2026-03-01") { Required = true, AlsoCalled = ["Desde"] },
        new(Last, "Last day", "Day, included.", ImportKind.Day, "2027-02-28") { Required = true, AlsoCalled = ["Hasta"] },
        new(Rent, "Rent a month", "In the community's currency.", ImportKind.Decimal, "62.00") { Required = true, AlsoCalled = ["Renta"] },
    ];

    public override async Task<ImportBook> OpenAsync()
    {
        var spaces = (await session.Query<ContentItem, SpaceIndex>().ListAsync(contents)).ToDictionary(item => item.GetOrCreate<SpacePart>().Code, StringComparer.OrdinalIgnoreCase);
        var vehicles = (await session.Query<ContentItem, VehicleIndex>(row => row.LivePlateKey != null).ListAsync(contents)).ToDictionary(item => item.GetOrCreate<VehiclePart>().Facts.Plate, StringComparer.Ordinal);
        var known = (await session.QueryIndex<LeaseIndex>().ListAsync()).ToDictionary(row => row.Number, row => row.LeaseId, StringComparer.Ordinal);
        var today = await book.TodayAsync();
        var rights = (await session.QueryIndex<RightIndex>().ListAsync()).Select(right => (right.SpaceId, new Period(right.FromDay.AsDay(), right.UntilDay.AsDay()), right.RecordId)).ToList();
        return new Book(history, contents, spaces, vehicles, known, rights, today, (await rules.GetAsync()).GraceDays, clock.UtcNow);
    }

    private sealed class Book(
        RecordHistory history,
        IContentManager contents,
        Dictionary<string, ContentItem> spaces,
        Dictionary<string, ContentItem> vehicles,
        Dictionary<string, string> known,
        List<(string SpaceId, Period Period, string RecordId)> rights,
        DateOnly today,
        int graceDays,
        DateTime nowUtc) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _leases = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var number in rows.Select(row => row.Text(Number)!).Where(known.ContainsKey).Distinct(StringComparer.Ordinal).ToList())
            {
                if (await contents.GetAsync(known[number]) is { } item) _leases[number] = item;
            }
        }

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => _leases.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // A contract is not rewritten by a file: it is renewed, ended or released on its page.
            if (!isNew) return;
            var spaceItem = spaces.GetValueOrDefault(row.Text(Space)!) ?? throw NoSpace.At(Space, row.Text(Space)!);
            var space = spaceItem.GetOrCreate<SpacePart>();
            if (space.Use != SpaceUse.ToLet) throw NotToLet.At(Space, space.Code);
            var vehicleItem = Plate.Normal(row.Text(PlateColumn)) is { } plate ? vehicles.GetValueOrDefault(plate) : null;
            var vehicle = vehicleItem?.GetOrCreate<VehiclePart>() ?? throw NoVehicle.At(PlateColumn, row.Text(PlateColumn)!);
            var period = new Period(row.Day(From)!.Value, row.Day(Last)!.Value.AddDays(1));
            if (period.Days < 1) throw EndsFirst.At(Last);
            if (period.Last < today) throw IsOver.At(Last);
            if (rights.Any(right => right.SpaceId == spaceItem.ContentItemId && right.RecordId != item.ContentItemId && right.Period.Overlaps(period))) throw Overlaps.At(Space, space.Code);
            if (row.Decimal(Rent) is not ({ } monthly and >= 0 and <= 10_000)) throw ParkingRefusals.PriceWrong.At(Rent);

            item.Alter<LeasePart>(lease =>
            {
                var terms = new LeaseTerms(spaceItem.ContentItemId, space.Code, space.Facts.AreaCode, period, decimal.Round(monthly, 2));
                var steps = new List<Step> { lease.Begin(VehicleImport.List, nowUtc, today, terms, vehicle.Holder, vehicleItem!.ContentItemId, vehicle.Facts.Written, graceDays) };
                lease.Numbered(row.Text(Number)!);
                steps.AddRange(lease.Tick(today, nowUtc, isPromised: false));
                _steps[lease.Number] = steps;
            });
            item.DisplayText = row.Text(Number);
        }

        public override void Accept(ContentItem item, ImportRow row, bool isNew)
        {
            if (isNew && item.GetOrCreate<LeasePart>() is { Held: { } held }) rights.Add((held.SpaceId, held.Period, item.ContentItemId));
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.GetOrCreate<LeasePart>().Number, out var steps) ? history.KeepAsync(ParkingTypes.LeaseNumber, item.ContentItemId, steps) : Task.CompletedTask;
    }
}
