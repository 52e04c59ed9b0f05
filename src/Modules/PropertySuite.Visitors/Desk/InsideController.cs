using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Who is inside now, and the roll call for an evacuation (VIS-08).</summary>
[Requires(VisitPermissions.View)]
public sealed class InsideController(VisitBoard board, CommunityTimes times, IClock clock) : Controller
{
    /// <summary>The board.</summary>
    [HttpGet, Admin("Visits/Inside", "VisitsInside")]
    public async Task<IActionResult> Index() => View(await PageAsync());

    /// <summary>On paper, by unit, with a box to tick.</summary>
    [HttpGet, Admin("Visits/Inside/RollCall", "VisitsRollCall")]
    public async Task<IActionResult> RollCall() => View(await PageAsync());

    private async Task<InsidePage> PageAsync() => new(await board.InsideAsync(), await board.CountAdmittedTodayAsync(), await times.GetAsync(), clock.UtcNow);
}

/// <summary>Who is inside.</summary>
public sealed record InsidePage(IReadOnlyList<VisitIndex> Rows, int AdmittedToday, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>How many persons that are.</summary>
    public int Persons => Rows.Sum(row => row.Persons);

    /// <summary>Those whose time is up.</summary>
    public IReadOnlyList<VisitIndex> Late => [.. Rows.Where(row => row.UntilUtc <= NowUtc)];
}
