using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>
/// Steps of a visit that need no page of their own (VIS-03, 04, 07, 10, 11). Who may is said by the lifecycle's table; those that ask a reason
/// are asked on one form.
/// </summary>
[Requires(VisitPermissions.View)]
public sealed class VisitStepController(Visits visits, GatePost post, IStringLocalizer<VisitStepController> S, IStringLocalizer<VisitTexts> words) : Controller, IShowsAgain
{
    private static readonly Verb[] WithReason = [VisitVerbs.Deny, VisitVerbs.TurnAway, VisitVerbs.Escalate, VisitVerbs.ClearHit];

    /// <summary>Verbs that this controller knows.</summary>
    public static readonly IReadOnlyList<Verb> Verbs = [.. WithReason, VisitVerbs.Approve, VisitVerbs.Escort, VisitVerbs.Extend];

    /// <summary>Whether a verb asks on a form first.</summary>
    public static bool Asks(Verb verb) => WithReason.Contains(verb);

    /// <summary>The form for a reason.</summary>
    [HttpGet, Admin("Visits/Record/{visitId}/Step/{verb}", "VisitStep")]
    public async Task<IActionResult> Index(string visitId, string verb, string? entryId) =>
        await visits.FindAsync(visitId) is { } visit && Array.Find(WithReason, known => known.Id == verb) is { } asked
            ? View(Fill(visit, asked, new StepForm { EntryId = entryId, Kind = RefusalKind.Other }))
            : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/Step/{verb}", "VisitStepPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Take(string visitId, string verb, StepForm form)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        var (by, now) = (await post.ActorAsync(), post.Now);
        var step = verb switch
        {
            "approve" => visit.Approve(by, now),
            "deny" => visit.Deny(by, now, form.Reason),
            "escort" => visit.Escort(by, now),
            "extend" => visit.Extend(by, now),
            "turn-away" => visit.TurnAway(by, now, form.Kind, form.Reason),
            "escalate" => visit.Escalate(by, now, form.Reason),
            "clear-hit" when by.May(VisitPermissions.Approve) => visit.Clear(by, now, form.EntryId ?? "", form.Reason),
            "clear-hit" => throw LifecycleRefusals.NotYours.With(),
            _ => null,
        };
        if (step is null)
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, step);
        return RedirectToAction("Index", "VisitRecord", new { visitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is StepForm typed
        && refused.ActionArguments.TryGetValue("visitId", out var id) && await visits.FindAsync(id as string) is { } visit
        && refused.ActionArguments.TryGetValue("verb", out var verb) && Array.Find(WithReason, known => known.Id == verb as string) is { } asked
            ? View("Index", Fill(visit, asked, typed))
            : null;

    private StepForm Fill(VisitPart visit, Verb verb, StepForm form)
    {
        var visitId = visit.ContentItem.ContentItemId;
        form.Page = new StepPage(
            words[verb.Text],
            $"{visit.Number} · {(visit.IsForgotten ? S["Visitor"].Value : visit.Guest.Name)} · {visit.Host.UnitCode}",
            verb == VisitVerbs.TurnAway ? RefusalKinds.AtTheGate : [],
            Url.Action(nameof(Index), new { visitId, verb = verb.Id, entryId = form.EntryId })!,
            Url.Action("Index", "VisitRecord", new { visitId })!);
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class StepForm
{
    public string? Reason { get; set; }

    /// <summary>Why somebody is turned away.</summary>
    public RefusalKind Kind { get; set; }

    /// <summary>Entry of the watch list that is meant.</summary>
    public string? EntryId { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public StepPage? Page { get; set; }
}

/// <summary>What the form says.</summary>
/// <param name="Title">The step, in words.</param>
/// <param name="About">The record.</param>
/// <param name="Kinds">Kinds to choose from; empty for none.</param>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes back to.</param>
public sealed record StepPage(string Title, string About, IReadOnlyList<RefusalKind> Kinds, string Post, string Back);
