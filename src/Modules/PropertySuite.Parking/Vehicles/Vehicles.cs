using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>The vehicles of the community.</summary>
public sealed class Vehicles(ISession session, IContentManager contents, ParkingBook book, Leases leases, IClock clock)
{
    private const string Removed = nameof(VehicleState.Removed);

    /// <summary>The vehicle with this id; null when there is none.</summary>
    public Task<VehiclePart?> FindAsync(string? id) => book.FindAsync<VehiclePart>(ParkingTypes.Vehicle, id);

    /// <summary>The vehicle on the register with a plate, however it was typed; null when there is none.</summary>
    public async Task<VehiclePart?> OfPlateAsync(string? typed) => Plate.Normal(typed) is { } plate && await session.QueryIndex<VehicleIndex>(row => row.LivePlateKey == plate).FirstOrDefaultAsync() is { } row ? await FindAsync(row.VehicleId) : null;

    /// <summary>Vehicles of a unit that are on the register.</summary>
    public async Task<IReadOnlyList<VehicleIndex>> OfUnitAsync(string unitId) =>
        [.. await session.QueryIndex<VehicleIndex>(row => row.UnitId == unitId && row.State != Removed).OrderBy(row => row.Written).ListAsync()];

    /// <summary>Vehicles of a person that are on the register.</summary>
    public async Task<IReadOnlyList<VehicleIndex>> OfPersonAsync(string personId) =>
        [.. await session.QueryIndex<VehicleIndex>(row => row.PersonId == personId && row.State != Removed).OrderBy(row => row.Written).ListAsync()];

    /// <summary>Registers a vehicle; with <paramref name="replacesId"/> its plate is the new one of another vehicle of the unit (PRK-14).</summary>
    /// <exception cref="RefusedException">The plate is on the register already.</exception>
    public async Task<VehiclePart> RegisterAsync(Actor by, VehicleFacts facts, Holder holder, string? replacesId = null)
    {
        if (replacesId is not null && (await FindAsync(replacesId))?.Holder.UnitId != holder.UnitId) throw ParkingRefusals.VehicleUnknown.At("ReplacesId");
        var vehicle = await book.NewAsync<VehiclePart>(ParkingTypes.Vehicle);
        var step = vehicle.Register(by, clock.UtcNow, facts, holder, replacesId);
        await book.CreateAsync(vehicle, ParkingTypes.VehicleKind, facts.Written, holder, ParkingRefusals.JustTaken, step);
        return vehicle;
    }

    /// <summary>Finds the unit's vehicle with a plate, or registers it.</summary>
    /// <exception cref="RefusedException">The plate is another unit's, or blocked.</exception>
    public async Task<VehiclePart> FindOrRegisterAsync(Actor by, VehicleFacts facts, Holder holder)
    {
        if (await OfPlateAsync(facts.Plate) is not { } known) return await RegisterAsync(by, facts, holder);
        if (known.Holder.UnitId != holder.UnitId) throw ParkingRefusals.PlateOfOthers.At("Plate");
        return known.State == VehicleState.Blocked ? throw ParkingRefusals.PlateBlocked.At("Plate") : known;
    }

    /// <summary>Takes a step. Once the papers of a new plate have been seen, it takes the place of the old one, lease and application included.</summary>
    public async Task TakeAsync(VehiclePart vehicle, Verb verb, Actor by, string? reason = null)
    {
        var now = clock.UtcNow;
        await SaveAsync(vehicle, vehicle.Take(verb, by, now, reason));
        if (verb == VehicleVerbs.Verify && await FindAsync(vehicle.ReplacesId) is { State: not VehicleState.Removed } old)
        {
            await SaveAsync(old, old.GiveWayTo(vehicle.ContentItem.ContentItemId, by, now));
            await leases.ChangePlateAsync(old.ContentItem.ContentItemId, vehicle, by);
            var oldId = old.ContentItem.ContentItemId;
            if (await session.QueryIndex<ApplicationIndex>(row => row.OpenVehicleKey == oldId).FirstOrDefaultAsync() is { } open && await book.FindAsync<ApplicationPart>(ParkingTypes.Application, open.ApplicationId) is { } application)
            {
                application.Drive(vehicle.ContentItem.ContentItemId, vehicle.Facts.Written);
                await book.SaveAsync(application, ParkingTypes.ApplicationNumber, application.Number, application.Holder, ParkingRefusals.JustTaken);
            }
        }
    }

    /// <summary>Vehicles by plate, unit or person.</summary>
    public async Task<IReadOnlyList<VehicleIndex>> SearchAsync(string typed, int take)
    {
        var (text, plate) = (SearchText.Fold(typed), Plate.Normal(typed));
        return text.Length < 2
            ? []
            : [.. await session.QueryIndex<VehicleIndex>(row => row.State != Removed && (row.Search.Contains(text) || (plate != null && row.Plate.Contains(plate)))).OrderBy(row => row.Plate).Take(take).ListAsync()];
    }

    /// <summary>All vehicles of these ids.</summary>
    public async Task<IEnumerable<ContentItem>> ItemsAsync() => await session.Query<ContentItem, VehicleIndex>().ListAsync(contents);

    private Task SaveAsync(VehiclePart vehicle, Step step) => book.SaveAsync(vehicle, ParkingTypes.VehicleKind, vehicle.Facts.Written, vehicle.Holder, ParkingRefusals.JustTaken, step);
}
