using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Registers somebody who stands at the desk (VIS-02): unit, name, kind, ask.</summary>
[Requires(VisitPermissions.Register)]
public sealed class WalkInController(WalkIns walkIns, VisitPhotos photos, VisitBoard board, HostFinder hosts, Instructions instructions, WatchList watch, GatePost post, CommunityTimes times, VisitChoices choices, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The form; with a unit typed, its hosts are offered.</summary>
    [HttpGet, Admin("Visits/WalkIn", "WalkIn")]
    public async Task<IActionResult> Create(WalkInForm form)
    {
        // A first look is no mistake: what the address leaves out is not marked as an error.
        ModelState.Clear();
        return View(await FillAsync(form));
    }

    /// <summary>Registers the visitor; the host is asked next.</summary>
    [HttpPost, Admin("Visits/WalkIn", "WalkInPost"), ActionName(nameof(Create))]
    public async Task<IActionResult> Register(WalkInForm form)
    {
        var photo = await photos.ReadAsync(form.Photo) ?? await photos.HeldAsync(form.HeldPhoto);
        form.Kind = await choices.OrUsualAsync(form.Kind);
        var host = await hosts.GetAsync(form.Unit, form.HostId);
        var visit = await walkIns.RegisterAsync(await post.ActorAsync(), form.ToPlan(host, clock.UtcNow), form.IdentitySeen, photo, form.Document);
        return RedirectToAction("Index", "Answer", new { visitId = visit.ContentItem.ContentItemId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is WalkInForm typed ? View("Create", await FillAsync(await HoldAsync(typed))) : null;

    // A browser does not send a file twice, so what was wrong elsewhere in the form must not cost the photo.
    private async Task<WalkInForm> HoldAsync(WalkInForm form)
    {
        if (!ModelState.TryGetValue(nameof(form.Photo), out var entry) || entry.Errors.Count == 0)
        {
            form.HeldPhoto = await photos.ReadAsync(form.Photo) is { } photo
                ? await photos.HoldAsync(photo)
                : (await photos.HeldAsync(form.HeldPhoto))?.Key;
            ModelState.Remove(nameof(form.HeldPhoto));
        }

        return form;
    }

    private async Task<WalkInForm> FillAsync(WalkInForm form)
    {
        form.Kind = await choices.OrUsualAsync(form.Kind);
        var offer = await hosts.OfferAsync(form.Unit);
        form.Page = new WalkInPage(await choices.KindsAsync(), offer, await post.FindAsync(), await board.WaitingAsync(), await times.GetAsync(), clock.UtcNow)
        {
            Instructions = offer?.Unit is { } unit ? await instructions.OfUnitAsync(unit.Id) : [],
            Hits = string.IsNullOrWhiteSpace(form.Name) ? [] : await watch.MatchAsync(form.Name, VisitPlan.Plate(form.Plate), form.Document, offer?.Unit?.Id ?? ""),
            Refusals = await board.CountRefusalsAsync(form.Name, VisitPlan.Plate(form.Plate)),
        };

        // The number has been compared; it goes back to nobody.
        form.Document = null;
        ModelState.Remove(nameof(form.Document));
        return form;
    }
}

/// <summary>What the form offers.</summary>
public sealed record WalkInPage(IReadOnlyList<VisitKind> Kinds, HostOffer? Hosts, GatePlace? Gate, IReadOnlyList<VisitIndex> Waiting, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>What the household asks of the desk today (VIS-12).</summary>
    public IReadOnlyList<Instruction> Instructions { get; init; } = [];

    /// <summary>Whom the visitor resembles on the watch list (VIS-10).</summary>
    public IReadOnlyList<WatchHit> Hits { get; init; } = [];

    /// <summary>How often somebody of this name or plate was refused of late (VIS-11).</summary>
    public int Refusals { get; init; }
}
