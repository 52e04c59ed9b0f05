using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>The waiting list that an office kept before (PRK-07): ranks follow from the days on which people applied.</summary>
public sealed class ApplicationImport(ISession session, IContentManager contents, RecordHistory history, CommunityTimes times, ParkingBook book) : ImportList
{
    private const string Number = "Number";
    private const string Area = "Area";
    private const string PlateColumn = "Plate";
    private const string Applied = "Applied";
    private const string Accessible = "Accessible";
    private const string Charger = "Charger";

    private static readonly Refusal NoVehicle = new(typeof(ParkingTexts), "parking-waiting.no-vehicle", "There is no vehicle {0} on the register.");
    private static readonly Refusal NotPast = new(typeof(ParkingTexts), "parking-waiting.not-past", "This day lies ahead.");

    public override string Id => "parking-waiting";

    public override string Name => "Waiting list of parking";

    public override Type Texts => typeof(ParkingTexts);

    public override string ContentType => ParkingTypes.Application;

    public override string Permission => ParkingPermissions.Manage;

    public override int Order => 230;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "Number of the application; it stays.", Example: "E-0004") { Required = true, IsKey = true, MaxLength = 40, AlsoCalled = ["Número", "Solicitud"] },
        new(PlateColumn, "Plate", "A vehicle of the register.", Example: "1234-DMO") { Required = true, MaxLength = 20, AlsoCalled = ["Matrícula"] },
        new(Area, "Area", "Code of the area; empty for any.", Example: "P1") { MaxLength = 10, AlsoCalled = ["Garaje", "Zona"] },
        new(Applied, "Applied on", "Day.", ImportKind.Day, "2026-01-12") { Required = true, AlsoCalled = ["Solicitada el"] },
        new(Accessible, "Accessible", "An accessible space is needed.", ImportKind.YesNo, "no") { AlsoCalled = ["Accesible"] },
        new(Charger, "Charging point", "A charging point is needed.", ImportKind.YesNo, "no") { AlsoCalled = ["Punto de carga"] },
    ];

    public override async Task<ImportBook> OpenAsync()
    {
        var areas = (await session.QueryIndex<AreaIndex>().ListAsync()).ToDictionary(area => area.Code, StringComparer.OrdinalIgnoreCase);
        var vehicles = (await session.Query<ContentItem, VehicleIndex>(row => row.LivePlateKey != null).ListAsync(contents)).ToDictionary(item => item.GetOrCreate<VehiclePart>().Facts.Plate, StringComparer.Ordinal);
        var known = (await session.Query<ContentItem, ApplicationIndex>().ListAsync(contents)).ToDictionary(item => item.GetOrCreate<ApplicationPart>().Number, StringComparer.Ordinal);
        var leased = (await session.QueryIndex<LeaseIndex>(row => row.Live).ListAsync()).ToList();
        return new Book(history, areas, vehicles, known, leased, await times.GetAsync(), await book.TodayAsync());
    }

    private sealed class Book(
        RecordHistory history,
        Dictionary<string, AreaIndex> areas,
        Dictionary<string, ContentItem> vehicles,
        Dictionary<string, ContentItem> known,
        List<LeaseIndex> leased,
        CommunityTime time,
        DateOnly today) : ImportBook
    {
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _taken = known.Values.Select(item => item.GetOrCreate<ApplicationPart>()).Where(application => !ApplicationStates.IsOver(application.State))
            .GroupBy(application => application.VehicleId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Number, StringComparer.Ordinal);

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            if (!isNew) return;
            var vehicleItem = (Plate.Normal(row.Text(PlateColumn)) is { } plate ? vehicles.GetValueOrDefault(plate) : null) ?? throw NoVehicle.At(PlateColumn, row.Text(PlateColumn)!);
            var vehicle = vehicleItem.GetOrCreate<VehiclePart>();
            var vehicleId = vehicleItem.ContentItemId;
            if (_taken.TryGetValue(vehicleId, out var other) && other != row.Text(Number)) throw ParkingRefusals.AppliedAlready.At(PlateColumn, other);
            if (leased.Find(lease => lease.VehicleId == vehicleId) is { } lease) throw ParkingRefusals.LeasedAlready.At(PlateColumn, lease.SpaceCode);
            var area = row.Text(Area) is { } code ? areas.GetValueOrDefault(code) ?? throw ParkingRefusals.AreaUnknown.At(Area, code) : null;
            var applied = row.Day(Applied)!.Value;
            if (applied > today) throw NotPast.At(Applied);
            var at = time.ToUtc(applied, new TimeOnly(12, 0));
            var wish = new ParkingWish(area?.AreaId, area?.Code, VehicleLifecycle.Needs(vehicle.Facts.Kind), row.YesNo(Accessible, false), row.YesNo(Charger, false), applied, 12);
            item.Alter<ApplicationPart>(application =>
            {
                var isFirst = !leased.Exists(lease => lease.UnitId == vehicle.Holder.UnitId);
                List<Step> steps =
                [
                    application.Apply(VehicleImport.List, at, vehicle.Holder, vehicleId, vehicle.Facts.Written, wish, isFirst),
                    application.Take(ApplicationVerbs.Verify, VehicleImport.List, at),
                    application.Take(ApplicationVerbs.Wait, VehicleImport.List, at),
                ];
                application.Numbered(row.Text(Number)!);
                _steps[application.Number] = steps;
            });
            item.DisplayText = row.Text(Number);
        }

        public override void Accept(ContentItem item, ImportRow row, bool isNew)
        {
            if (isNew) _taken[item.GetOrCreate<ApplicationPart>().VehicleId] = row.Text(Number)!;
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.GetOrCreate<ApplicationPart>().Number, out var steps) ? history.KeepAsync(ParkingTypes.ApplicationNumber, item.ContentItemId, steps) : Task.CompletedTask;
    }
}
