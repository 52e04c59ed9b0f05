using Microsoft.Extensions.Localization;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>Keeps units, people, spaces and vehicles that parking refers to.</summary>
public sealed class ParkingUse(ISession session, IStringLocalizer<ParkingTexts> S) : IRecordUse
{
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlySet<string> leaving)
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lease in await session.QueryIndex<LeaseIndex>().ListAsync()) Use(lease.LeaseId, S["The lease {0} names it.", lease.Number], lease.SpaceId, lease.VehicleId, lease.UnitId, lease.PersonId);
        foreach (var application in await session.QueryIndex<ApplicationIndex>().ListAsync()) Use(application.ApplicationId, S["The application {0} names it.", application.Number], application.OpenVehicleKey, application.UnitId, application.PersonId);
        foreach (var vehicle in await session.QueryIndex<VehicleIndex>().ListAsync()) Use(vehicle.VehicleId, S["The vehicle {0} names it.", vehicle.Written], vehicle.UnitId, vehicle.PersonId);
        foreach (var space in await session.QueryIndex<SpaceIndex>().ListAsync()) Use(space.SpaceId, S["The space {0} names it.", space.Code], space.AreaId, space.UnitId);
        return used;

        void Use(string recordId, string why, params string?[] ids)
        {
            if (leaving.Contains(recordId)) return;
            foreach (var id in ids.OfType<string>().Where(leaving.Contains)) used.TryAdd(id, why);
        }
    }
}
