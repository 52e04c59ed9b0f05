using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>A fact beside a record.</summary>
/// <param name="Look">CSS class of what has a look of its own; null for text.</param>
/// <param name="Url">Where it leads; null when it leads nowhere.</param>
public sealed record ParkingFact(string Label, string? Text, string? Look = null, string? Url = null);

/// <summary>A record's page, composed from its lifecycle.</summary>
/// <param name="Back">The list that it belongs to: text and address.</param>
public sealed record ParkingRecordPage(RecordHead Head, IReadOnlyList<TimelineEntry> History, (string Text, string Url) Back, IReadOnlyList<ParkingFact> Facts)
{
    /// <summary>Where the view lies.</summary>
    public const string View = "~/Areas/PropertySuite.Parking/Views/Shared/ParkingRecord.cshtml";

    /// <summary>Money of the record; null for none.</summary>
    public MoneyLines? Money { get; init; }

    /// <summary>Papers of the record.</summary>
    public IReadOnlyList<PaperLine> Papers { get; init; } = [];

    /// <summary>Photos; null for none.</summary>
    public AttachmentList? Photos { get; init; }

    /// <summary>Further records: a heading, and lines of text, note and address.</summary>
    public (string Heading, IReadOnlyList<(string Text, string Note, string Url)> Lines)? Related { get; init; }
}

/// <summary>The records of parking.</summary>
public sealed class ParkingRecordController(
    Spaces spaces,
    Vehicles vehicles,
    Applications applications,
    Leases leases,
    Violations violations,
    RecordHistory history,
    RecordComposer composer,
    MoneyOfRecord moneyOf,
    IMoneyBook money,
    PaperLines papers,
    Attachments attachments,
    CommunityTimes times,
    CurrentActor actors,
    IStringLocalizer<ParkingTexts> S,
    IClock clock) : Controller
{
    private static readonly string[] Permissions = [ParkingPermissions.View, ParkingPermissions.Handle, ParkingPermissions.Manage, ParkingPermissions.Report];

    /// <summary>A space.</summary>
    [HttpGet, Admin("Parking/Spaces/{spaceId}", "ParkingSpace"), Requires(ParkingPermissions.View)]
    public async Task<IActionResult> Space(string spaceId)
    {
        if (await spaces.FindAsync(spaceId) is not { } space) return NotFound();
        var facts = space.Facts;
        var rights = await spaces.RightsOfAsync(spaceId);
        return await ShowAsync(
            SpaceLifecycle.Table, space, spaceId, "space",
            (space.Code, "", space.Use, SpaceLifecycle.Name, SpaceLifecycle.Dot),
            (S["Spaces"], Url.Action("Index", "ParkingSpaces")!),
            [
                new(S["Area"], facts.AreaCode),
                new(S["Kind"], S[SpaceWords.Name(facts.Kind)]),
                new(S["Size"], S[SpaceWords.Name(facts.Size)]),
                new(S["Whose"], S[SpaceWords.Name(facts.Ownership)]),
                new(S["Accessible"], facts.Accessible ? S["Yes"].Value : null),
                new(S["Charging point"], facts.Charger ? S["Yes"].Value : null),
                new(S["Belongs to"], space.UnitCode, "ps-unit"),
            ],
            page => page with
            {
                Related = (S["Rights to this space"], [.. rights.Where(right => right.Kind != "use").Select(right => (
                    $"{right.UnitCode} · {right.Number}",
                    $"{ListDay.Show(right.FromDay.AsDay())} – {ListDay.Show(right.UntilDay.AsDay().AddDays(-1))}",
                    right.Kind == "lease" ? Url.Action(nameof(Lease), new { leaseId = right.RecordId })! : Url.Action(nameof(Application), new { applicationId = right.RecordId })!))]),
            });
    }

    /// <summary>A vehicle.</summary>
    [HttpGet, Admin("Parking/Vehicles/{vehicleId}", "ParkingVehicle"), Requires(ParkingPermissions.View)]
    public async Task<IActionResult> Vehicle(string vehicleId)
    {
        if (await vehicles.FindAsync(vehicleId) is not { } vehicle) return NotFound();
        var lease = await leases.OfVehicleAsync(vehicleId);
        return await ShowAsync(
            VehicleLifecycle.Table, vehicle, vehicleId, "vehicle",
            (vehicle.Facts.Written, "", vehicle.State, VehicleLifecycle.Name, VehicleLifecycle.Dot),
            (S["Vehicles"], Url.Action("Index", "ParkingVehicles")!),
            [
                .. HolderFacts(vehicle.Holder),
                new(S["Kind"], S[VehicleLifecycle.Name(vehicle.Facts.Kind)]),
                new(S["Make and colour"], vehicle.Facts.Make),
                new(S["Electric"], vehicle.Facts.Electric ? S["Yes"].Value : null),
                new(S["Blocked for"], vehicle.BlockedFor),
                new(S["Space"], lease?.SpaceCode, "ps-no", lease is null ? null : Url.Action(nameof(Lease), new { leaseId = lease.LeaseId })),
                new(S["Plate before"], vehicle.ReplacesId is null ? null : S["Open"].Value, null, vehicle.ReplacesId is null ? null : Url.Action(nameof(Vehicle), new { vehicleId = vehicle.ReplacesId })),
                new(S["New plate"], vehicle.ReplacedById is null ? null : S["Open"].Value, null, vehicle.ReplacedById is null ? null : Url.Action(nameof(Vehicle), new { vehicleId = vehicle.ReplacedById })),
            ]);
    }

    /// <summary>An application.</summary>
    [HttpGet, Admin("Parking/Applications/{applicationId}", "ParkingApplication"), Requires(ParkingPermissions.View)]
    public async Task<IActionResult> Application(string applicationId)
    {
        if (await applications.FindAsync(applicationId) is not { } application) return NotFound();
        var (wish, offer, currency) = (application.Wish, application.Offer, await money.CurrencyAsync());
        var rank = application.State == ApplicationState.Waiting ? (await applications.WaitingAsync()).Select(row => row.ApplicationId).ToList().IndexOf(applicationId) + 1 : 0;
        var lines = await papers.OfAsync(applicationId, paper => Url.RouteUrl("Paper", new { paperId = paper.PaperId }));
        var owed = await moneyOf.OfAsync(applicationId);
        return await ShowAsync(
            ApplicationLifecycle.Table, application, applicationId, "application",
            (application.Holder.PersonName ?? application.Holder.UnitCode, application.Number, application.State, ApplicationLifecycle.Name, ApplicationLifecycle.Dot),
            (S["Applications for parking"], Url.Action("Index", "ParkingApplications")!),
            [
                .. HolderFacts(application.Holder),
                new(S["Vehicle"], application.Plate, "ps-plate", Url.Action(nameof(Vehicle), new { vehicleId = application.VehicleId })),
                new(S["Wish"], Wish(wish)),
                new(S["From"], ListDay.Show(wish.From)),
                new(S["For months"], wish.Months.ToString(System.Globalization.CultureInfo.CurrentCulture)),
                new(S["First space of the unit"], application.IsFirst ? S["Yes"] : S["No"]),
                new(S["Rank on the list"], rank > 0 ? rank.ToString(System.Globalization.CultureInfo.CurrentCulture) : null),
                new(S["Offers that passed"], application.Misses > 0 ? application.Misses.ToString(System.Globalization.CultureInfo.CurrentCulture) : null),
                new(S["Space"], offer?.SpaceCode, "ps-no", offer is null ? null : Url.Action(nameof(Space), new { spaceId = offer.SpaceId })),
                new(S["Days"], offer is null ? null : $"{ListDay.Show(offer.Period.From)} – {ListDay.Show(offer.Period.Last)}"),
                new(S["Rent a month"], offer is null ? null : new Money(offer.Monthly, currency).ToString()),
                new(S["Lease"], application.LeaseId is null ? null : S["Open"].Value, null, application.LeaseId is null ? null : Url.Action(nameof(Lease), new { leaseId = application.LeaseId })),
            ],
            page => page with { Money = owed.Rows.Count > 0 ? owed : null, Papers = lines });
    }

    /// <summary>A lease.</summary>
    [HttpGet, Admin("Parking/Leases/{leaseId}", "ParkingLease"), Requires(ParkingPermissions.View)]
    public async Task<IActionResult> Lease(string leaseId)
    {
        if (await leases.FindAsync(leaseId) is not { } lease) return NotFound();
        var (terms, currency) = (lease.Terms, await money.CurrencyAsync());
        var lines = lease.ApplicationId is { } from ? await papers.OfAsync(from, paper => Url.RouteUrl("Paper", new { paperId = paper.PaperId })) : [];
        var next = lease.State is LeaseState.Active or LeaseState.Expiring or LeaseState.Grace ? await leases.PriceAsync(lease) : null;
        var unused = lease.State == LeaseState.Ending ? Rent.Unused(terms.Period.From, terms.Period.Last, Rent.FirstUntil(terms.Period with { Until = DateOnly.MaxValue }), terms.Monthly) : 0;
        return await ShowAsync(
            LeaseLifecycle.Table, lease, leaseId, "lease",
            (terms.SpaceCode, lease.Number, lease.State, LeaseLifecycle.Name, LeaseLifecycle.Dot),
            (S["Leases"], Url.Action("Index", "ParkingLeases")!),
            [
                new(S["Space"], terms.SpaceCode, "ps-no", Url.Action(nameof(Space), new { spaceId = terms.SpaceId })),
                .. HolderFacts(lease.Holder),
                new(S["Vehicle"], lease.Plate, "ps-plate", lease.VehicleId.Length == 0 ? null : Url.Action(nameof(Vehicle), new { vehicleId = lease.VehicleId })),
                new(S["Days"], $"{ListDay.Show(terms.Period.From)} – {ListDay.Show(terms.Period.Last)}"),
                new(S["Rent a month"], new Money(terms.Monthly, currency).ToString()),
                new(S["Rent if renewed"], next is { } price && price != terms.Monthly ? new Money(price, currency).ToString() : null),
                new(S["Held until"], lease.State == LeaseState.Grace ? ListDay.Show(lease.GraceUntil.AddDays(-1)) : null),
                new(S["Paid and not used"], unused > 0 ? new Money(unused, currency).ToString() : null),
                new(S["Application"], lease.ApplicationId is null ? null : S["Open"].Value, null, lease.ApplicationId is null ? null : Url.Action(nameof(Application), new { applicationId = lease.ApplicationId })),
            ],
            page => page with { Papers = lines });
    }

    /// <summary>A violation.</summary>
    [HttpGet, Admin("Parking/Violations/{violationId}", "ParkingViolation"), Requires(ParkingPermissions.Report)]
    public async Task<IActionResult> Violation(string violationId)
    {
        if (await violations.FindAsync(violationId) is not { } violation) return NotFound();
        var currency = await money.CurrencyAsync();
        var sees = (await actors.GetAsync(ParkingPermissions.View)).May(ParkingPermissions.View);
        var others = (await violations.OfPlateAsync(violation.PlateKey)).Where(row => row.ViolationId != violationId).ToList();
        var lines = await papers.OfAsync(violationId, paper => Url.RouteUrl("Paper", new { paperId = paper.PaperId }));
        var owed = await moneyOf.OfAsync(violationId);
        var photos = await attachments.ListAsync(violationId);
        var time = await times.GetAsync();
        return await ShowAsync(
            ViolationLifecycle.Table, violation, violationId, "violation",
            (violation.Plate, violation.Number, violation.State, ViolationLifecycle.Name, ViolationLifecycle.Dot),
            sees ? (S["Violations"], Url.Action("Index", "ParkingViolations")!) : (S["Plates"], Url.Action("Index", "PlateCheck")!),
            [
                new(S["What"], S[ViolationLifecycle.Name(violation.Kind)]),
                new(S["Where"], violation.Place),
                new(S["Seen at"], Moments.Near(time.At(violation.SeenAtUtc), time.DayAt(clock.UtcNow))),
                new(S["Note"], violation.Note),
                .. sees && violation.Holder is { } holder ? HolderFacts(holder) : [new(S["Unit"], violation.Holder?.UnitCode ?? S["not on the register"].Value, violation.Holder is null ? null : "ps-unit")],
                new(S["In twelve months"], S["{0} before this one", violation.Before]),
                new(S["Fine"], violation.Fine is { } fine ? new Money(fine, currency).ToString() : null),
            ],
            page => page with
            {
                Money = owed.Rows.Count > 0 ? owed : null,
                Papers = lines,
                Photos = photos,
                Related = others.Count == 0 ? null : (S["Other violations of this plate"], [.. others.Select(row => (S[ViolationLifecycle.Name(Enum.Parse<ViolationKind>(row.Kind))].Value, $"{Moments.Day(time.DayAt(row.SeenAtUtc))} · {row.Place}", Url.Action(nameof(Violation), new { violationId = row.ViolationId })!))]),
            });
    }

    private string Wish(ParkingWish wish) => string.Join(" · ", new[] { wish.AreaCode ?? S["any area"].Value, S[SpaceWords.Name(wish.Kind)].Value, wish.Accessible ? S["Accessible"].Value : null, wish.Charger ? S["With charger"].Value : null }.OfType<string>());

    private IReadOnlyList<ParkingFact> HolderFacts(Holder holder) =>
    [
        new(S["Unit"], holder.UnitCode, "ps-unit", Url.Action("Show", "Units", new { area = "PropertySuite.Community", unitId = holder.UnitId })),
        new(S["Person"], holder.PersonName, null, holder.PersonId is null ? null : Url.Action("Show", "People", new { area = "PropertySuite.Community", personId = holder.PersonId })),
    ];

    private async Task<IActionResult> ShowAsync<T, TState>(
        Lifecycle<T, TState> table,
        T record,
        string id,
        string kind,
        (string Title, string Number, TState State, Func<TState, string> Name, Func<TState, string> Dot) subject,
        (string Text, string Url) back,
        IReadOnlyList<ParkingFact> facts,
        Func<ParkingRecordPage, ParkingRecordPage>? also = null)
        where T : class
        where TState : struct, Enum
    {
        var now = clock.UtcNow;
        var past = await history.OfAsync(id);
        var head = await composer.HeadAsync(
            table,
            record,
            new RecordSubject<TState>(subject.Title, subject.Number, subject.State, subject.Name, subject.Dot, [], offer => Action(kind, id, offer)),
            past,
            await actors.GetAsync(Permissions),
            now);
        var page = new ParkingRecordPage(head, await composer.TimelineAsync(table, subject.Name, past, now), back, [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text))]);
        return View(ParkingRecordPage.View, also is null ? page : also(page));
    }

    private RecordAction? Action(string kind, string id, Offer offer) => kind == "application" && offer.Verb == ApplicationVerbs.Offer
        ? new("", Url.Action("Index", "SpaceOffer", new { applicationId = id })!, Posts: false)
        : new("", Url.Action("Index", "ParkingStep", new { kind, id, verb = offer.Verb.Id })!, Posts: !ParkingStepController.Asks(kind, offer));
}
