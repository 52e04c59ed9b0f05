using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Units;

/// <summary>A unit ends in law: split, merged or pulled down (B.14).</summary>
public sealed class ClosureController(
    UnitBook units, CurrentActor current, ICommunityCalendar calendar, INotifier notifier, IHtmlLocalizer<ClosureController> H) : Controller
{
    [HttpPost, Admin("Units/{unitId}/Closure", "UnitClosure"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create(string unitId)
    {
        if (await units.FindAsync(unitId) is not { } unit) return NotFound();
        await units.CloseAsync(unit, await calendar.TodayAsync(), await current.GetAsync());
        await notifier.SuccessAsync(H["{0} is closed. Its history stays.", unit.Code]);
        return RedirectToAction(nameof(UnitsController.Show), "Units", new { unitId });
    }
}
