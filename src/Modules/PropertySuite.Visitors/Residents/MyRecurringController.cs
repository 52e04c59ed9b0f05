using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The resident's recurring passes (VIS-09): domestic help, drivers, tutors, nurses.</summary>
[Route("my/visits/recurring"), Requires(VisitPermissions.Announce)]
public sealed class MyRecurringController(Household household, RecurringPasses passes, PassPages pages, CommunityTimes times, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The passes of the household.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var resident = await household.GetAsync();
        return View(await passes.OfUnitsAsync(resident.Units.Select(held => held.Unit.Id)));
    }

    /// <summary>The form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Create() => View(await FillAsync(new RecurringForm()));

    /// <summary>Issues a pass.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(RecurringForm form)
    {
        var resident = await household.GetAsync();
        var held = resident.Unit(form.UnitId) ?? throw VisitRefusals.UnitNotYours.At(nameof(form.UnitId));
        var host = new VisitHost(held.Unit.Id, held.Unit.Code, resident.Person?.Id, resident.Person?.DisplayName);
        var pass = await passes.IssueAsync(resident.Actor, form.ToPlan(host, (await times.GetAsync()).DayAt(clock.UtcNow)));
        return RedirectToAction(nameof(Show), new { recurringId = pass.ContentItem.ContentItemId });
    }

    /// <summary>One pass, with who came when.</summary>
    [HttpGet("{recurringId}")]
    public async Task<IActionResult> Show(string recurringId)
    {
        var resident = await household.GetAsync();
        if (await passes.FindAsync(recurringId) is not { } pass || resident.Unit(pass.Host.UnitId) is not { } held)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new RecurringShown(
            await pages.OfAsync(pass, pass.Pass is null ? "" : await passes.SignAsync(pass), Url),
            pass,
            [.. (await passes.VisitsOfAsync(recurringId)).Where(row => row.UntilUtc > held.SinceUtc)],
            [.. RecurringLifecycle.Table.Offers(pass, resident.Actor, clock.UtcNow).Select(offer => offer.Verb)],
            await times.GetAsync()));
    }

    /// <summary>Lets a pass rest.</summary>
    [HttpPost("{recurringId}/suspend")]
    public Task<IActionResult> Suspend(string recurringId, string? reason) => ChangeAsync(recurringId, RecurringVerbs.Suspend, reason);

    /// <summary>Lets it open the gate again.</summary>
    [HttpPost("{recurringId}/resume")]
    public Task<IActionResult> Resume(string recurringId) => ChangeAsync(recurringId, RecurringVerbs.Resume);

    /// <summary>Ends it.</summary>
    [HttpPost("{recurringId}/end-pass")]
    public Task<IActionResult> End(string recurringId) => ChangeAsync(recurringId, RecurringVerbs.End);

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is RecurringForm typed ? View("Create", await FillAsync(typed)) : null;

    private async Task<IActionResult> ChangeAsync(string recurringId, Verb verb, string? reason = null)
    {
        var resident = await household.GetAsync();
        if (await passes.FindAsync(recurringId) is not { } pass || resident.Unit(pass.Host.UnitId) is null)
        {
            return NotFound();
        }

        await passes.SaveAsync(pass, pass.Take(verb, resident.Actor, clock.UtcNow, reason));
        return RedirectToAction(nameof(Show), new { recurringId });
    }

    private async Task<RecurringForm> FillAsync(RecurringForm form)
    {
        var resident = await household.GetAsync();
        form.UnitId ??= resident.Units.Count > 0 ? resident.Units[0].Unit.Id : null;
        form.Page = new RecurringFormPage(resident.Units, Url.Action(nameof(Create))!, Url.Action(nameof(Index))!);
        return form;
    }
}
