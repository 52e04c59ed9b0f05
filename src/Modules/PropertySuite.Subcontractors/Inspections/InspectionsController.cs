using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;
using PropertySuite.Core.Checklists;

namespace PropertySuite.Subcontractors;

/// <summary>Inspections by a checklist (SUB-02, SUB-03, SUB-05), walked with a phone.</summary>
[Requires(ServicePermissions.View)]
public sealed class InspectionsController(ServiceRecords records, ServicePages pages, ServiceListWriter lists, Checklists checklists, Attachments attachments) : Controller, IShowsAgain
{
    // Within this time the contractor signs or disputes.
    private const int AnswerHours = 48;

    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Inspections", "ServiceInspections")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Inspection, request, "Inspections", "No inspection here. Walk with a checklist: what is found gives the score.", Url.Action(nameof(Export))!, "Inspect", Url.Action(nameof(Create))));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Inspections/Export", "ServiceInspectionsExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Inspection, request, "inspections.csv");

    /// <summary>Asks which contract, which checklist, where.</summary>
    [HttpGet, Admin("Services/Inspections/New", "ServiceInspectionNew"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Create(string? contractId) => View(await FillAsync(new InspectionForm { ContractId = contractId }));

    /// <summary>Begins to walk.</summary>
    [HttpPost, Admin("Services/Inspections/New", "ServiceInspectionNewPost"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Create(InspectionForm form)
    {
        var contract = await records.FindAsync<ContractPart>(form.ContractId) ?? throw ServiceRefusals.ContractMissing.At(nameof(form.ContractId));
        var checklist = await checklists.FindAsync(form.ChecklistId) is { } chosen && chosen.Purpose == ServiceTexts.Purpose(contract.Trade)
            ? chosen
            : await OnlyAsync(contract) ?? throw ServiceRefusals.ChecklistMissing.At(nameof(form.ChecklistId));
        var inspection = await records.NewAsync<InspectionPart>(ServiceKinds.Inspection);
        var step = inspection.Begin(await records.ActorAsync(), records.Now, form.ContractId!, contract, form.Level, form.Place, CheckSheet.Of(checklist.ContentItem.ContentItemId, checklist));
        await records.CreateAsync(inspection, step);
        return RedirectToAction(nameof(Fill), new { recordId = inspection.ContentItem.ContentItemId });
    }

    /// <summary>The sheet to fill in.</summary>
    [HttpGet, Admin("Services/Inspections/{recordId}/Sheet", "ServiceInspectionSheet"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Fill(string recordId) =>
        await records.FindAsync<InspectionPart>(recordId) is { State: InspectionState.InProgress } inspection ? View(new SheetPage(inspection, CheckSheetForm.Of(inspection.Sheet))) : NotFound();

    /// <summary>Keeps what has been found so far, or hands it in.</summary>
    [HttpPost, Admin("Services/Inspections/{recordId}/Sheet", "ServiceInspectionSheetPost"), Requires(ServicePermissions.Inspect)]
    public async Task<IActionResult> Fill(string recordId, CheckSheetForm form, string? handIn)
    {
        if (await records.FindAsync<InspectionPart>(recordId) is not { } inspection)
        {
            return NotFound();
        }

        var by = await records.ActorAsync();
        inspection.Keep(form.Fill(inspection.Sheet));
        await form.KeepPhotosAsync(attachments, ServiceKinds.Inspection.Code, recordId, by);
        if (handIn is null)
        {
            await records.SaveAsync(inspection);
            return RedirectToAction(nameof(Fill), new { recordId });
        }

        await records.SaveAsync(inspection, inspection.Submit(by, records.Now, records.Now.AddHours(AnswerHours)));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>One inspection.</summary>
    [HttpGet, Admin("Services/Inspections/{recordId}", "ServiceInspection")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<InspectionPart>(recordId) is { } inspection
        ? View(await pages.OfAsync(InspectionLifecycle.Table, inspection, inspection.State, inspection.Place, InspectionLifecycle.Name, InspectionLifecycle.Dot, await records.ActorAsync(), Url, inspection.CompanyName))
        : NotFound();

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        if (form is InspectionForm typed)
        {
            return View("Create", await FillAsync(typed));
        }

        if (form is CheckSheetForm sheet && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.FindAsync<InspectionPart>(id as string) is { State: InspectionState.InProgress } inspection)
        {
            await sheet.HoldPhotosAsync(attachments, await records.ActorAsync());
            return View(nameof(Fill), new SheetPage(inspection, sheet.For(inspection.Sheet)));
        }

        return null;
    }

    // A service with one checklist needs no choice.
    private async Task<ChecklistPart?> OnlyAsync(ContractPart contract) =>
        await checklists.OfPurposeAsync(ServiceTexts.Purpose(contract.Trade)) is [var only] ? await checklists.FindAsync(only.ChecklistId) : null;

    private async Task<InspectionForm> FillAsync(InspectionForm form)
    {
        form.Contracts = await records.UsableAsync(ServiceKinds.Contract);
        var trades = form.Contracts.Where(row => form.ContractId is null || row.RecordId == form.ContractId).Select(row => row.Trade).Distinct(StringComparer.Ordinal);
        var offered = new List<(Trade, ChecklistIndex)>();
        foreach (var trade in trades.Select(Enum.Parse<Trade>).Order())
        {
            offered.AddRange((await checklists.OfPurposeAsync(ServiceTexts.Purpose(trade))).Select(row => (trade, row)));
        }

        form.Checklists = offered;
        return form;
    }
}

/// <summary>What is inspected.</summary>
public sealed class InspectionForm
{
    public string? ContractId { get; set; }

    public string? ChecklistId { get; set; }

    public CheckLevel Level { get; set; }

    public string? Place { get; set; }

    /// <summary>Contracts to choose from; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ServiceIndex> Contracts { get; set; } = [];

    /// <summary>Checklists to choose from; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<(Trade Trade, ChecklistIndex List)> Checklists { get; set; } = [];
}

/// <summary>The sheet to fill in.</summary>
public sealed record SheetPage(InspectionPart Inspection, CheckSheetForm Form);
