using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The hours of volunteers are confirmed (VOL-04).</summary>
[Requires(ActivityPermissions.Edit)]
public sealed class TurnsController(Turns turns, CurrentActor current) : Controller
{
    /// <summary>Confirms the hours.</summary>
    [HttpPost, Admin("Activities/Turns/{turnId}/Confirm", "TurnConfirm")]
    public Task<IActionResult> Confirm(string turnId, string? hours) =>
        TakeAsync(turnId, (turn, by, now) => turn.Confirm(by, now, Money.Read(hours, "EUR") ?? throw ActivityRefusals.HoursOutOfRange.At("Hours")));

    /// <summary>The volunteer did not come.</summary>
    [HttpPost, Admin("Activities/Turns/{turnId}/Miss", "TurnMiss")]
    public Task<IActionResult> Miss(string turnId) => TakeAsync(turnId, (turn, by, now) => turn.Miss(by, now));

    private async Task<IActionResult> TakeAsync(string turnId, Func<TurnPart, Actor, DateTime, Step> take)
    {
        var by = await current.GetAsync(TurnLifecycle.Table.Permissions);
        var activityId = "";
        return await turns.ChangeAsync(turnId, (turn, now) =>
        {
            activityId = turn.ActivityId;
            return take(turn, by, now);
        })
            ? RedirectToAction("Index", "ActivityRecord", new { activityId })
            : NotFound();
    }
}
