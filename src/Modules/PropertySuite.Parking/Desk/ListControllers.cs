using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>A list's page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Actions">Buttons beside the title: text, address; the first one primary.</param>
public sealed record ParkingListPage(string Title, ListView List, IReadOnlyList<(string Text, string Url)> Actions)
{
    /// <summary>Where the view lies.</summary>
    public const string View = "~/Areas/PropertySuite.Parking/Views/Shared/ParkingList.cshtml";
}

/// <summary>Applications and the waiting list.</summary>
[Requires(ParkingPermissions.View)]
public sealed class ParkingApplicationsController(ListPages pages, Spaces spaces, Applications applications, CurrentActor actors, IStringLocalizer<ParkingTexts> S) : Controller
{
    /// <summary>Applications.</summary>
    [HttpGet, Admin("Parking", "ParkingApplications")]
    public async Task<IActionResult> Index(ListRequest request) => View(ParkingListPage.View, new ParkingListPage(
        S["Applications for parking"],
        await pages.ReadAsync(ParkingLists.Applications(await spaces.AreasAsync()), request, S["Applications for parking"], S["No applications here. What residents apply for on their page and the desk takes in appears in this list."], Url.Action(nameof(Index))!),
        (await actors.GetAsync(ParkingPermissions.Handle)).May(ParkingPermissions.Handle) ? [(S["New application"], Url.Action("Create", "DeskApplication")!), (S["Waiting list"], Url.Action(nameof(Waiting))!)] : [(S["Waiting list"], Url.Action(nameof(Waiting))!)]));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Export", "ParkingApplicationsCsv")]
    public async Task<IActionResult> Export(ListRequest request) => await pages.CsvAsync(this, ParkingLists.Applications(await spaces.AreasAsync()), request, "parking-applications");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Export.xlsx", "ParkingApplicationsXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request) => await pages.XlsxAsync(this, ParkingLists.Applications(await spaces.AreasAsync()), request, "parking-applications");

    /// <summary>The waiting list, by rank.</summary>
    [HttpGet, Admin("Parking/Waiting", "ParkingWaiting")]
    public async Task<IActionResult> Waiting(ListRequest request) => View(ParkingListPage.View, new ParkingListPage(
        S["Waiting list"],
        await pages.ReadAsync(await WaitingAsync(), request, S["Waiting list"], S["Nobody waits for a space."], Url.Action(nameof(Waiting))!),
        [(S["Applications for parking"], Url.Action(nameof(Index))!)]));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Waiting/Export", "ParkingWaitingCsv")]
    public async Task<IActionResult> WaitingExport(ListRequest request) => await pages.CsvAsync(this, await WaitingAsync(), request, "parking-waiting");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Waiting/Export.xlsx", "ParkingWaitingXlsx")]
    public async Task<IActionResult> WaitingSpreadsheet(ListRequest request) => await pages.XlsxAsync(this, await WaitingAsync(), request, "parking-waiting");

    private async Task<ListDefinition<ApplicationIndex>> WaitingAsync() => ParkingLists.WaitingList(
        (await applications.WaitingAsync()).Select((row, at) => (row.ApplicationId, Rank: at + 1)).ToDictionary(pair => pair.ApplicationId, pair => pair.Rank, StringComparer.Ordinal),
        await spaces.AreasAsync());
}

/// <summary>Leases.</summary>
[Requires(ParkingPermissions.View)]
public sealed class ParkingLeasesController(ListPages pages, Spaces spaces, IMoneyBook money, IStringLocalizer<ParkingTexts> S) : Controller
{
    /// <summary>Leases.</summary>
    [HttpGet, Admin("Parking/Leases", "ParkingLeases")]
    public async Task<IActionResult> Index(ListRequest request) => View(ParkingListPage.View, new ParkingListPage(
        S["Leases"], await pages.ReadAsync(await ListAsync(), request, S["Leases"], S["No leases here. A signed contract becomes a lease."], Url.Action(nameof(Index))!), []));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Leases/Export", "ParkingLeasesCsv")]
    public async Task<IActionResult> Export(ListRequest request) => await pages.CsvAsync(this, await ListAsync(), request, "parking-leases");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Leases/Export.xlsx", "ParkingLeasesXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request) => await pages.XlsxAsync(this, await ListAsync(), request, "parking-leases");

    private async Task<ListDefinition<LeaseIndex>> ListAsync() => ParkingLists.Leases(await spaces.AreasAsync(), await money.CurrencyAsync());
}

/// <summary>Vehicles.</summary>
[Requires(ParkingPermissions.View)]
public sealed class ParkingVehiclesController(ListPages pages, CurrentActor actors, IStringLocalizer<ParkingTexts> S) : Controller
{
    /// <summary>Vehicles.</summary>
    [HttpGet, Admin("Parking/Vehicles", "ParkingVehicles")]
    public async Task<IActionResult> Index(ListRequest request) => View(ParkingListPage.View, new ParkingListPage(
        S["Vehicles"],
        await pages.ReadAsync(ParkingLists.Vehicles(), request, S["Vehicles"], S["No vehicles here. They come with applications, from residents' pages and from spreadsheets."], Url.Action(nameof(Index))!),
        (await actors.GetAsync(ParkingPermissions.Handle)).May(ParkingPermissions.Handle) ? [(S["Register a vehicle"], Url.Action("Create", "DeskVehicle")!)] : []));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Vehicles/Export", "ParkingVehiclesCsv")]
    public Task<IActionResult> Export(ListRequest request) => pages.CsvAsync(this, ParkingLists.Vehicles(), request, "vehicles");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Vehicles/Export.xlsx", "ParkingVehiclesXlsx")]
    public Task<IActionResult> Spreadsheet(ListRequest request) => pages.XlsxAsync(this, ParkingLists.Vehicles(), request, "vehicles");
}

/// <summary>Violations.</summary>
[Requires(ParkingPermissions.View)]
public sealed class ParkingViolationsController(ListPages pages, CurrentActor actors, IStringLocalizer<ParkingTexts> S) : Controller
{
    /// <summary>Violations.</summary>
    [HttpGet, Admin("Parking/Violations", "ParkingViolations")]
    public async Task<IActionResult> Index(ListRequest request) => View(ParkingListPage.View, new ParkingListPage(
        S["Violations"],
        await pages.ReadAsync(ParkingLists.Violations(), request, S["Violations"], S["No violations here. Guards report what they see from the gate's plate search."], Url.Action(nameof(Index))!),
        (await actors.GetAsync(ParkingPermissions.Report)).May(ParkingPermissions.Report) ? [(S["Report a violation"], Url.Action("Create", "ViolationReport")!)] : []));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Violations/Export", "ParkingViolationsCsv")]
    public Task<IActionResult> Export(ListRequest request) => pages.CsvAsync(this, ParkingLists.Violations(), request, "parking-violations");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Violations/Export.xlsx", "ParkingViolationsXlsx")]
    public Task<IActionResult> Spreadsheet(ListRequest request) => pages.XlsxAsync(this, ParkingLists.Violations(), request, "parking-violations");
}
