using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>May this visitor pass? The answer with its reason, and the act that follows (VIS-06, VIS-14).</summary>
[Requires(VisitPermissions.Operate)]
public sealed class VerdictController(GatePost post, Visits visits, Badges badges, VisitPhotos photos, VisitPolicy policy, Instructions instructions, VisitBoard board, RefusalTexts refusals, CommunityTimes times) : Controller, IShowsAgain
{
    /// <summary>The verdict.</summary>
    [HttpGet, Admin("Visits/Gate/{visitId}", "GateVerdict")]
    public async Task<IActionResult> Index(string visitId) =>
        await visits.FindAsync(visitId) is { } visit ? View(await FillAsync(visit, new AdmissionForm { Persons = VisitPlan.Write(visit.Guest.Persons) })) : NotFound();

    /// <summary>Lets the visitor in.</summary>
    [HttpPost, Admin("Visits/Gate/{visitId}/Admit", "GateAdmit")]
    public async Task<IActionResult> Admit(string visitId, AdmissionForm form)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        var gate = await post.GetAsync();
        await policy.LookAsync(visit);
        var photo = await photos.ReadAsync(form.Photo);
        var badge = form.BadgeId switch
        {
            null or "" => throw VisitRefusals.BadgeMissing.At(nameof(form.BadgeId)),
            AdmissionForm.NoBadge => null,
            var badgeId => await badges.TakeAsync(badgeId),
        };
        await visits.SaveAsync(visit, visit.Admit(await post.ActorAsync(gate), post.Now, gate, VisitPlan.Count(form.Persons), badge));
        if (photo is not null)
        {
            await photos.KeepAsync(photo, visitId);
        }

        return RedirectToAction(nameof(Index), new { visitId });
    }

    /// <summary>Sees the visitor out.</summary>
    [HttpPost, Admin("Visits/Gate/{visitId}/Leave", "GateLeave")]
    public async Task<IActionResult> Leave(string visitId, BadgeReturn badge)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        var gate = await post.GetAsync();
        var now = post.Now;
        var step = visit.Leave(await post.ActorAsync(gate), now, gate, badge);
        if (visit.Departure!.Badge == BadgeReturn.Lost)
        {
            await badges.ChangeAsync(visit.Badge!.BadgeId, lost => lost.Lose(now));
        }

        await visits.SaveAsync(visit, step);
        return RedirectToAction("Inside", "Gate");
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("visitId", out var id) && await visits.FindAsync(id as string) is { } visit
            ? View("Index", await FillAsync(visit, refused.ActionArguments.TryGetValue("form", out var form) && form is AdmissionForm typed ? typed : new AdmissionForm { Persons = VisitPlan.Write(visit.Guest.Persons) }))
            : null;

    private async Task<AdmissionForm> FillAsync(VisitPart visit, AdmissionForm form)
    {
        var now = post.Now;
        await policy.LookAsync(visit);
        var no = visit.WhyNot(now);
        form.Page = new VerdictPage(
            await post.FindAsync(),
            await post.ListAsync(),
            visit,
            visit.StateAt(now),
            no is null ? null : await refusals.SayAsync(no),
            no is null ? await badges.FreeAsync() : [],
            await photos.HasAsync(visit.ContentItem.ContentItemId),
            now,
            await times.GetAsync())
        {
            Instructions = visit.IsOnSite ? [] : await instructions.OfUnitAsync(visit.Host.UnitId),
            Refusals = visit.IsForgotten ? 0 : await board.CountRefusalsAsync(visit.Guest.Name, visit.Guest.Plate),
        };
        return form;
    }
}

/// <summary>The guard's form.</summary>
public sealed class AdmissionForm
{
    /// <summary>Says that no badge is handed out.</summary>
    public const string NoBadge = "none";

    /// <summary>How many come in now.</summary>
    public string? Persons { get; set; } = "1";

    /// <summary>Id of the badge, or <see cref="NoBadge"/>.</summary>
    public string? BadgeId { get; set; }

    /// <summary>A photo taken at the gate; null for none.</summary>
    public IFormFile? Photo { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public VerdictPage? Page { get; set; }
}

/// <summary>The verdict.</summary>
/// <param name="Sentence">Why not; null when the visitor may pass.</param>
public sealed record VerdictPage(
    GatePlace? Gate,
    IReadOnlyList<PropertySuite.Community.Contracts.EntranceSummary> Entrances,
    VisitPart Visit,
    VisitState State,
    string? Sentence,
    IReadOnlyList<BadgeIndex> FreeBadges,
    bool HasPhoto,
    DateTime NowUtc,
    CommunityTime Time)
{
    /// <summary>What the household asks of the gate today (VIS-12).</summary>
    public IReadOnlyList<Instruction> Instructions { get; init; } = [];

    /// <summary>How often somebody of this name or plate was refused of late (VIS-11).</summary>
    public int Refusals { get; init; }

    /// <summary>Whether the visitor may pass now.</summary>
    public bool MayPass => Sentence is null;
}
