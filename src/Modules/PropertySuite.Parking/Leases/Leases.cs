using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>The leases of the community.</summary>
public sealed class Leases(ISession session, ParkingBook book, Spaces spaces, ParkingRules rules, ITimedWorkBell bell, CommunityTimes times, IClock clock)
{
    /// <summary>The lease with this id; null when there is none.</summary>
    public Task<LeasePart?> FindAsync(string? id) => book.FindAsync<LeasePart>(ParkingTypes.Lease, id);

    /// <summary>Leases of a unit that hold a space.</summary>
    public async Task<IReadOnlyList<LeaseIndex>> OfUnitAsync(string unitId) =>
        [.. await session.QueryIndex<LeaseIndex>(row => row.UnitId == unitId && row.Live).OrderBy(row => row.SpaceCode).ListAsync()];

    /// <summary>Leases of a person that hold a space.</summary>
    public async Task<IReadOnlyList<LeaseIndex>> OfPersonAsync(string personId) =>
        [.. await session.QueryIndex<LeaseIndex>(row => row.PersonId == personId && row.Live).OrderBy(row => row.SpaceCode).ListAsync()];

    /// <summary>The lease by which a vehicle stands somewhere; null when it has none.</summary>
    public async Task<LeaseIndex?> OfVehicleAsync(string vehicleId) =>
        await session.QueryIndex<LeaseIndex>(row => row.VehicleId == vehicleId && row.Live).OrderBy(row => row.FromDay).FirstOrDefaultAsync();

    /// <summary>Makes a lease of what was agreed.</summary>
    /// <exception cref="RefusedException">Somebody else has a right to the space on one of its days.</exception>
    public async Task<LeasePart> BeginAsync(Actor by, LeaseTerms terms, Holder holder, string vehicleId, string plate, string? applicationId)
    {
        var lease = await book.NewAsync<LeasePart>(ParkingTypes.Lease);
        var step = lease.Begin(by, clock.UtcNow, await book.TodayAsync(), terms, holder, vehicleId, plate, (await rules.GetAsync()).GraceDays, applicationId);
        lease.Numbered(await book.NextNumberAsync(ParkingTypes.LeaseNumber));
        await book.CreateAsync(lease, ParkingTypes.LeaseNumber, lease.Number, holder, ParkingRefusals.JustTaken, step);
        await RingAsync(lease);
        return lease;
    }

    /// <summary>Renews a lease at the price of the day on which it would end (PRK-10).</summary>
    /// <exception cref="RefusedException">Somebody else has a right to the space after it.</exception>
    public async Task RenewAsync(LeasePart lease, Actor by, int months)
    {
        var monthly = await PriceAsync(lease) ?? lease.Terms.Monthly;
        await SaveAsync(lease, lease.Renew(by, clock.UtcNow, months, monthly));
    }

    /// <summary>The price at which a lease would be renewed; null when the area has none.</summary>
    public async Task<decimal?> PriceAsync(LeasePart lease) =>
        await spaces.FindAsync(lease.Terms.SpaceId) is { } space && await spaces.AreaAsync(space.Facts.AreaId) is { } area ? area.PriceOn(space.Facts.Kind, lease.Terms.Period.Until) : null;

    /// <summary>Ends a lease early.</summary>
    public async Task TerminateAsync(LeasePart lease, Actor by, DateOnly last, string? reason) =>
        await SaveAsync(lease, lease.Terminate(by, clock.UtcNow, await book.TodayAsync(), last, reason));

    /// <summary>Gives the space back while it is held after the end.</summary>
    public Task ReleaseAsync(LeasePart lease, Actor by) => SaveAsync(lease, lease.Release(by, clock.UtcNow));

    /// <summary>Another plate stands for a vehicle: its lease follows.</summary>
    public async Task ChangePlateAsync(string oldVehicleId, VehiclePart vehicle, Actor by)
    {
        foreach (var row in (await session.QueryIndex<LeaseIndex>(row => row.VehicleId == oldVehicleId && row.Live).ListAsync()).ToList())
        {
            if (await FindAsync(row.LeaseId) is { } lease) await SaveAsync(lease, lease.ChangePlate(by, clock.UtcNow, vehicle.ContentItem.ContentItemId, vehicle.Facts.Written));
        }
    }

    /// <summary>What today brings about for a lease (PRK-10, PRK-11).</summary>
    /// <returns>Whether anything did.</returns>
    public async Task<bool> TickAsync(LeasePart lease)
    {
        var today = await book.TodayAsync();
        var grace = new Period(lease.Terms.Period.Until, lease.GraceUntil);
        var promised = today >= lease.Terms.Period.Until && await spaces.IsPromisedAsync(lease.Terms.SpaceId, grace, lease.ContentItem.ContentItemId);
        var steps = lease.Tick(today, clock.UtcNow, promised);
        if (steps.Count > 0) await SaveAsync(lease, steps);
        return steps.Count > 0;
    }

    private async Task SaveAsync(LeasePart lease, params IEnumerable<Step> steps)
    {
        await book.SaveAsync(lease, ParkingTypes.LeaseNumber, lease.Number, lease.Holder, ParkingRefusals.PromisedLater, steps);
        await RingAsync(lease);
        if (lease.State == LeaseState.Released) bell.Ring(ParkingTimer.Work, clock.UtcNow);
    }

    private async Task RingAsync(LeasePart lease)
    {
        if (lease.DueOn is { } day) bell.Ring(ParkingTimer.Work, (await times.GetAsync()).BeginningOf(day));
    }
}
