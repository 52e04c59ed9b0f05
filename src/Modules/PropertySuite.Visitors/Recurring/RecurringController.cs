using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>All recurring passes, and workers' passes that the desk issues by a permit (VIS-09, VIS-17).</summary>
[Requires(VisitPermissions.View)]
public sealed class RecurringController(
    RecurringPasses passes,
    PassPages pages,
    HostFinder hosts,
    GatePost post,
    YesSql.ISession session,
    ListWriter writer,
    CommunityTimes times,
    IStringLocalizer<RecurringController> S,
    IClock clock) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Visits/Recurring", "VisitsRecurring")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var page = await RecurringList.Definition.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(await writer.ViewAsync(RecurringList.Definition, page, request, S["Recurring passes"], S["No recurring passes here. Residents make them, and the desk makes those of workers."]));
    }

    /// <summary>The desk's form.</summary>
    [HttpGet, Admin("Visits/Recurring/New", "VisitsRecurringNew"), Requires(VisitPermissions.Register)]
    public IActionResult Create() => View(Fill(new RecurringForm { Kind = VisitKind.Contractor }));

    /// <summary>Issues a pass.</summary>
    [HttpPost, Admin("Visits/Recurring/New", "VisitsRecurringNewPost"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> Create(RecurringForm form)
    {
        // A worker without a permit is a visitor, and comes as one.
        if (form.Kind == VisitKind.Contractor && VisitPlan.OrNull(form.PermitNumber) is null)
        {
            throw RecurringRefusals.PermitMissing.At(nameof(form.PermitNumber));
        }

        var host = await hosts.GetAsync(form.Unit, null);
        var pass = await passes.IssueAsync(await post.ActorAsync(), form.ToPlan(host, (await times.GetAsync()).DayAt(clock.UtcNow)));
        return RedirectToAction(nameof(Show), new { recurringId = pass.ContentItem.ContentItemId });
    }

    /// <summary>One pass, with who came when.</summary>
    [HttpGet, Admin("Visits/Recurring/{recurringId}", "VisitsRecurringShow")]
    public async Task<IActionResult> Show(string recurringId)
    {
        if (await passes.FindAsync(recurringId) is not { } pass)
        {
            return NotFound();
        }

        return View(new RecurringShown(
            await pages.OfAsync(pass, pass.Pass is null ? "" : await passes.SignAsync(pass), Url),
            pass,
            await passes.VisitsOfAsync(recurringId),
            [.. RecurringLifecycle.Table.Offers(pass, await post.ActorAsync(), clock.UtcNow).Select(offer => offer.Verb)],
            await times.GetAsync()));
    }

    /// <summary>Suspends, resumes or ends a pass.</summary>
    [HttpPost, Admin("Visits/Recurring/{recurringId}/{verb}", "VisitsRecurringChange"), Requires(VisitPermissions.Register)]
    public async Task<IActionResult> Change(string recurringId, string verb, string? reason)
    {
        if (await passes.FindAsync(recurringId) is not { } pass || Verb(verb) is not { } taken)
        {
            return NotFound();
        }

        await passes.SaveAsync(pass, pass.Take(taken, await post.ActorAsync(), clock.UtcNow, reason));
        return RedirectToAction(nameof(Show), new { recurringId });
    }

    /// <inheritdoc/>
    [NonAction]
    public Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        Task.FromResult<IActionResult?>(refused.ActionArguments.TryGetValue("form", out var form) && form is RecurringForm typed ? View("Create", Fill(typed)) : null);

    /// <summary>What a person may do with a pass, by its id in addresses; null when it is none.</summary>
    internal static Verb? Verb(string id) => Array.Find([RecurringVerbs.Suspend, RecurringVerbs.Resume, RecurringVerbs.End], verb => verb.Id == id);

    private RecurringForm Fill(RecurringForm form)
    {
        form.Page = new RecurringFormPage([], Url.Action(nameof(Create))!, Url.Action(nameof(Index))!);
        return form;
    }
}

/// <summary>The list of recurring passes, as data.</summary>
public static class RecurringList
{
    private const string Active = nameof(RecurringState.Active);
    private const string Suspended = nameof(RecurringState.Suspended);

    /// <summary>The list.</summary>
    public static readonly ListDefinition<RecurringIndex> Definition = new ListDefinition<RecurringIndex>(typeof(RecurringLifecycle))
        .View("valid", "Valid", (query, _) => query.Where(row => row.State == Active))
        .View("suspended", "Suspended", (query, _) => query.Where(row => row.State == Suspended))
        .View("all", "All", (query, _) => query)
        .Column("visitor", "Visitor", row => Cell.Link(row.VisitorName.Length > 0 ? row.VisitorName : row.Number, $"~admin/Visits/Recurring/{row.RecurringId}"), row => row.VisitorName)
        .Column("unit", "Visiting", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("state", "State", row => Cell.State(RecurringLifecycle.Name(Enum.Parse<RecurringState>(row.State)), RecurringLifecycle.Dot(Enum.Parse<RecurringState>(row.State))))
        .Column("kind", "Kind", row => Cell.Word(VisitKinds.Name(Enum.Parse<VisitKind>(row.Kind))), row => row.Kind)
        .Column("until", "Last day", row => Cell.Of(ListDay.Show(DateOnly.FromDateTime(row.EndsOn).AddDays(-1))), row => row.EndsOn)
        .Column("permit", "Permit", row => Cell.Of(row.PermitNumber, "ps-no"))
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .Filter("kind", "Kind", [.. Enum.GetValues<VisitKind>().Select(kind => new ListChoice(kind.ToString(), VisitKinds.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.EndsOn);
}
