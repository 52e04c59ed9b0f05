using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Decoration;

/// <summary>The resident's works: apply, hand documents in, accept conditions, see what is paid and inspected, report complete.</summary>
[Route("my/permits"), Requires(DecorationPermissions.Apply)]
public sealed class MyWorksController(
    Applicants applicants, Permits permits, PermitPages pages, Attachments attachments, Papers papers, YesSql.ISession session, CommunityTimes times, IStringLocalizerFactory localizers) : Controller, IShowsAgain
{
    /// <summary>The resident's works, the latest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var resident = await applicants.GetAsync();
        var unitIds = resident.Units.Select(held => held.Unit.Id).ToArray();
        var rows = unitIds.Length == 0 ? [] : await session.QueryIndex<PermitIndex>(row => row.UnitId.IsIn(unitIds)).OrderByDescending(row => row.BegunAtUtc).Take(100).ListAsync();
        return View(new MyWorks(resident, [.. rows.Where(row => resident.MaySee(row.UnitId, row.BegunAtUtc, row.ApplicantId))]));
    }

    /// <summary>The form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Create()
    {
        var resident = await applicants.GetAsync();
        return View("Edit", await FillAsync(new WorksForm { UnitId = resident.Units.Count > 0 ? resident.Units[0].Unit.Id : null }, null));
    }

    /// <summary>Begins an application.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(WorksForm form)
    {
        var resident = await applicants.GetAsync();
        var held = resident.Unit(form.UnitId) ?? throw PermitRefusals.UnitNotYours.At(nameof(form.UnitId));
        var permit = await permits.BeginAsync(
            resident.Actor, await applicants.UnitAsync(held.Unit), new Applicant(resident.Person!.Id, resident.Person.DisplayName, held.IsTenant), form.ToPlan((await times.GetAsync()).DayAt(permits.Now)), form.Rules);
        return RedirectToAction(nameof(Show), new { permitId = permit.ContentItem.ContentItemId });
    }

    /// <summary>One of them.</summary>
    [HttpGet("{permitId}")]
    public async Task<IActionResult> Show(string permitId)
    {
        var resident = await applicants.GetAsync();
        return await FindAsync(permitId, resident) is { } permit ? View(await PageAsync(permit, resident.Actor)) : NotFound();
    }

    /// <summary>The form of one that is not handed in.</summary>
    [HttpGet("{permitId}/edit")]
    public async Task<IActionResult> Edit(string permitId)
    {
        var resident = await applicants.GetAsync();
        return await FindAsync(permitId, resident) is not { } permit ? NotFound()
            : permit.IsEditable ? View("Edit", await FillAsync(WorksForm.Of(permit), permit))
            : RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>Changes it.</summary>
    [HttpPost("{permitId}/edit")]
    public async Task<IActionResult> Edit(string permitId, WorksForm form)
    {
        var resident = await applicants.GetAsync();
        if (await FindAsync(permitId, resident) is not { } permit)
        {
            return NotFound();
        }

        var today = (await times.GetAsync()).DayAt(permits.Now);
        await permits.SaveAsync(permit, permit.Change(resident.Actor, permits.Now, today, form.ToPlan(today), form.Rules));
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>Hands a document in.</summary>
    [HttpPost("{permitId}/documents")]
    public async Task<IActionResult> Document(string permitId, DocumentForm form)
    {
        var resident = await applicants.GetAsync();
        if (await FindAsync(permitId, resident) is not { } permit)
        {
            return NotFound();
        }

        var document = form.Document ?? throw PermitRefusals.DocumentUnknown.At(nameof(form.Document));
        if ((await attachments.AddAsync(PermitPart.Record, permitId, document.ToString(), form.Files, resident.Actor, nameof(form.Files))).Count == 0) throw PermitRefusals.FileMissing.At(nameof(form.Files));
        await permits.SaveAsync(permit, permit.Receive(document, resident.Actor, permits.Now));
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>The form of a step that asks something.</summary>
    [HttpGet("{permitId}/step")]
    public async Task<IActionResult> Step(string permitId, string? verb)
    {
        var resident = await applicants.GetAsync();
        return await FindAsync(permitId, resident) is not { } permit ? NotFound()
            : pages.StepOf(permit, verb ?? "", resident.Actor, permits.Now) is { } step ? View(pages.Fill(new PermitStepForm(), permit, step, Url.Action(nameof(Step), new { permitId, verb })!, Url.Action(nameof(Show), new { permitId })!))
            : RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>Takes a step.</summary>
    [HttpPost("{permitId}/step")]
    public async Task<IActionResult> Step(string permitId, string? verb, PermitStepForm form)
    {
        var resident = await applicants.GetAsync();
        if (await FindAsync(permitId, resident) is not { } permit)
        {
            return NotFound();
        }

        if (pages.KnownVerb(verb) is { } taken)
        {
            await pages.TakeAsync(permit, taken, resident.Actor, form);
        }

        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>A paper of one's own works, to be read and printed.</summary>
    [HttpGet("{permitId}/papers/{paperId}")]
    public async Task<IActionResult> Paper(string permitId, string paperId)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var resident = await applicants.GetAsync();
        return await FindAsync(permitId, resident) is not null && await papers.FindAsync(paperId) is { } paper && paper.RecordId == permitId
            ? View(new MyPaper(permitId, new PaperPage(paper, localizers.Say(paper.Title), 0, await times.GetAsync())))
            : NotFound();
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        var resident = await applicants.GetAsync();
        var permit = await FindAsync(refused.ActionArguments.TryGetValue("permitId", out var id) ? id as string : null, resident);
        switch (form)
        {
            case WorksForm works:
                return View("Edit", await FillAsync(works, permit));
            case DocumentForm document when permit is not null:
                await attachments.HoldAsync(document.Files, resident.Actor);
                return View("Show", await PageAsync(permit, resident.Actor) with { Document = document });
            case PermitStepForm step when permit is not null && pages.KnownVerb(refused.ActionArguments.TryGetValue("verb", out var said) ? said as string : null) is { } verb && pages.StepOf(permit, verb.Id, resident.Actor, permits.Now) is { } offer:
                var permitId = permit.ContentItem.ContentItemId;
                return View("Step", pages.Fill(step, permit, offer, Url.Action(nameof(Step), new { permitId, verb = verb.Id })!, Url.Action(nameof(Show), new { permitId })!));
            default:
                return null;
        }
    }

    private async Task<PermitPart?> FindAsync(string? permitId, Resident resident) =>
        await permits.FindAsync(permitId) is { } permit && resident.MaySee(permit.Unit.Id, permit.BegunAtUtc, permit.Applicant.PersonId) ? permit : null;

    private async Task<PermitShown> PageAsync(PermitPart permit, Actor actor)
    {
        var permitId = permit.ContentItem.ContentItemId;
        return await pages.OfAsync(permit, actor, offer => new RecordAction("", Url.Action(nameof(Step), new { permitId, verb = offer.Verb.Id })!, !pages.Asks(offer)),
            paper => Url.Action(nameof(Paper), new { permitId, paperId = paper.PaperId }));
    }

    private async Task<WorksForm> FillAsync(WorksForm form, PermitPart? permit)
    {
        var resident = await applicants.GetAsync();
        var permitId = permit?.ContentItem.ContentItemId;
        form.Page = new WorksFormPage(
            permit is null ? Url.Action(nameof(Create))! : Url.Action(nameof(Edit), new { permitId })!,
            permit is null ? Url.Action(nameof(Index))! : Url.Action(nameof(Show), new { permitId })!,
            permit?.Number,
            resident.Units,
            [],
            (await times.GetAsync()).DayAt(permits.Now));
        return form;
    }
}

/// <summary>The resident's works.</summary>
public sealed record MyWorks(Resident Resident, IReadOnlyList<PermitIndex> Rows);

/// <summary>A paper on the resident's pages.</summary>
public sealed record MyPaper(string PermitId, PaperPage Page);
