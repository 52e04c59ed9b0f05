using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>The staff's pages of works: list, application at the desk, record, steps, documents, inspections, violations.</summary>
[Requires(DecorationPermissions.View)]
public sealed class WorksController(
    Permits permits,
    PermitPages pages,
    Applicants applicants,
    IUnitDirectory units,
    Attachments attachments,
    CurrentActor actors,
    YesSql.ISession session,
    ListWriter writer,
    CommunityTimes times,
    IStringLocalizer<WorksController> S) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Works", "Works")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var page = await PermitList.Definition.ReadAsync(session, request, await writer.MomentAsync(permits.Now));
        return View(await writer.ViewAsync(PermitList.Definition, page, request, S["Works"], S["No works here. Residents apply on their pages, and the desk applies for them."], Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet))));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Works/Export", "WorksExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(PermitList.Definition, PermitList.Definition.ReadAllAsync(session, request, await writer.MomentAsync(permits.Now)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "works.csv");
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Works/Export.xlsx", "WorksExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(PermitList.Definition, PermitList.Definition.ReadAllAsync(session, request, await writer.MomentAsync(permits.Now)), S["Works"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "works.xlsx");
    }

    /// <summary>The desk's form; a unit that was looked up shows who may apply.</summary>
    [HttpGet, Admin("Works/New", "WorksNew"), Requires(DecorationPermissions.Handle)]
    public async Task<IActionResult> Create(WorksForm form) => View("Edit", await FillAsync(form, null));

    /// <summary>Begins an application for somebody.</summary>
    [HttpPost, Admin("Works/New", "WorksNewPost"), Requires(DecorationPermissions.Handle), ActionName(nameof(Create))]
    public async Task<IActionResult> CreatePost(WorksForm form)
    {
        var unit = await UnitAsync(form) ?? throw PermitRefusals.UnitUnknown.At(nameof(form.Unit));
        var applicant = (await applicants.OfUnitAsync(unit.Id)).FirstOrDefault(person => person.PersonId == form.ApplicantId) ?? throw PermitRefusals.ApplicantMissing.At(nameof(form.ApplicantId));
        var permit = await permits.BeginAsync(await ActorAsync(), await applicants.UnitAsync(unit), applicant, form.ToPlan((await times.GetAsync()).DayAt(permits.Now)), form.Rules);
        return RedirectToAction(nameof(Show), new { permitId = permit.ContentItem.ContentItemId });
    }

    /// <summary>One record, composed from its lifecycle.</summary>
    [HttpGet, Admin("Works/{permitId}", "WorksShow")]
    public async Task<IActionResult> Show(string permitId) =>
        await permits.FindAsync(permitId) is { } permit ? View(await PageAsync(permit)) : NotFound();

    /// <summary>The form of an application that is not handed in.</summary>
    [HttpGet, Admin("Works/{permitId}/Edit", "WorksEdit"), Requires(DecorationPermissions.Handle)]
    public async Task<IActionResult> Edit(string permitId) =>
        await permits.FindAsync(permitId) is not { } permit ? NotFound()
        : permit.IsEditable ? View(await FillAsync(WorksForm.Of(permit), permit))
        : RedirectToAction(nameof(Show), new { permitId });

    /// <summary>Changes it.</summary>
    [HttpPost, Admin("Works/{permitId}/Edit", "WorksEditPost"), Requires(DecorationPermissions.Handle)]
    public async Task<IActionResult> Edit(string permitId, WorksForm form)
    {
        if (await permits.FindAsync(permitId) is not { } permit)
        {
            return NotFound();
        }

        var today = (await times.GetAsync()).DayAt(permits.Now);
        await permits.SaveAsync(permit, permit.Change(await ActorAsync(), permits.Now, today, form.ToPlan(today), form.Rules));
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>Takes a document in, or notes that the paper was seen.</summary>
    [HttpPost, Admin("Works/{permitId}/Documents", "WorksDocument"), Requires(DecorationPermissions.Handle)]
    public async Task<IActionResult> Document(string permitId, DocumentForm form)
    {
        if (await permits.FindAsync(permitId) is not { } permit)
        {
            return NotFound();
        }

        var document = form.Document ?? throw PermitRefusals.DocumentUnknown.At(nameof(form.Document));
        var by = await ActorAsync();
        if ((await attachments.AddAsync(PermitPart.Record, permitId, document.ToString(), form.Files, by, nameof(form.Files))).Count == 0 && !form.OnPaper) throw PermitRefusals.FileMissing.At(nameof(form.Files));
        await permits.SaveAsync(permit, permit.Receive(document, by, permits.Now));
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>The form of a step that asks something.</summary>
    [HttpGet, Admin("Works/{permitId}/Step/{verb}", "WorksStep")]
    public async Task<IActionResult> Step(string permitId, string verb) =>
        await permits.FindAsync(permitId) is { } permit && pages.StepOf(permit, verb, await ActorAsync(), permits.Now) is { } step
            ? View(Fill(new PermitStepForm(), permit, step))
            : NotFound();

    /// <summary>Takes a step.</summary>
    [HttpPost, Admin("Works/{permitId}/Step/{verb}", "WorksStepPost")]
    public async Task<IActionResult> Step(string permitId, string verb, PermitStepForm form)
    {
        if (await permits.FindAsync(permitId) is not { } permit || pages.KnownVerb(verb) is not { } taken)
        {
            return NotFound();
        }

        await pages.TakeAsync(permit, taken, await ActorAsync(), form);
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>The form of an inspection.</summary>
    [HttpGet, Admin("Works/{permitId}/Inspect", "WorksInspect"), Requires(DecorationPermissions.Inspect)]
    public async Task<IActionResult> Inspect(string permitId) =>
        await permits.FindAsync(permitId) is { } permit ? View(new InspectionForm { Permit = permit, Stage = NextStage(permit) }) : NotFound();

    /// <summary>Writes an inspection down.</summary>
    [HttpPost, Admin("Works/{permitId}/Inspect", "WorksInspectPost"), Requires(DecorationPermissions.Inspect)]
    public async Task<IActionResult> Inspect(string permitId, InspectionForm form)
    {
        if (await permits.FindAsync(permitId) is not { } permit)
        {
            return NotFound();
        }

        var by = await ActorAsync();
        var step = permit.Inspect(by, permits.Now, form.Stage, form.Passed, form.Note);
        await attachments.AddAsync(PermitPart.Record, permitId, permit.Inspections[^1].Slot, form.Photos, by, nameof(form.Photos), picturesOnly: true);
        await permits.SaveAsync(permit, step);
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>The form of a violation.</summary>
    [HttpGet, Admin("Works/{permitId}/Violation", "WorksViolation")]
    public async Task<IActionResult> Violation(string permitId) =>
        await permits.FindAsync(permitId) is { } permit && (await ActorAsync()) is var actor && (actor.May(DecorationPermissions.Stop) || actor.May(DecorationPermissions.Inspect))
            ? View(new ViolationForm { Permit = permit })
            : NotFound();

    /// <summary>Writes a violation down.</summary>
    [HttpPost, Admin("Works/{permitId}/Violation", "WorksViolationPost")]
    public async Task<IActionResult> Violation(string permitId, ViolationForm form)
    {
        if (await permits.FindAsync(permitId) is not { } permit)
        {
            return NotFound();
        }

        var by = await ActorAsync();
        var violation = await permits.ViolateAsync(permit, by, form.Code, form.Note);
        await attachments.AddAsync(PermitPart.Record, permitId, violation.Slot, form.Photos, by, nameof(form.Photos), picturesOnly: true);
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <summary>Notes that a violation has been put right.</summary>
    [HttpPost, Admin("Works/{permitId}/Violation/{slot}/Cured", "WorksCured"), Requires(DecorationPermissions.Inspect)]
    public async Task<IActionResult> Cured(string permitId, string slot)
    {
        if (await permits.FindAsync(permitId) is not { } permit)
        {
            return NotFound();
        }

        await permits.SaveAsync(permit, permit.Cure(await ActorAsync(), permits.Now, slot));
        return RedirectToAction(nameof(Show), new { permitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        var permit = await permits.FindAsync(refused.ActionArguments.TryGetValue("permitId", out var id) ? id as string : null);
        switch (form)
        {
            case WorksForm works:
                return View("Edit", await FillAsync(works, permit));
            case DocumentForm document when permit is not null:
                await attachments.HoldAsync(document.Files, await ActorAsync());
                return View("Show", await PageAsync(permit) with { Document = document });
            case InspectionForm inspection when permit is not null:
                await attachments.HoldAsync(inspection.Photos, await ActorAsync(), picturesOnly: true);
                inspection.Permit = permit;
                return View("Inspect", inspection);
            case ViolationForm violation when permit is not null:
                await attachments.HoldAsync(violation.Photos, await ActorAsync(), picturesOnly: true);
                violation.Permit = permit;
                return View("Violation", violation);
            case PermitStepForm step when permit is not null && pages.StepOf(permit, refused.ActionArguments["verb"] as string ?? "", await ActorAsync(), permits.Now) is { } offer:
                return View("Step", Fill(step, permit, offer));
            default:
                return null;
        }
    }

    private Task<Actor> ActorAsync() => actors.GetAsync([.. PermitLifecycle.Table.Permissions, DecorationPermissions.View]);

    private async Task<PermitShown> PageAsync(PermitPart permit)
    {
        var permitId = permit.ContentItem.ContentItemId;
        return await pages.OfAsync(
            permit,
            await ActorAsync(),
            offer => new RecordAction("", Url.Action(nameof(Step), new { permitId, verb = offer.Verb.Id })!, !pages.Asks(offer)),
            paper => Url.Action(nameof(PapersController.Show), "Papers", new { area = "PropertySuite.Core", paperId = paper.PaperId }));
    }

    private PermitStepForm Fill(PermitStepForm form, PermitPart permit, Offer offer)
    {
        var permitId = permit.ContentItem.ContentItemId;
        return pages.Fill(form, permit, offer, Url.Action(nameof(Step), new { permitId, verb = offer.Verb.Id })!, Url.Action(nameof(Show), new { permitId })!);
    }

    private async Task<WorksForm> FillAsync(WorksForm form, PermitPart? permit)
    {
        var permitId = permit?.ContentItem.ContentItemId;
        var unit = permit is null ? await UnitAsync(form) : null;
        form.Page = new WorksFormPage(
            permit is null ? Url.Action(nameof(Create))! : Url.Action(nameof(Edit), new { permitId })!,
            permit is null ? Url.Action(nameof(Index))! : Url.Action(nameof(Show), new { permitId })!,
            permit?.Number,
            [],
            unit is null ? [] : await applicants.OfUnitAsync(unit.Id),
            (await times.GetAsync()).DayAt(permits.Now)) { AtDesk = true };
        return form;
    }

    private async Task<UnitSummary?> UnitAsync(WorksForm form) => string.IsNullOrWhiteSpace(form.Unit) ? null : await units.FindByCodeAsync(form.Unit);

    private static SiteStage NextStage(PermitPart permit) =>
        SiteStages.PlanOf([.. permit.Plan.Scope]).Cast<SiteStage?>().FirstOrDefault(stage => !permit.Inspections.Any(done => done.Stage == stage && done.Passed)) ?? SiteStage.Patrol;
}

/// <summary>An inspection.</summary>
public sealed class InspectionForm
{
    public SiteStage Stage { get; set; }

    public bool Passed { get; set; } = true;

    public string? Note { get; set; }

    public AttachedFiles Photos { get; set; } = new();

    /// <summary>The works.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public PermitPart Permit { get; set; } = default!;
}

/// <summary>A violation.</summary>
public sealed class ViolationForm
{
    public string? Code { get; set; }

    public string? Note { get; set; }

    public AttachedFiles Photos { get; set; } = new();

    /// <summary>The works.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public PermitPart Permit { get; set; } = default!;
}
