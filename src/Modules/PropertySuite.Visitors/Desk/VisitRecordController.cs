using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The record of a visit, composed from its lifecycle.</summary>
public sealed class VisitRecordController(Visits visits, VisitPhotos photos, VisitPrivacy privacy, RecordHistory history, RecordComposer composer, GatePost post, CurrentActor current, CommunityTimes times, IStringLocalizerFactory localizers) : Controller
{
    /// <summary>The record.</summary>
    [HttpGet, Admin("Visits/Record/{visitId}", "VisitRecord"), Requires(VisitPermissions.View)]
    public async Task<IActionResult> Index(string visitId)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        var now = post.Now;
        var hidden = await privacy.HidesNameAsync(visit);
        var past = await history.OfAsync(visitId);
        var texts = localizers.Create(typeof(VisitLifecycle));
        var subject = new RecordSubject<VisitState>(
            visit.IsForgotten ? texts["Visitor"] : hidden ? MaskedVisit.Name(visit.Guest.Name) : visit.Guest.Name,
            visit.Number,
            visit.StateAt(now),
            VisitLifecycle.Name,
            VisitLifecycle.Dot,
            [visit.Host.UnitCode, texts[VisitKinds.Name(visit.Kind)]],
            offer => Action(offer.Verb, visitId));

        return View(new VisitRecordPage(
            await composer.HeadAsync(VisitLifecycle.Table, visit, subject, past, await post.ActorAsync(), now),
            await composer.TimelineAsync(VisitLifecycle.Table, VisitLifecycle.Name, past, now),
            visit,
            !hidden && await photos.HasAsync(visitId),
            (await current.GetAsync(VisitPermissions.Reveal)).May(VisitPermissions.Reveal),
            await times.GetAsync(),
            now));
    }

    /// <summary>The host is called once more.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/AskAgain", "VisitAskAgain"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> AskAgain(string visitId)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, visit.AskAgain(await post.ActorAsync(), post.Now));
        return RedirectToAction("Index", "Answer", new { visitId });
    }

    /// <summary>Gives the visit up.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/Cancel", "VisitCancel"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> Cancel(string visitId)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, visit.Cancel(await post.ActorAsync(), post.Now));
        return RedirectToAction(nameof(Index), new { visitId });
    }

    /// <summary>The visitor's badge, to print or to show (VIS-14).</summary>
    [HttpGet, Admin("Visits/Record/{visitId}/Badge", "VisitBadge"), Requires(VisitPermissions.View)]
    public async Task<IActionResult> Badge(string visitId) =>
        await visits.FindAsync(visitId) is { } visit ? View(new VisitBadgePage(visit, await times.GetAsync())) : NotFound();

    private RecordAction? Action(Verb verb, string visitId) => verb.Id switch
    {
        "admit" or "leave" => new("", Url.Action("Index", "Verdict", new { visitId })!, Posts: false),
        "confirm" or "refuse" or "give-up" => new("", Url.Action("Index", "Answer", new { visitId, answer = verb.Id })!, Posts: false),
        "ask-again" => new("", Url.Action(nameof(AskAgain), new { visitId })!, Posts: true),
        "cancel" => new("", Url.Action(nameof(Cancel), new { visitId })!, Posts: true),
        _ when VisitStepController.Verbs.Any(known => known.Id == verb.Id) => new("", Url.Action("Index", "VisitStep", new { visitId, verb = verb.Id })!, Posts: !VisitStepController.Asks(verb)),
        _ => null,
    };
}

/// <summary>The record's page.</summary>
public sealed record VisitRecordPage(RecordHead Head, IReadOnlyList<TimelineEntry> History, VisitPart Visit, bool HasPhoto, bool MayReveal, CommunityTime Time, DateTime NowUtc);

/// <summary>The badge's page.</summary>
public sealed record VisitBadgePage(VisitPart Visit, CommunityTime Time);
