using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Units;

/// <summary>The first owner receives a unit (B.14).</summary>
public sealed class HandOverController(
    UnitBook units, CurrentActor current, ICommunityCalendar calendar, INotifier notifier, IHtmlLocalizer<HandOverController> H) : Controller
{
    [HttpPost, Admin("Units/{unitId}/HandOver", "UnitHandOver"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create(string unitId)
    {
        if (await units.FindAsync(unitId) is not { } unit) return NotFound();
        await units.HandOverAsync(unit, await calendar.TodayAsync(), await current.GetAsync());
        await notifier.SuccessAsync(H["{0} is handed over.", unit.Code]);
        return RedirectToAction(nameof(UnitsController.Show), "Units", new { unitId });
    }
}
