using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>The resident's parking: spaces, offers, applications with their rank, vehicles. Scoped to the units held today.</summary>
[Route("my/parking"), Requires(ParkingPermissions.Apply)]
public sealed class MyParkingController(
    ParkingHousehold household,
    Applications applications,
    Leases leases,
    Vehicles vehicles,
    Spaces spaces,
    MyParkingReader reader,
    ParkingBook book) : Controller, IShowsAgain
{
    /// <summary>What the household has, waits for and drives.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(await reader.ReadAsync(await household.GetAsync()));
    }

    /// <summary>The form for a space.</summary>
    [HttpGet("apply")]
    public async Task<IActionResult> Apply() => View(await FillAsync(new(), nameof(Apply)));

    /// <summary>Applies (PRK-04).</summary>
    [HttpPost("apply")]
    public async Task<IActionResult> Apply(ParkingForm form)
    {
        var resident = await household.GetAsync();
        var area = await spaces.AreaAsync(form.AreaId);
        await applications.ApplyAsync(resident.Actor, resident.HolderOf(form.UnitId), form.ToVehicle(), form.ToWish(area, await book.TodayAsync()));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>The form for a vehicle, or for the new plate of one (PRK-14).</summary>
    [HttpGet("vehicle")]
    public async Task<IActionResult> Vehicle(string? replacesId) => View(await FillAsync(new() { ReplacesId = replacesId }, nameof(Vehicle)));

    /// <summary>Registers it; the office sees its papers.</summary>
    [HttpPost("vehicle")]
    public async Task<IActionResult> Vehicle(ParkingForm form)
    {
        var resident = await household.GetAsync();
        await vehicles.RegisterAsync(resident.Actor, form.ToVehicle(), resident.HolderOf(form.UnitId), string.IsNullOrEmpty(form.ReplacesId) ? null : form.ReplacesId);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes a vehicle off the register.</summary>
    [HttpPost("vehicles/{vehicleId}/remove")]
    public async Task<IActionResult> RemoveVehicle(string vehicleId)
    {
        var resident = await household.GetAsync();
        if (await vehicles.FindAsync(vehicleId) is not { } vehicle || !resident.MaySee(vehicle.Holder)) return NotFound();
        if (await leases.OfVehicleAsync(vehicleId) is { } lease) throw ParkingRefusals.StillLeased.With(lease.SpaceCode);
        await vehicles.TakeAsync(vehicle, VehicleVerbs.Remove, resident.Actor);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Accepts the space that is held.</summary>
    [HttpPost("applications/{applicationId}/accept")]
    public Task<IActionResult> Accept(string applicationId) => ChangeAsync(applicationId, (application, by) => applications.AcceptAsync(application, by));

    /// <summary>Declines it.</summary>
    [HttpPost("applications/{applicationId}/decline")]
    public Task<IActionResult> Decline(string applicationId) => ChangeAsync(applicationId, (application, by) => applications.MissAsync(application, ApplicationVerbs.Decline, by));

    /// <summary>Withdraws an application.</summary>
    [HttpPost("applications/{applicationId}/withdraw")]
    public Task<IActionResult> Withdraw(string applicationId) => ChangeAsync(applicationId, (application, by) => applications.TakeAsync(application, ApplicationVerbs.Withdraw, by));

    /// <summary>Renews a lease that ends soon, for a year (PRK-10).</summary>
    [HttpPost("leases/{leaseId}/renew")]
    public async Task<IActionResult> Renew(string leaseId)
    {
        var resident = await household.GetAsync();
        if (await leases.FindAsync(leaseId) is not { } lease || !resident.MaySee(lease.Holder)) return NotFound();
        await leases.RenewAsync(lease, resident.Actor, MyParkingReader.RenewMonths);
        return RedirectToAction(nameof(Index));
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (refused.Given("form") is not ParkingForm form) return null;
        var action = (string)refused.RouteData.Values["action"]!;
        return View(action, await FillAsync(form, action));
    }

    private async Task<IActionResult> ChangeAsync(string applicationId, Func<ApplicationPart, Actor, Task> change)
    {
        var resident = await household.GetAsync();
        if (await applications.FindAsync(applicationId) is not { } application || !resident.MaySee(application.Holder)) return NotFound();
        await change(application, resident.Actor);
        return RedirectToAction(nameof(Index));
    }

    private async Task<ParkingForm> FillAsync(ParkingForm form, string action)
    {
        var resident = await household.GetAsync();
        form.UnitId ??= resident.Units.Count > 0 ? resident.Units[0].Id : null;
        var mine = new List<VehicleIndex>();
        foreach (var unit in resident.Units) mine.AddRange((await vehicles.OfUnitAsync(unit.Id)).Where(vehicle => resident.MaySee(vehicle.UnitId, vehicle.PersonId)));
        form.From ??= action == nameof(Apply) ? ListDay.Show((await book.TodayAsync()).AddDays(1)) : null;
        form.Page = new(Url.Action(action)!, Url.Action(nameof(Index))!, await spaces.AreasAsync(), [], resident.Units, mine, AtTheDesk: false);
        return form;
    }
}

/// <summary>Reads what a household has of parking.</summary>
public sealed class MyParkingReader(Applications applications, Leases leases, Vehicles vehicles, Spaces spaces, IMoneyBook money, CommunityTimes times, IClock clock)
{
    /// <summary>Months for which residents renew.</summary>
    public const int RenewMonths = 12;

    /// <summary>All of it.</summary>
    public async Task<MyParking> ReadAsync(ParkingResident resident)
    {
        var currency = await money.CurrencyAsync();
        var waiting = (await applications.WaitingAsync()).Select(row => row.ApplicationId).ToList();
        var open = new List<MyApplication>();
        var held = new List<MyLease>();
        var driven = new List<VehicleIndex>();
        foreach (var unit in resident.Units)
        {
            foreach (var row in (await applications.OfUnitAsync(unit.Id)).Where(row => resident.MaySee(row.UnitId, row.PersonId)))
            {
                if (await applications.FindAsync(row.ApplicationId) is not { } application) continue;
                var first = application.Offer is { } offer ? new Money(Rent.First(offer.Period, offer.Monthly), currency).ToString() : null;
                open.Add(new(application, waiting.IndexOf(row.ApplicationId) + 1, application.Offer is { } held_ ? new Money(held_.Monthly, currency).ToString() : null, first));
            }

            foreach (var row in (await leases.OfUnitAsync(unit.Id)).Where(row => resident.MaySee(row.UnitId, row.PersonId)))
            {
                if (await leases.FindAsync(row.LeaseId) is { } lease) held.Add(new(lease, new Money(lease.Terms.Monthly, currency).ToString(), lease.State == LeaseState.Expiring ? new Money(await leases.PriceAsync(lease) ?? lease.Terms.Monthly, currency).ToString() : null));
            }

            driven.AddRange((await vehicles.OfUnitAsync(unit.Id)).Where(row => resident.MaySee(row.UnitId, row.PersonId)));
        }

        return new(resident, open, held, driven, [.. (await spaces.StandingAsync()).Values.Where(space => space.State == SpaceState.Sold && resident.Unit(space.Space.UnitId) is not null)], await times.GetAsync(), clock.UtcNow);
    }
}

/// <summary>The resident's page.</summary>
/// <param name="Bought">Spaces that belong to the units.</param>
public sealed record MyParking(ParkingResident Resident, IReadOnlyList<MyApplication> Applications, IReadOnlyList<MyLease> Leases, IReadOnlyList<VehicleIndex> Vehicles, IReadOnlyList<SpaceStanding> Bought, CommunityTime Time, DateTime NowUtc);

/// <summary>An application as its applicant sees it.</summary>
/// <param name="Rank">Rank on the list, from 1; 0 when it does not wait.</param>
/// <param name="Rent">Rent of the space that is held.</param>
/// <param name="First">First rent of it.</param>
public sealed record MyApplication(ApplicationPart Application, int Rank, string? Rent, string? First)
{
    /// <summary>Id of the record.</summary>
    public string Id => Application.ContentItem.ContentItemId;
}

/// <summary>A lease as its tenant sees it.</summary>
/// <param name="Renewal">Rent after a renewal; null while there is nothing to renew.</param>
public sealed record MyLease(LeasePart Lease, string Rent, string? Renewal)
{
    /// <summary>Id of the record.</summary>
    public string Id => Lease.ContentItem.ContentItemId;
}
