using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Those who come to the office (VIS-15): who is here, who waits, whom to look after, what comes next.</summary>
[Requires(VisitPermissions.Register)]
public sealed class OfficeController(OfficeVisits visits, RecordHistory history, RecordComposer composer, GatePost post, CommunityTimes times, IStringLocalizer<OfficeTexts> words) : Controller, IShowsAgain
{
    private static readonly Verb[] Steps = [OfficeVerbs.Receive, OfficeVerbs.Call, OfficeVerbs.Bring, OfficeVerbs.Wait, OfficeVerbs.Decline, OfficeVerbs.Meet, OfficeVerbs.Farewell, OfficeVerbs.Cancel];
    private static readonly Verb[] Notes = [OfficeVerbs.Serve, OfficeVerbs.LookAfter, OfficeVerbs.Tidy];

    /// <summary>The office's day.</summary>
    [HttpGet, Admin("Visits/Office", "VisitsOffice")]
    public async Task<IActionResult> Index()
    {
        var (here, expected, gone) = await visits.TodayAsync();
        return View(new OfficeDay(here, expected, gone, await times.GetAsync(), post.Now));
    }

    /// <summary>The form.</summary>
    [HttpGet, Admin("Visits/Office/New", "VisitsOfficeNew")]
    public IActionResult Create() => View(new OfficeForm());

    /// <summary>Makes an appointment, or receives somebody.</summary>
    [HttpPost, Admin("Visits/Office/New", "VisitsOfficeNewPost")]
    public async Task<IActionResult> Create(OfficeForm form)
    {
        var time = await times.GetAsync();
        var today = time.DayAt(post.Now);
        DateTime? at = null;
        if (VisitPlan.OrNull(form.Time) is not null)
        {
            var day = VisitPlan.OrNull(form.Day) is null ? today : ForgivingTime.ReadDate(form.Day, today) ?? throw VisitRefusals.DateUnreadable.At(nameof(form.Day));
            at = time.ToUtc(day, ForgivingTime.ReadTime(form.Time) ?? throw VisitRefusals.TimeUnreadable.At(nameof(form.Time)));
        }

        var plan = new OfficePlan(form.Name ?? "", VisitPlan.OrNull(form.Company), form.Employee ?? "", VisitPlan.OrNull(form.Matter), at, VisitPlan.Count(form.Persons));
        var visit = await visits.BeginAsync(await post.ActorAsync(), plan, form.IsHere);
        return RedirectToAction(nameof(Show), new { officeVisitId = visit.ContentItem.ContentItemId });
    }

    /// <summary>One visit, composed from its lifecycle.</summary>
    [HttpGet, Admin("Visits/Office/{officeVisitId}", "VisitsOfficeShow")]
    public async Task<IActionResult> Show(string officeVisitId) =>
        await visits.FindAsync(officeVisitId) is { } visit ? View(await PageAsync(visit)) : NotFound();

    /// <summary>Takes a step, or notes what was done for them.</summary>
    [HttpPost, Admin("Visits/Office/{officeVisitId}/{verb}", "VisitsOfficeStep")]
    public async Task<IActionResult> Step(string officeVisitId, string verb, OfficeStepForm form)
    {
        if (await visits.FindAsync(officeVisitId) is not { } visit)
        {
            return NotFound();
        }

        var (by, now) = (await post.ActorAsync(), post.Now);
        var step = Array.Find(Steps, known => known.Id == verb) is { } taken ? visit.Take(taken, by, now, form.Said)
            : Array.Find(Notes, known => known.Id == verb) is { } noted ? visit.Note(noted, by, now)
            : null;
        if (step is null)
        {
            return NotFound();
        }

        await visits.SaveAsync(visit, step);
        return RedirectToAction(nameof(Show), new { officeVisitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is OfficeForm typed ? View("Create", typed)
        : form is OfficeStepForm && refused.ActionArguments.TryGetValue("officeVisitId", out var id) && await visits.FindAsync(id as string) is { } visit ? View("Show", await PageAsync(visit))
        : null;

    private async Task<OfficeShown> PageAsync(OfficeVisitPart visit)
    {
        var (by, now) = (await post.ActorAsync(), post.Now);
        var past = await history.OfAsync(visit.ContentItem.ContentItemId);
        var subject = new RecordSubject<OfficeState>(
            visit.IsForgotten ? words["Visitor"] : visit.Plan.Name,
            visit.Number,
            visit.State,
            OfficeLifecycle.Name,
            OfficeLifecycle.Dot,
            [visit.Plan.Employee, visit.Room ?? ""],
            _ => null);
        return new OfficeShown(
            await composer.HeadAsync(OfficeLifecycle.Table, visit, subject, past, by, now),
            await composer.TimelineAsync(OfficeLifecycle.Table, OfficeLifecycle.Name, past, now),
            visit,
            OfficeLifecycle.Table.Offers(visit, by, now),
            await times.GetAsync(),
            now);
    }
}

/// <summary>Context in which the office's words are translated on the module's own pages.</summary>
public sealed class OfficeTexts;

/// <summary>The form.</summary>
public sealed class OfficeForm
{
    public string? Name { get; set; }

    public string? Company { get; set; }

    public string? Employee { get; set; }

    public string? Matter { get; set; }

    /// <summary>Whether they are here already.</summary>
    public bool IsHere { get; set; } = true;

    public string? Day { get; set; }

    public string? Time { get; set; }

    public string? Persons { get; set; } = "1";
}

/// <summary>What is said with a step.</summary>
public sealed class OfficeStepForm
{
    /// <summary>Room, offer or another employee; by the step.</summary>
    public string? Said { get; set; }
}

/// <summary>The office's day.</summary>
public sealed record OfficeDay(IReadOnlyList<OfficeIndex> Here, IReadOnlyList<OfficeIndex> Expected, IReadOnlyList<OfficeIndex> Gone, CommunityTime Time, DateTime NowUtc);

/// <summary>One visit's page.</summary>
public sealed record OfficeShown(RecordHead Head, IReadOnlyList<TimelineEntry> History, OfficeVisitPart Visit, IReadOnlyList<Offer> Offers, CommunityTime Time, DateTime NowUtc);
