using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Findings (SUB-06, SUB-07): written down with place, photo and grade, notified, answered, looked at again.</summary>
[Requires(ServicePermissions.View)]
public sealed class FindingsController(ServiceRecords records, ServicePages pages, ServiceListWriter lists, Attachments attachments, PaperLines papers) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Findings", "ServiceFindings")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Finding, request, "Findings", "Nothing to do here. What is not as it should be is written down and followed up in this list.", Url.Action(nameof(Export))!, "Write a finding down", Url.Action(nameof(Create))));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Findings/Export", "ServiceFindingsExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Finding, request, "findings.csv");

    /// <summary>The form.</summary>
    [HttpGet, Admin("Services/Findings/New", "ServiceFindingNew"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Create(string? contractId, string? inspectionId)
    {
        var form = new FindingForm { ContractId = contractId, InspectionId = inspectionId, Grade = FindingGrade.Normal };
        if (await records.FindAsync<InspectionPart>(inspectionId) is { } inspection)
        {
            (form.ContractId, form.Place) = (inspection.ContractId, inspection.Place);
        }

        return View(await FillAsync(form));
    }

    /// <summary>Writes a finding down.</summary>
    [HttpPost, Admin("Services/Findings/New", "ServiceFindingNewPost"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Create(FindingForm form)
    {
        var by = await records.ActorAsync();
        var contract = await records.FindAsync<ContractPart>(form.ContractId) ?? throw ServiceRefusals.ContractMissing.At(nameof(form.ContractId));
        var finding = await records.NewAsync<FindingPart>(ServiceKinds.Finding);
        var inspection = await records.FindAsync<InspectionPart>(form.InspectionId) is { } from && from.ContractId == form.ContractId ? form.InspectionId : null;
        await records.CreateAsync(finding, finding.Find(by, records.Now, form.ContractId!, contract, inspection, form.Place, form.Text, form.Grade));
        await attachments.AddAsync(ServiceKinds.Finding.Code, finding.ContentItem.ContentItemId, "photos", form.Files, by, nameof(form.Files), picturesOnly: true);
        return RedirectToAction(nameof(Show), new { recordId = finding.ContentItem.ContentItemId });
    }

    /// <summary>One finding.</summary>
    [HttpGet, Admin("Services/Findings/{recordId}", "ServiceFinding")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<FindingPart>(recordId) is { } finding ? View(await PageAsync(finding, new())) : NotFound();

    /// <summary>Says what was done, for a contractor who called.</summary>
    [HttpPost, Admin("Services/Findings/{recordId}/Answer", "ServiceFindingAnswer"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Answer(string recordId, AnswerForm form)
    {
        if (await records.FindAsync<FindingPart>(recordId) is not { } finding)
        {
            return NotFound();
        }

        var by = await records.ActorAsync();
        var step = finding.Reply(by, records.Now, form.Text);
        await attachments.AddAsync(ServiceKinds.Finding.Code, recordId, "answer", form.Files, by, nameof(form.Files), picturesOnly: true);
        await records.SaveAsync(finding, step);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        if (form is FindingForm typed)
        {
            await attachments.HoldAsync(typed.Files, await records.ActorAsync(), picturesOnly: true);
            return View("Create", await FillAsync(typed));
        }

        if (form is AnswerForm answer && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.FindAsync<FindingPart>(id as string) is { } finding)
        {
            await attachments.HoldAsync(answer.Files, await records.ActorAsync(), picturesOnly: true);
            return View(nameof(Show), await PageAsync(finding, answer));
        }

        return null;
    }

    private async Task<FindingForm> FillAsync(FindingForm form)
    {
        form.Contracts = await records.UsableAsync(ServiceKinds.Contract);
        return form;
    }

    private async Task<FindingPage> PageAsync(FindingPart finding, AnswerForm form) => new(
        await pages.OfAsync(FindingLifecycle.Table, finding, finding.State, finding.Place, FindingLifecycle.Name, FindingLifecycle.Dot, await records.ActorAsync(), Url, finding.CompanyName),
        form,
        await papers.OfAsync(finding.ContentItem.ContentItemId, paper => Url.RouteUrl("Paper", new { paperId = paper.PaperId })));
}

/// <summary>The form of a finding.</summary>
public sealed class FindingForm
{
    public string? ContractId { get; set; }

    public string? InspectionId { get; set; }

    public string? Place { get; set; }

    public string? Text { get; set; }

    public FindingGrade Grade { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>Contracts to choose from; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ServiceIndex> Contracts { get; set; } = [];
}

/// <summary>What was done.</summary>
public sealed class AnswerForm
{
    public string? Text { get; set; }

    public AttachedFiles Files { get; set; } = new();
}

/// <summary>The page of a finding.</summary>
public sealed record FindingPage(ServicePage<FindingPart> Page, AnswerForm Form, IReadOnlyList<PaperLine> Papers);
