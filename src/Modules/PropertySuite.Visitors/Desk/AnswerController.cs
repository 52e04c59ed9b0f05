using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The host is called, and what he or she says is logged: who answered, at which number (VIS-03, by phone).</summary>
[Requires(VisitPermissions.Register)]
public sealed class AnswerController(Visits visits, HostFinder hosts, GatePost post, CommunityTimes times) : Controller, IShowsAgain
{
    /// <summary>Whom to call, and the form for the answer.</summary>
    [HttpGet, Admin("Visits/Record/{visitId}/Answer", "VisitAnswer")]
    public async Task<IActionResult> Index(string visitId) =>
        await visits.FindAsync(visitId) is { } visit ? View(await FillAsync(visit, new AnswerForm { AnsweredBy = visit.Host.PersonName })) : NotFound();

    /// <summary>Logs the answer.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/Answer", "VisitAnswerPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Log(string visitId, AnswerForm form)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        bool? yes = form.Answer switch
        {
            "confirm" => true,
            "refuse" => false,
            "give-up" => null,
            _ => throw LifecycleRefusals.NotFromHere.With(),
        };
        await visits.SaveAsync(visit, visit.Log(await post.ActorAsync(), post.Now, yes, form.AnsweredBy, form.NumberCalled));
        return yes is null && visit.CallLeft
            ? RedirectToAction(nameof(Index), new { visitId })
            : RedirectToAction("Index", "VisitRecord", new { visitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is AnswerForm typed
            && refused.ActionArguments.TryGetValue("visitId", out var id) && await visits.FindAsync(id as string) is { } visit
            ? View("Index", await FillAsync(visit, typed))
            : null;

    private async Task<AnswerForm> FillAsync(VisitPart visit, AnswerForm form)
    {
        form.Page = new AnswerPage(visit, visit.StateAt(post.Now), await hosts.HostsAsync(visit.Host.UnitId), await times.GetAsync(), post.Now);
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class AnswerForm
{
    /// <summary>Id of the verb: <c>confirm</c>, <c>refuse</c> or <c>give-up</c>.</summary>
    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    public string? NumberCalled { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public AnswerPage? Page { get; set; }
}

/// <summary>The page; the server says until when the answer is awaited, the browser only shows it running.</summary>
public sealed record AnswerPage(VisitPart Visit, VisitState State, IReadOnlyList<HostChoice> Hosts, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Until when this call's answer is awaited, UTC.</summary>
    public DateTime DueAtUtc => Visit.AnswerDueAtUtc ?? Visit.Window.FromUtc.AddMinutes(Visit.Rules.AnswerMinutes);

    /// <summary>Whole seconds left for the answer; 0 when the time is up.</summary>
    public int SecondsLeft => (int)Math.Clamp(Math.Ceiling((DueAtUtc - NowUtc).TotalSeconds), 0, SecondsInAll);

    /// <summary>Seconds that a host has.</summary>
    public int SecondsInAll => Visit.Rules.AnswerMinutes * 60;
}
