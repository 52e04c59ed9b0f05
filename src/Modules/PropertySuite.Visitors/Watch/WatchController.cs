using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The watch list (VIS-10): proposed by one, agreed by another, taken off by those who may.</summary>
public sealed class WatchController(
    WatchList watch,
    DocumentHashes documents,
    IUnitDirectory units,
    RecordHistory history,
    RecordComposer composer,
    CurrentActor current,
    YesSql.ISession session,
    ListWriter writer,
    CommunityTimes times,
    IStringLocalizer<WatchController> S,
    IStringLocalizer<WatchTexts> words,
    IClock clock) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Visits/Watch", "VisitsWatch"), Requires(VisitPermissions.Watch)]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var page = await WatchEntries.Definition.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(await writer.ViewAsync(WatchEntries.Definition, page, request, S["Watch list"], S["Nobody is on the watch list."]));
    }

    /// <summary>The form.</summary>
    [HttpGet, Admin("Visits/Watch/New", "VisitsWatchNew"), Requires(VisitPermissions.Register)]
    public IActionResult Create(string? name, string? plate) => View(new WatchForm { Name = name, Plate = plate });

    /// <summary>Proposes an entry.</summary>
    [HttpPost, Admin("Visits/Watch/New", "VisitsWatchNewPost"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> Create(WatchForm form)
    {
        var today = (await times.GetAsync()).DayAt(clock.UtcNow);
        var unit = string.IsNullOrWhiteSpace(form.Unit) ? null : await units.FindByCodeAsync(form.Unit.Trim()) ?? throw VisitRefusals.UnitUnknown.At(nameof(form.Unit), form.Unit.Trim());
        var entry = await watch.ProposeAsync(await ActorAsync(), new WatchPlan(
            new Watched(VisitPlan.OrNull(form.Name), await documents.MakeAsync(form.Document), VisitPlan.Plate(form.Plate)),
            form.Level,
            form.Kind,
            form.Reason ?? "",
            unit?.Id,
            unit?.Code,
            Day(form.ExpiresOn, today, nameof(form.ExpiresOn)),
            Day(form.ReviewOn, today, nameof(form.ReviewOn)) ?? today.AddMonths(6),
            form.ManagerLifts));
        return RedirectToAction(nameof(Show), new { entryId = entry.ContentItem.ContentItemId });
    }

    /// <summary>One entry, composed from its lifecycle.</summary>
    [HttpGet, Admin("Visits/Watch/{entryId}", "VisitsWatchShow"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> Show(string entryId)
    {
        var by = await ActorAsync();
        if (await watch.FindAsync(entryId) is not { } entry || !(by.May(VisitPermissions.Watch) || by.Id == entry.ProposedById))
        {
            return NotFound();
        }

        var (now, past) = (clock.UtcNow, await history.OfAsync(entryId));
        var subject = new RecordSubject<WatchState>(
            entry.Who.Name ?? entry.Who.Plate ?? words["by the document"],
            entry.Who.Plate ?? "",
            entry.State,
            WatchLifecycle.Name,
            WatchLifecycle.Dot,
            [words[WatchLifecycle.Name(entry.Level)], words[WatchLifecycle.Name(entry.Kind)]],
            offer => new RecordAction("", Url.Action(nameof(Step), new { entryId, verb = offer.Verb.Id })!, Posts: !offer.AsksReason));
        return View(new WatchPage(
            await composer.HeadAsync(WatchLifecycle.Table, entry, subject, past, by, now),
            await composer.TimelineAsync(WatchLifecycle.Table, WatchLifecycle.Name, past, now),
            entry));
    }

    /// <summary>The form for a reason.</summary>
    [HttpGet, Admin("Visits/Watch/{entryId}/Step/{verb}", "VisitsWatchStep"), Requires(VisitPermissions.Watch)]
    public async Task<IActionResult> Step(string entryId, string verb) =>
        await watch.FindAsync(entryId) is { } entry && Array.Find([WatchVerbs.Reject, WatchVerbs.Lift], known => known.Id == verb) is { } asked
            ? View("~/Areas/PropertySuite.Visitors/Views/VisitStep/Index.cshtml", Fill(entry, asked, new StepForm()))
            : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Visits/Watch/{entryId}/Step/{verb}", "VisitsWatchStepPost"), ActionName(nameof(Step)), Requires(VisitPermissions.Watch)]
    public async Task<IActionResult> Take(string entryId, string verb, StepForm form)
    {
        if (await watch.FindAsync(entryId) is not { } entry)
        {
            return NotFound();
        }

        var (by, now) = (await ActorAsync(), clock.UtcNow);
        var step = verb switch
        {
            "approve-entry" => entry.Approve(by, now),
            "reject" => entry.End(WatchVerbs.Reject, by, now, form.Reason),
            "lift" => entry.End(WatchVerbs.Lift, by, now, form.Reason),
            _ => null,
        };
        if (step is null)
        {
            return NotFound();
        }

        await watch.SaveAsync(entry, step);
        return RedirectToAction(nameof(Show), new { entryId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is WatchForm typed ? View("Create", Kept(typed))
        : form is StepForm asked && refused.ActionArguments.TryGetValue("entryId", out var id) && await watch.FindAsync(id as string) is { } entry
            && refused.ActionArguments.TryGetValue("verb", out var verb) && Array.Find([WatchVerbs.Reject, WatchVerbs.Lift], known => known.Id == verb as string) is { } known
            ? View("~/Areas/PropertySuite.Visitors/Views/VisitStep/Index.cshtml", Fill(entry, known, asked))
            : null;

    private static DateOnly? Day(string? typed, DateOnly today, string field) => VisitPlan.OrNull(typed) is null
        ? null
        : ForgivingTime.ReadDate(typed, today) ?? throw WatchRefusals.DayUnreadable.At(field);

    // The number of a document goes back to nobody.
    private WatchForm Kept(WatchForm form)
    {
        form.Document = null;
        ModelState.Remove(nameof(form.Document));
        return form;
    }

    private StepForm Fill(WatchEntryPart entry, Verb verb, StepForm form)
    {
        var entryId = entry.ContentItem.ContentItemId;
        form.Page = new StepPage(words[verb.Text], entry.Who.Name ?? entry.Who.Plate ?? "", [], Url.Action(nameof(Step), new { entryId, verb = verb.Id })!, Url.Action(nameof(Show), new { entryId })!);
        return form;
    }

    private Task<Actor> ActorAsync() => current.GetAsync(WatchLifecycle.Table.Permissions);
}

/// <summary>The form.</summary>
public sealed class WatchForm
{
    public string? Name { get; set; }

    /// <summary>Number of an identity document; only its keyed hash is kept.</summary>
    public string? Document { get; set; }

    public string? Plate { get; set; }

    public WatchLevel Level { get; set; }

    public WatchKind Kind { get; set; }

    public string? Reason { get; set; }

    /// <summary>Unit as it was typed; null for the whole community.</summary>
    public string? Unit { get; set; }

    public string? ExpiresOn { get; set; }

    public string? ReviewOn { get; set; }

    public bool ManagerLifts { get; set; }
}

/// <summary>The page of an entry.</summary>
public sealed record WatchPage(RecordHead Head, IReadOnlyList<TimelineEntry> History, WatchEntryPart Entry);

/// <summary>The watch list, as data.</summary>
public static class WatchEntries
{
    private const string Active = nameof(WatchState.Active);
    private const string Proposed = nameof(WatchState.Proposed);

    /// <summary>The list.</summary>
    public static readonly ListDefinition<WatchIndex> Definition = new ListDefinition<WatchIndex>(typeof(WatchLifecycle))
        .View("active", "In force", (query, _) => query.Where(row => row.State == Active))
        .View("proposed", "Proposed", (query, _) => query.Where(row => row.State == Proposed))
        .View("all", "All", (query, _) => query)
        .Column("who", "Who", row => Cell.Link(row.Name ?? row.Plate ?? "···", $"~admin/Visits/Watch/{row.EntryId}"), row => row.Name)
        .Column("plate", "Plate", row => Cell.Of(row.Plate, "ps-plate"))
        .Column("level", "Level", row => Cell.Word(WatchLifecycle.Name(Enum.Parse<WatchLevel>(row.Level))), row => row.Level)
        .Column("kind", "Why", row => Cell.Word(WatchLifecycle.Name(Enum.Parse<WatchKind>(row.Kind))), row => row.Kind)
        .Column("state", "State", row => Cell.State(WatchLifecycle.Name(Enum.Parse<WatchState>(row.State)), WatchLifecycle.Dot(Enum.Parse<WatchState>(row.State))), row => row.State)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"))
        .Column("until", "Last day", row => Cell.Of(row.EndsOn is { } end ? ListDay.Show(DateOnly.FromDateTime(end).AddDays(-1)) : ""))
        .Column("review", "Review", row => Cell.Of(ListDay.Show(DateOnly.FromDateTime(row.ReviewOn))), row => row.ReviewOn)
        .Column("by", "Proposed by", row => Cell.Of(row.ProposedByName))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.ReviewOn);
}
