using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>The contracts (TEN-08, SUB-12, SUB-16): what is agreed, the months' scores, what follows from them, the annual evaluation.</summary>
[Requires(ServicePermissions.View)]
public sealed class ContractsController(ServiceRecords records, ServicePages pages, ServiceListWriter lists, Statements statements, Attachments attachments, IMoneyBook money) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Contracts", "ServiceContracts")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Contract, request, "Service contracts", "No contract here. Sign one, or choose a company among bids first.", Url.Action(nameof(Export))!, "New contract", Url.Action(nameof(Create))));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Contracts/Export", "ServiceContractsExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Contract, request, "contracts.csv");

    /// <summary>The form.</summary>
    [HttpGet, Admin("Services/Contracts/New", "ServiceContractNew"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Create(string? tenderId)
    {
        var form = new ContractForm { TenderId = tenderId, Bands = ContractPart.WriteBands(ContractPart.UsualBands), NoticeDays = "60" };
        if (await records.FindAsync<TenderPart>(tenderId) is { AwardedId: { } awarded } tender)
        {
            (form.CompanyId, form.Title) = (awarded, tender.Title);
            form.Fee = tender.Bids.First(bid => bid.CompanyId == awarded).Fee.ToString("F2", CultureInfo.CurrentCulture);
        }

        return View(await FillAsync(form));
    }

    /// <summary>Signs a contract.</summary>
    [HttpPost, Admin("Services/Contracts/New", "ServiceContractNewPost"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Create(ContractForm form)
    {
        var (by, today) = (await records.ActorAsync(), await records.TodayAsync());
        var company = await records.FindAsync<CompanyPart>(form.CompanyId) ?? throw ServiceRefusals.CompanyMissing.At(nameof(form.CompanyId));
        var contract = await records.NewAsync<ContractPart>(ServiceKinds.Contract);
        contract.Blocked = company.Blocked;
        var tender = await records.FindAsync<TenderPart>(form.TenderId) is { ContractId: null, AwardedId: { } awarded } from && awarded == form.CompanyId ? from : null;
        var currency = await money.CurrencyAsync();
        var step = contract.Sign(by, records.Now, await records.CalendarAsync(), company.ContentItem.ContentItemId, company, new ContractPlan(
            form.Title,
            ServiceForms.Day(form.StartsOn, today, nameof(form.StartsOn)) ?? throw ServiceRefusals.DayUnreadable.At(nameof(form.StartsOn)),
            ServiceForms.Day(form.EndsOn, today, nameof(form.EndsOn)) ?? throw ServiceRefusals.DayUnreadable.At(nameof(form.EndsOn)),
            Money.Read(form.Fee, currency) ?? throw ServiceRefusals.FeeWrong.At(nameof(form.Fee)),
            (int)Math.Clamp(ServiceForms.Number(form.NoticeDays, nameof(form.NoticeDays)) ?? 0, 0, 730),
            ContractPart.ReadBands(form.Bands) ?? throw ServiceRefusals.BandsWrong.At(nameof(form.Bands))),
            tender?.ContentItem.ContentItemId);
        await records.CreateAsync(contract, step);
        await attachments.AddAsync(ServiceKinds.Contract.Code, contract.ContentItem.ContentItemId, "documents", form.Files, by, nameof(form.Files));
        if (tender is not null)
        {
            tender.ContractId = contract.ContentItem.ContentItemId;
            await records.SaveAsync(tender);
        }

        return RedirectToAction(nameof(Show), new { recordId = contract.ContentItem.ContentItemId });
    }

    /// <summary>One contract.</summary>
    [HttpGet, Admin("Services/Contracts/{recordId}", "ServiceContract")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<ContractPart>(recordId) is { } contract ? View(await PageAsync(contract, new())) : NotFound();

    /// <summary>Drafts the statement of a month.</summary>
    [HttpPost, Admin("Services/Contracts/{recordId}/Statement", "ServiceContractStatement"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Statement(string recordId, ContractWork form)
    {
        if (await records.FindAsync<ContractPart>(recordId) is not { } contract)
        {
            return NotFound();
        }

        if (!DateOnly.TryParseExact(form.Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) throw ServiceRefusals.PeriodWrong.At(nameof(form.Period));
        var statement = await statements.DraftAsync(await records.ActorAsync(), recordId, contract, month);
        return RedirectToAction("Show", "Statements", new { recordId = statement.ContentItem.ContentItemId });
    }

    /// <summary>Keeps an annual evaluation.</summary>
    [HttpPost, Admin("Services/Contracts/{recordId}/Evaluation", "ServiceContractEvaluation"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Evaluate(string recordId, ContractWork form)
    {
        if (await records.FindAsync<ContractPart>(recordId) is not { } contract)
        {
            return NotFound();
        }

        var by = await records.ActorAsync();
        decimal Points(string? typed, string field) => ServiceForms.Number(typed, field) ?? throw ServiceRefusals.EvaluationWrong.At(field);
        await records.SaveAsync(contract, contract.Evaluate(by, records.Now, new ContractEvaluation(
            Points(form.Scores, nameof(form.Scores)), Points(form.Cost, nameof(form.Cost)), Points(form.Cooperation, nameof(form.Cooperation)), Points(form.Safety, nameof(form.Safety)), Points(form.Innovation, nameof(form.Innovation)),
            form.End, CompanyPart.Clean(form.Note) ?? "", by.Name, records.Now)));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Renews it to another last day.</summary>
    [HttpPost, Admin("Services/Contracts/{recordId}/Renew", "ServiceContractRenew"), Requires(ServicePermissions.Decide)]
    public async Task<IActionResult> Renew(string recordId, ContractWork form)
    {
        if (await records.FindAsync<ContractPart>(recordId) is not { } contract)
        {
            return NotFound();
        }

        var until = ServiceForms.Day(form.Until, await records.TodayAsync(), nameof(form.Until)) ?? throw ServiceRefusals.DayUnreadable.At(nameof(form.Until));
        await records.SaveAsync(contract, contract.Renew(await records.ActorAsync(), records.Now, await records.CalendarAsync(), until));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Notes what follows from poor months: a warning letter, an improvement plan.</summary>
    [HttpPost, Admin("Services/Contracts/{recordId}/Consequence/{verb}", "ServiceContractConsequence"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Note(string recordId, string verb, ContractWork form)
    {
        if (await records.FindAsync<ContractPart>(recordId) is not { } contract || Array.Find([ContractVerbs.Warn, ContractVerbs.Improve], known => known.Id == verb) is not { } noted)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(form.Why)) throw LifecycleRefusals.ReasonMissing.At(nameof(form.Why));
        await records.SaveAsync(contract, contract.Note(noted, await records.ActorAsync(), records.Now, form.Why));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        if (form is ContractForm typed)
        {
            await attachments.HoldAsync(typed.Files, await records.ActorAsync());
            return View("Create", await FillAsync(typed));
        }

        return form is ContractWork work && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.FindAsync<ContractPart>(id as string) is { } contract
            ? View(nameof(Show), await PageAsync(contract, work))
            : null;
    }

    private async Task<ContractForm> FillAsync(ContractForm form)
    {
        form.Companies = await records.UsableAsync(ServiceKinds.Company);
        return form;
    }

    private async Task<ContractPage> PageAsync(ContractPart contract, ContractWork form)
    {
        var id = contract.ContentItem.ContentItemId;
        var page = await pages.OfAsync(ContractLifecycle.Table, contract, contract.State, contract.Title, ContractLifecycle.Name, ContractLifecycle.Dot, await records.ActorAsync(), Url, contract.CompanyName);
        var months = await records.OfContractAsync(ServiceKinds.Statement, id, 12);
        var today = await records.TodayAsync();
        form.Scores ??= months.Count == 0 ? null : Math.Round(months.Average(row => row.Score ?? 0), 1).ToString("0.#", CultureInfo.CurrentCulture);
        return new(page, form, months, await records.OfContractAsync(ServiceKinds.Inspection, id, 10), await records.OfContractAsync(ServiceKinds.Finding, id, 10), await statements.ConsequenceAsync(id))
        {
            // Months that are over, in which it was running, and that have no statement yet.
            OpenMonths = [.. Enumerable.Range(1, 12).Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(-back))
                .Where(month => contract.RunsIn(month.Year, month.Month) && months.All(row => row.Period != month.ToString("yyyy-MM", CultureInfo.InvariantCulture)))],
        };
    }
}

/// <summary>The form of a contract.</summary>
public sealed class ContractForm
{
    public string? TenderId { get; set; }

    public string? CompanyId { get; set; }

    public string? Title { get; set; }

    public string? StartsOn { get; set; }

    public string? EndsOn { get; set; }

    public string? Fee { get; set; }

    public string? NoticeDays { get; set; }

    /// <summary>Grades, a line such as <c>85 = 98</c> for each.</summary>
    public string? Bands { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>Companies to choose from; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ServiceIndex> Companies { get; set; } = [];
}

/// <summary>What is done on a contract's page.</summary>
public sealed class ContractWork
{
    public string? Period { get; set; }

    public string? Scores { get; set; }

    public string? Cost { get; set; }

    public string? Cooperation { get; set; }

    public string? Safety { get; set; }

    public string? Innovation { get; set; }

    public EvaluationEnd End { get; set; }

    public string? Note { get; set; }

    public string? Until { get; set; }

    public string? Why { get; set; }
}

/// <summary>The page of a contract.</summary>
public sealed record ContractPage(ServicePage<ContractPart> Page, ContractWork Form, IReadOnlyList<ServiceIndex> Months, IReadOnlyList<ServiceIndex> Inspections, IReadOnlyList<ServiceIndex> Findings, Consequence Consequence)
{
    /// <summary>First days of months that can be settled.</summary>
    public IReadOnlyList<DateOnly> OpenMonths { get; init; } = [];
}
