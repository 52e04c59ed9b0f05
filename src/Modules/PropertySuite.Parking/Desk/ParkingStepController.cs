using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>Steps of parking's records. Who may is said by their tables; what asks something is asked on one form.</summary>
[Requires(ParkingPermissions.Report)]
public sealed class ParkingStepController(
    Spaces spaces,
    Vehicles vehicles,
    Applications applications,
    Leases leases,
    Violations violations,
    ParkingBook book,
    ParkingRules rules,
    IMoneyBook money,
    IUnitDirectory units,
    CurrentActor actors,
    OrchardCore.Modules.IClock clock,
    IStringLocalizer<ParkingTexts> S) : Controller, IShowsAgain
{
    private static readonly Verb[] WithMore = [SpaceVerbs.Sell, LeaseVerbs.Terminate, LeaseVerbs.Renew, ViolationVerbs.ProposeFine];

    /// <summary>Whether a step asks something on a form first.</summary>
    public static bool Asks(string kind, Offer offer) => offer.AsksReason || (kind == "lease" && offer.Verb == LeaseVerbs.Renew) || WithMore.Contains(offer.Verb);

    /// <summary>The form.</summary>
    [HttpGet, Admin("Parking/Step/{kind}/{id}/{verb}", "ParkingStep")]
    public async Task<IActionResult> Index(string kind, string id, string verb) =>
        await FindAsync(kind, id) is { } record && record.Offers.FirstOrDefault(offer => offer.Verb.Id == verb && offer.IsOpen) is { } offer && Asks(kind, offer)
            ? View(await FillAsync(record, offer.Verb, offer.AsksReason, new()))
            : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Parking/Step/{kind}/{id}/{verb}", "ParkingStepPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Take(string kind, string id, string verb, ParkingStepForm form)
    {
        if (await FindAsync(kind, id) is not { } record || record.Verbs.FirstOrDefault(known => known.Id == verb) is not { } taken) return NotFound();
        switch (record.Part)
        {
            case SpacePart space:
                var unit = taken == SpaceVerbs.Sell ? await UnitAsync(form.Unit) : null;
                await spaces.SaveAsync(space, space.Change(taken, record.By, clock.UtcNow, await book.TodayAsync(), form.Reason, unit?.Id, unit?.Code));
                break;
            case VehiclePart vehicle:
                await vehicles.TakeAsync(vehicle, taken, record.By, form.Reason);
                break;
            case ApplicationPart application:
                await TakeAsync(application, taken, record.By, form.Reason);
                break;
            case LeasePart lease when taken == LeaseVerbs.Renew:
                await leases.RenewAsync(lease, record.By, int.TryParse(form.Months, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : throw ParkingRefusals.MonthsWrong.At("Months"));
                break;
            case LeasePart lease when taken == LeaseVerbs.Terminate:
                await leases.TerminateAsync(lease, record.By, ForgivingTime.ReadDate(form.Last, await book.TodayAsync()) ?? throw ParkingRefusals.DayWrong.At("Last"), form.Reason);
                break;
            case LeasePart lease when taken == LeaseVerbs.Release:
                await leases.ReleaseAsync(lease, record.By);
                break;
            case ViolationPart violation:
                await violations.TakeAsync(violation, taken, record.By, form.Reason, Money.Read(form.Fine, await money.CurrencyAsync()));
                break;
            default:
                return NotFound();
        }

        return Redirect(record.Url);
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.Given("form") is ParkingStepForm form
        && await FindAsync(refused.Given("kind") as string, refused.Given("id") as string) is { } record
        && record.Offers.FirstOrDefault(offer => offer.Verb.Id == refused.Given("verb") as string) is { } offer && Asks(record.Kind, offer)
            ? View("Index", await FillAsync(record, offer.Verb, offer.AsksReason, form))
            : null;

    private Task TakeAsync(ApplicationPart application, Verb verb, Actor by, string? reason) => verb.Id switch
    {
        "verify" => applications.VerifyAsync(application, by),
        "accept" => applications.AcceptAsync(application, by),
        "decline" => applications.MissAsync(application, verb, by),
        "sign" => applications.SignAsync(application, by),
        "offer" => throw ParkingRefusals.SpaceUnknown.With(),
        _ => applications.TakeAsync(application, verb, by, reason),
    };

    private async Task<UnitSummary> UnitAsync(string? typed) => string.IsNullOrWhiteSpace(typed)
        ? throw ParkingRefusals.UnitMissing.At("Unit")
        : await units.FindByCodeAsync(typed.Trim()) ?? throw ParkingRefusals.UnitUnknown.At("Unit", typed.Trim());

    // Guards see violations alone; the other records ask for more.
    private async Task<StepRecord?> FindAsync(string? kind, string? id)
    {
        var by = await actors.GetAsync(ParkingPermissions.View, ParkingPermissions.Handle, ParkingPermissions.Manage, ParkingPermissions.Report);
        if (kind != "violation" && !by.May(ParkingPermissions.View)) return null;
        return kind switch
        {
            "space" when await spaces.FindAsync(id) is { } space => Of(SpaceLifecycle.Table, space, space.Code, Url.Action("Space", "ParkingRecord", new { spaceId = id })!),
            "vehicle" when await vehicles.FindAsync(id) is { } vehicle => Of(VehicleLifecycle.Table, vehicle, $"{vehicle.Facts.Written} · {vehicle.Holder.UnitCode}", Url.Action("Vehicle", "ParkingRecord", new { vehicleId = id })!),
            "application" when await applications.FindAsync(id) is { } application => Of(ApplicationLifecycle.Table, application, $"{application.Number} · {application.Holder.UnitCode} · {application.Plate}", Url.Action("Application", "ParkingRecord", new { applicationId = id })!),
            "lease" when await leases.FindAsync(id) is { } lease => Of(LeaseLifecycle.Table, lease, $"{lease.Number} · {lease.Terms.SpaceCode} · {lease.Holder.UnitCode}", Url.Action("Lease", "ParkingRecord", new { leaseId = id })!),
            "violation" when await violations.FindAsync(id) is { } violation => Of(ViolationLifecycle.Table, violation, $"{violation.Number} · {violation.Plate} · {violation.Place}", Url.Action("Violation", "ParkingRecord", new { violationId = id })!),
            _ => null,
        };

        StepRecord Of<T, TState>(Lifecycle<T, TState> table, T part, string about, string url) where T : class where TState : struct, Enum =>
            new(kind!, id!, part, about, url, by, table.Offers(part, by, clock.UtcNow), [.. table.Transitions.Select(row => row.Verb).DistinctBy(verb => verb.Id)]);
    }

    private async Task<ParkingStepForm> FillAsync(StepRecord record, Verb verb, bool asksReason, ParkingStepForm form)
    {
        var currency = await money.CurrencyAsync();
        form.Fine ??= verb == ViolationVerbs.ProposeFine ? new Money((await rules.GetAsync()).Fine, currency).ToString() : null;
        form.Months ??= "12";
        form.Page = new(
            S[verb.Text], record.About, Url.Action(nameof(Index), new { kind = record.Kind, id = record.Id, verb = verb.Id })!, record.Url,
            AsksReason: asksReason,
            AsksUnit: verb == SpaceVerbs.Sell,
            AsksLast: verb == LeaseVerbs.Terminate,
            AsksMonths: verb == LeaseVerbs.Renew,
            AsksFine: verb == ViolationVerbs.ProposeFine,
            Price: record.Part is LeasePart lease && verb == LeaseVerbs.Renew ? new Money(await leases.PriceAsync(lease) ?? lease.Terms.Monthly, currency).ToString() : null);
        return form;
    }

    private sealed record StepRecord(string Kind, string Id, object Part, string About, string Url, Actor By, IReadOnlyList<Offer> Offers, IReadOnlyList<Verb> Verbs);
}

/// <summary>The form of a step.</summary>
public sealed class ParkingStepForm
{
    public string? Reason { get; set; }

    public string? Unit { get; set; }

    /// <summary>Last day, as it is typed.</summary>
    public string? Last { get; set; }

    public string? Months { get; set; }

    public string? Fine { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public ParkingStepPage? Page { get; set; }
}

/// <summary>What the form says and asks.</summary>
/// <param name="Price">Rent from the renewal on; null for none.</param>
public sealed record ParkingStepPage(string Title, string About, string Post, string Back, bool AsksReason, bool AsksUnit, bool AsksLast, bool AsksMonths, bool AsksFine, string? Price);
