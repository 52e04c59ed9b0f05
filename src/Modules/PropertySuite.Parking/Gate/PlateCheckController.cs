using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Parking;

/// <summary>What the gate may know of a plate: the vehicle, its unit, its space and whether it may stand there today. No name, no phone.</summary>
public sealed record PlateAnswer(string Plate, string? Make, string UnitCode, string? SpaceCode, PlateRight Right, string? Until);

/// <summary>What a plate may today.</summary>
public enum PlateRight
{
    /// <summary>It has a space today.</summary>
    Space,

    /// <summary>On the register, without a space today.</summary>
    NoSpace,

    /// <summary>Blocked.</summary>
    Blocked,
}

/// <summary>Looks plates up at the gate.</summary>
public sealed class PlateChecks(YesSql.ISession session, ParkingBook book)
{
    /// <summary>Vehicles whose plate holds what was typed, the exact one first.</summary>
    public async Task<IReadOnlyList<PlateAnswer>> FindAsync(string? typed)
    {
        if (Plate.Normal(typed) is not { } plate) return [];
        const string Removed = nameof(VehicleState.Removed);
        var rows = (await session.QueryIndex<VehicleIndex>(row => row.State != Removed && row.Plate.Contains(plate)).Take(12).ListAsync()).ToList();
        var today = (await book.TodayAsync()).AsColumn();
        var ids = rows.Select(row => row.VehicleId).ToArray();
        var leases = (await session.QueryIndex<LeaseIndex>(lease => lease.VehicleId.IsIn(ids) && lease.Live && lease.FromDay <= today).ListAsync()).ToLookup(lease => lease.VehicleId, StringComparer.Ordinal);
        var answers = new List<PlateAnswer>();
        foreach (var row in rows.OrderByDescending(row => row.Plate == plate).ThenBy(row => row.Plate, StringComparer.Ordinal))
        {
            var lease = leases[row.VehicleId].FirstOrDefault();
            var right = row.State == nameof(VehicleState.Blocked) ? PlateRight.Blocked : lease is null ? PlateRight.NoSpace : PlateRight.Space;
            answers.Add(new(row.Written, row.Make, row.UnitCode, lease?.SpaceCode, right, lease is null ? null : ListDay.Show(lease.UntilDay.AsDay().AddDays(-1))));
        }

        return answers;
    }
}

/// <summary>The gate's plate search (PRK-17).</summary>
[Requires(ParkingPermissions.Check)]
public sealed class PlateCheckController(PlateChecks checks) : Controller
{
    /// <summary>The search, with what it found.</summary>
    [HttpGet, Admin("Parking/Plates", "ParkingPlates")]
    public async Task<IActionResult> Index(string? plate)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var typed = plate is { Length: <= 20 } ? plate : null;
        return View(new PlatePage(typed, string.IsNullOrWhiteSpace(typed) ? [] : await checks.FindAsync(typed)));
    }
}

/// <summary>The page.</summary>
public sealed record PlatePage(string? Typed, IReadOnlyList<PlateAnswer> Found);

/// <summary>Reports a violation with photos (PRK-20).</summary>
[Requires(ParkingPermissions.Report)]
public sealed class ViolationReportController(Violations violations, Attachments attachments, CurrentActor actors) : Controller, IShowsAgain
{
    /// <summary>The form.</summary>
    [HttpGet, Admin("Parking/Report", "ParkingReport")]
    public IActionResult Create(string? plate) => View(new ViolationForm { Plate = plate is { Length: <= 20 } ? plate : null });

    /// <summary>Reports.</summary>
    [HttpPost, Admin("Parking/Report", "ParkingReportPost"), ActionName(nameof(Create))]
    public async Task<IActionResult> Report(ViolationForm form)
    {
        var by = await actors.GetAsync(ParkingPermissions.Report);
        var violation = await violations.ReportAsync(by, form.Kind, form.Plate, form.Place, form.Note);
        var violationId = violation.ContentItem.ContentItemId;
        await attachments.AddAsync(ParkingTypes.ViolationNumber, violationId, "photos", form.Photos, by, nameof(form.Photos), picturesOnly: true);
        return RedirectToAction("Violation", "ParkingRecord", new { violationId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (refused.Given("form") is not ViolationForm form) return null;
        await attachments.HoldAsync(form.Photos, await actors.GetAsync(ParkingPermissions.Report), picturesOnly: true);
        return View("Create", form);
    }
}

/// <summary>The form.</summary>
public sealed class ViolationForm
{
    public string? Plate { get; set; }

    public ViolationKind Kind { get; set; }

    public string? Place { get; set; }

    public string? Note { get; set; }

    public AttachedFiles Photos { get; set; } = new();
}
