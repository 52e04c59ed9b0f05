using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>Somebody of a unit, to choose.</summary>
public sealed record HolderChoice(string PersonId, string Name);

/// <summary>From a typed unit to who of it applies or drives.</summary>
public sealed class HolderFinder(IUnitDirectory units, ITies ties, IPersonDirectory people, ParkingBook book)
{
    /// <summary>Who is of a typed unit today; empty when no unit is meant.</summary>
    public async Task<IReadOnlyList<HolderChoice>> OfAsync(string? typed) =>
        !string.IsNullOrWhiteSpace(typed) && await units.FindByCodeAsync(typed.Trim()) is { } unit ? await OfUnitAsync(unit.Id) : [];

    /// <summary>The holder that was chosen.</summary>
    /// <exception cref="RefusedException">There is no such unit, or the person is not of it today.</exception>
    public async Task<Holder> GetAsync(string? typed, string? personId)
    {
        if (string.IsNullOrWhiteSpace(typed)) throw ParkingRefusals.UnitMissing.At("Unit");
        var unit = await units.FindByCodeAsync(typed.Trim()) ?? throw ParkingRefusals.UnitUnknown.At("Unit", typed.Trim());
        var known = await OfUnitAsync(unit.Id);
        if (string.IsNullOrEmpty(personId)) return known.Count > 0 ? new(unit.Id, unit.Code, known[0].PersonId, known[0].Name) : new(unit.Id, unit.Code, null, null);
        var person = known.FirstOrDefault(choice => choice.PersonId == personId) ?? throw ParkingRefusals.PersonNotOfUnit.At("PersonId");
        return new(unit.Id, unit.Code, person.PersonId, person.Name);
    }

    private async Task<IReadOnlyList<HolderChoice>> OfUnitAsync(string unitId)
    {
        var held = (await ties.OfUnitAsync(unitId, await book.TodayAsync())).Where(tie => tie.Kind != TieKind.Staff).ToList();
        var known = await people.FindManyAsync(held.Select(tie => tie.PersonId));
        return [.. held.Where(tie => known.ContainsKey(tie.PersonId)).OrderByDescending(tie => tie.AtHome).Select(tie => tie.PersonId).Distinct(StringComparer.Ordinal).Select(id => new HolderChoice(id, known[id].DisplayName))];
    }
}

/// <summary>What is asked about a vehicle and a wish, at the desk and on the owners' page alike.</summary>
public class ParkingForm
{
    /// <summary>Unit as it was typed, at the desk.</summary>
    public string? Unit { get; set; }

    /// <summary>Unit that was chosen, on the owners' page.</summary>
    public string? UnitId { get; set; }

    public string? PersonId { get; set; }

    public string? Plate { get; set; }

    public VehicleKind Kind { get; set; }

    public string? Make { get; set; }

    public bool Electric { get; set; }

    /// <summary>Vehicle whose plate this one replaces.</summary>
    public string? ReplacesId { get; set; }

    public string? AreaId { get; set; }

    public bool Accessible { get; set; }

    public bool Charger { get; set; }

    public string? From { get; set; }

    public string? Months { get; set; } = "12";

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public ParkingFormPage? Page { get; set; }

    /// <summary>The vehicle.</summary>
    public VehicleFacts ToVehicle() => VehicleFacts.Of(Plate, Kind, Make, Electric);

    /// <summary>The wish.</summary>
    public ParkingWish ToWish(AreaPart? area, DateOnly today)
    {
        var from = string.IsNullOrWhiteSpace(From) ? today : ForgivingTime.ReadDate(From, today) ?? throw ParkingRefusals.DayWrong.At("From");
        var months = int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : throw ParkingRefusals.MonthsWrong.At("Months");
        return new(area?.ContentItem.ContentItemId, area?.Code, VehicleLifecycle.Needs(Kind), Accessible, Charger, from, months);
    }
}

/// <summary>What the form offers.</summary>
/// <param name="People">Who is of the unit that was typed.</param>
/// <param name="Units">Units of the resident; empty at the desk.</param>
/// <param name="Vehicles">Vehicles whose plate may be replaced.</param>
public sealed record ParkingFormPage(string Post, string Back, IReadOnlyList<AreaIndex> Areas, IReadOnlyList<HolderChoice> People, IReadOnlyList<UnitSummary> Units, IReadOnlyList<VehicleIndex> Vehicles, bool AtTheDesk);

/// <summary>Takes an application in at the desk (PRK-04).</summary>
[Requires(ParkingPermissions.Handle)]
public sealed class DeskApplicationController(Applications applications, Spaces spaces, HolderFinder holders, ParkingBook book, CurrentActor actors) : Controller, IShowsAgain
{
    /// <summary>The form; with a unit typed, its people are offered.</summary>
    [HttpGet, Admin("Parking/New", "ParkingNew")]
    public async Task<IActionResult> Create(ParkingForm form)
    {
        ModelState.Clear();
        return View(await FillAsync(form));
    }

    /// <summary>Takes it in.</summary>
    [HttpPost, Admin("Parking/New", "ParkingNewPost"), ActionName(nameof(Create))]
    public async Task<IActionResult> Apply(ParkingForm form)
    {
        var holder = await holders.GetAsync(form.Unit, form.PersonId);
        var area = await spaces.AreaAsync(form.AreaId);
        var application = await applications.ApplyAsync(await actors.GetAsync(ParkingPermissions.Handle), holder, form.ToVehicle(), form.ToWish(area, await book.TodayAsync()));
        return RedirectToAction("Application", "ParkingRecord", new { applicationId = application.ContentItem.ContentItemId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.Given("form") is ParkingForm form ? View("Create", await FillAsync(form)) : null;

    private async Task<ParkingForm> FillAsync(ParkingForm form)
    {
        form.Page = new(Url.Action(nameof(Create))!, Url.Action("Index", "ParkingApplications")!, await spaces.AreasAsync(), await holders.OfAsync(form.Unit), [], [], AtTheDesk: true);
        return form;
    }
}

/// <summary>Registers a vehicle at the desk (PRK-12, PRK-14).</summary>
[Requires(ParkingPermissions.Handle)]
public sealed class DeskVehicleController(Vehicles vehicles, HolderFinder holders, IUnitDirectory units, CurrentActor actors) : Controller, IShowsAgain
{
    /// <summary>The form; with a unit typed, its people and vehicles are offered.</summary>
    [HttpGet, Admin("Parking/NewVehicle", "ParkingNewVehicle")]
    public async Task<IActionResult> Create(ParkingForm form)
    {
        ModelState.Clear();
        return View(await FillAsync(form));
    }

    /// <summary>Registers it.</summary>
    [HttpPost, Admin("Parking/NewVehicle", "ParkingNewVehiclePost"), ActionName(nameof(Create))]
    public async Task<IActionResult> Register(ParkingForm form)
    {
        var holder = await holders.GetAsync(form.Unit, form.PersonId);
        var vehicle = await vehicles.RegisterAsync(await actors.GetAsync(ParkingPermissions.Handle), form.ToVehicle(), holder, string.IsNullOrEmpty(form.ReplacesId) ? null : form.ReplacesId);
        return RedirectToAction("Vehicle", "ParkingRecord", new { vehicleId = vehicle.ContentItem.ContentItemId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.Given("form") is ParkingForm form ? View("Create", await FillAsync(form)) : null;

    private async Task<ParkingForm> FillAsync(ParkingForm form)
    {
        var unit = string.IsNullOrWhiteSpace(form.Unit) ? null : await units.FindByCodeAsync(form.Unit.Trim());
        form.Page = new(Url.Action(nameof(Create))!, Url.Action("Index", "ParkingVehicles")!, [], await holders.OfAsync(form.Unit), [], unit is null ? [] : await vehicles.OfUnitAsync(unit.Id), AtTheDesk: true);
        return form;
    }
}

/// <summary>Offers a space to an application (PRK-05): free ones that fit, and the database decides between rivals.</summary>
[Requires(ParkingPermissions.Handle)]
public sealed class SpaceOfferController(Applications applications, IMoneyBook money, Spaces spaces, ParkingBook book, CurrentActor actors) : Controller, IShowsAgain
{
    /// <summary>The spaces to choose from.</summary>
    [HttpGet, Admin("Parking/Applications/{applicationId}/Offer", "ParkingOffer")]
    public async Task<IActionResult> Index(string applicationId) =>
        await applications.FindAsync(applicationId) is { } application ? View(await FillAsync(application, new())) : NotFound();

    /// <summary>Holds the space.</summary>
    [HttpPost, Admin("Parking/Applications/{applicationId}/Offer", "ParkingOfferPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Offer(string applicationId, OfferForm form)
    {
        if (await applications.FindAsync(applicationId) is not { } application) return NotFound();
        await applications.OfferAsync(application, form.SpaceId, await actors.GetAsync(ParkingPermissions.Handle));
        return RedirectToAction("Application", "ParkingRecord", new { applicationId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.Given("form") is OfferForm form && await applications.FindAsync(refused.Given("applicationId") as string) is { } application
            ? View("Index", await FillAsync(application, form))
            : null;

    private async Task<OfferForm> FillAsync(ApplicationPart application, OfferForm form)
    {
        var currency = await money.CurrencyAsync();
        var today = await book.TodayAsync();
        var areas = (await spaces.AreaPartsAsync()).ToDictionary(area => area.ContentItem.ContentItemId, StringComparer.Ordinal);
        form.Page = new(application, [.. (await applications.FittingAsync(application)).Select(space => (
            space,
            areas.GetValueOrDefault(space.AreaId)?.Name ?? space.AreaCode,
            areas.GetValueOrDefault(space.AreaId)?.PriceOn(Enum.Parse<SpaceKind>(space.Kind), today) is { } price ? new Money(price, currency).ToString() : ""))]);
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class OfferForm
{
    public string? SpaceId { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public OfferPage? Page { get; set; }
}

/// <summary>What the form offers.</summary>
/// <param name="Free">Free spaces that fit, with area and price.</param>
public sealed record OfferPage(ApplicationPart Application, IReadOnlyList<(SpaceIndex Space, string Area, string Price)> Free);
