using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The resident's visits (VIS-01): announced, shared, cancelled. Scoped to the units held today.</summary>
[Route("my/visits"), Requires(VisitPermissions.Announce)]
public sealed class MyVisitsController(
    Household household,
    Visits visits,
    VisitBoard board,
    Invitations invitations,
    PassPages pages,
    CommunityTimes times,
    VisitChoices choices,
    IClock clock) : Controller, IShowsAgain
{
    /// <summary>What is to come, who is inside, what was.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var resident = await household.GetAsync();
        return View(new MyVisits(resident, await board.OfAsync(resident), await times.GetAsync(), clock.UtcNow));
    }

    /// <summary>The form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Create()
    {
        var resident = await household.GetAsync();
        var time = await times.GetAsync();
        var next = time.At(clock.UtcNow).AddHours(1);
        return View(new InviteForm
        {
            Page = new InvitePage(resident, await choices.ForHostsAsync()),
            Kind = await choices.OrUsualAsync(VisitKind.Guest),
            UnitId = resident.Units.Count > 0 ? resident.Units[0].Unit.Id : null,
            Day = next.Date == time.At(clock.UtcNow).Date ? "today" : "tomorrow",
            From = $"{next.Hour:00}:00",
            Until = $"{Math.Min(next.Hour + 3, 23):00}:{(next.Hour + 3 > 23 ? 59 : 0):00}",
        });
    }

    /// <summary>Announces a visitor.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(InviteForm form)
    {
        var resident = await household.GetAsync();
        var held = resident.Unit(form.UnitId) ?? throw VisitRefusals.UnitNotYours.At(nameof(form.UnitId));
        form.Kind = await choices.ForHostsAsync() is { Count: > 0 } ? await choices.OrUsualAsync(form.Kind) : VisitKind.Guest;
        var host = new VisitHost(held.Unit.Id, held.Unit.Code, resident.Person?.Id, resident.Person?.DisplayName);
        var visit = await invitations.InviteAsync(resident.Actor, form.ToPlan(host, await times.GetAsync(), clock.UtcNow));

        return RedirectToAction(nameof(Show), new { visitId = visit.ContentItem.ContentItemId });
    }

    /// <summary>One visit with its pass.</summary>
    [HttpGet("{visitId}")]
    public async Task<IActionResult> Show(string visitId)
    {
        var resident = await household.GetAsync();
        if (await visits.FindAsync(visitId) is not { } visit || !resident.MaySee(visit))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new MyVisit(
            await pages.OfAsync(visit, Url),
            visit,
            VisitLifecycle.Table.IsOpen(visit, VisitVerbs.Cancel, resident.Actor, clock.UtcNow))
        {
            MayAnswer = VisitLifecycle.Table.IsOpen(visit, VisitVerbs.Confirm, resident.Actor, clock.UtcNow),
            MayExtend = VisitLifecycle.Table.IsOpen(visit, VisitVerbs.Extend, resident.Actor, clock.UtcNow),
        });
    }

    /// <summary>Gives a visit up.</summary>
    [HttpPost("{visitId}/cancel")]
    public async Task<IActionResult> Cancel(string visitId)
    {
        var resident = await household.GetAsync();
        if (await visits.FindAsync(visitId) is not { } visit || !resident.MaySee(visit))
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, visit.Cancel(resident.Actor, clock.UtcNow));
        return RedirectToAction(nameof(Show), new { visitId });
    }

    /// <summary>Answers about somebody who stands at the desk (VIS-03).</summary>
    [HttpPost("{visitId}/answer")]
    public async Task<IActionResult> Answer(string visitId, string? answer)
    {
        var resident = await household.GetAsync();
        if (await visits.FindAsync(visitId) is not { } visit || !resident.MaySee(visit))
        {
            return NotFound();
        }

        if (answer is not ("yes" or "no"))
        {
            throw VisitRefusals.AnswerUnclear.With();
        }

        var name = resident.Person?.DisplayName ?? resident.Actor.Name;
        await visits.SaveAsync(visit, visit.Log(resident.Actor, clock.UtcNow, answer == "yes", name, numberCalled: null, AnswerChannel.Page));
        return RedirectToAction(nameof(Show), new { visitId });
    }

    /// <summary>The visitor stays longer (VIS-07).</summary>
    [HttpPost("{visitId}/extend")]
    public async Task<IActionResult> Extend(string visitId)
    {
        var resident = await household.GetAsync();
        if (await visits.FindAsync(visitId) is not { } visit || !resident.MaySee(visit))
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, visit.Extend(resident.Actor, clock.UtcNow));
        return RedirectToAction(nameof(Show), new { visitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not InviteForm typed)
        {
            return null;
        }

        typed.Page = new InvitePage(await household.GetAsync(), await choices.ForHostsAsync());
        return View("Create", typed);
    }
}

/// <summary>The resident's list.</summary>
public sealed record MyVisits(Resident Resident, IReadOnlyList<VisitIndex> Rows, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Visits that are inside.</summary>
    public IReadOnlyList<VisitIndex> Inside => [.. Rows.Where(row => row.OnSite)];

    /// <summary>Visits that may still come, the next one first.</summary>
    public IReadOnlyList<VisitIndex> ToCome => [.. Rows.Where(row => VisitStates.Open.Contains(VisitBoard.StateOf(row, NowUtc)) && !row.OnSite).OrderBy(row => row.FromUtc)];

    /// <summary>Visits that were.</summary>
    public IReadOnlyList<VisitIndex> Past => [.. Rows.Except(Inside).Except(ToCome)];
}

/// <summary>What the form offers.</summary>
/// <param name="Kinds">Kinds to choose from; empty: every visitor is a guest.</param>
public sealed record InvitePage(Resident Resident, IReadOnlyList<VisitKind> Kinds);

/// <summary>A visit of a resident.</summary>
public sealed record MyVisit(PassPage Page, VisitPart Visit, bool MayCancel)
{
    /// <summary>Whether the visitor waits for this person's answer.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>Whether the visitor has stayed too long and may stay longer.</summary>
    public bool MayExtend { get; init; }
}
