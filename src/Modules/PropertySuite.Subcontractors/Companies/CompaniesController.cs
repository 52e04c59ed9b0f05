using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Users;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>The companies (TEN-01, TEN-02): who they are, their documents, whether they may be given work.</summary>
[Requires(ServicePermissions.View)]
public sealed class CompaniesController(ServiceRecords records, ServicePages pages, ServiceListWriter lists, Attachments attachments, UserManager<IUser> users) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Companies", "ServiceCompanies")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Company, request, "Service companies", "No company here. Register those that serve the community.", Url.Action(nameof(Export))!, "Register a company", Url.Action(nameof(Create))));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Companies/Export", "ServiceCompaniesExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Company, request, "companies.csv");

    /// <summary>The form of a new one.</summary>
    [HttpGet, Admin("Services/Companies/New", "ServiceCompanyNew"), Requires(ServicePermissions.Manage)]
    public IActionResult Create() => View("Edit", new CompanyForm());

    /// <summary>Registers a company.</summary>
    [HttpPost, Admin("Services/Companies/New", "ServiceCompanyNewPost"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Create(CompanyForm form)
    {
        var company = await records.NewAsync<CompanyPart>(ServiceKinds.Company);
        var step = company.Register(await records.ActorAsync(), records.Now, form.ToPlan(null));
        company.Serve(await AccountsAsync(form));
        await records.CreateAsync(company, step);
        return RedirectToAction(nameof(Show), new { recordId = company.ContentItem.ContentItemId });
    }

    /// <summary>One company.</summary>
    [HttpGet, Admin("Services/Companies/{recordId}", "ServiceCompany")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<CompanyPart>(recordId) is { } company ? View(await PageAsync(company)) : NotFound();

    /// <summary>The form of one.</summary>
    [HttpGet, Admin("Services/Companies/{recordId}/Edit", "ServiceCompanyEdit"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Edit(string recordId) => await records.FindAsync<CompanyPart>(recordId) is { } company ? View(CompanyForm.Of(company)) : NotFound();

    /// <summary>Changes a company.</summary>
    [HttpPost, Admin("Services/Companies/{recordId}/Edit", "ServiceCompanyEditPost"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Edit(string recordId, CompanyForm form)
    {
        if (await records.FindAsync<CompanyPart>(recordId) is not { } company)
        {
            return NotFound();
        }

        var step = company.Change(await records.ActorAsync(), records.Now, form.ToPlan(company.Bank));
        company.Serve(await AccountsAsync(form));
        await records.SaveAsync(company, step);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Records a document with its last day.</summary>
    [HttpPost, Admin("Services/Companies/{recordId}/Documents", "ServiceCompanyDocument"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Record(string recordId, DocumentForm form)
    {
        if (await records.FindAsync<CompanyPart>(recordId) is not { } company)
        {
            return NotFound();
        }

        var by = await records.ActorAsync();
        if (string.IsNullOrWhiteSpace(form.Name)) throw ServiceRefusals.NameMissing.At(nameof(form.Name));
        var last = ServiceForms.Day(form.LastDay, await records.TodayAsync(), nameof(form.LastDay)) ?? throw ServiceRefusals.DayMissing.At(nameof(form.LastDay));
        var step = company.Record(by, records.Now, await records.CalendarAsync(), new CompanyDocument(form.Kind, form.Name.Trim(), last));
        await attachments.AddAsync(ServiceKinds.Company.Code, recordId, "documents", form.Files, by, nameof(form.Files));
        await records.SaveAsync(company, step);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Shows the bank account once; the history keeps who looked.</summary>
    [HttpPost, Admin("Services/Companies/{recordId}/Bank", "ServiceCompanyBank"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Reveal(string recordId)
    {
        if (await records.FindAsync<CompanyPart>(recordId) is not { } company)
        {
            return NotFound();
        }

        await records.SaveAsync(company, CompanyLifecycle.Table.Note(company, CompanyVerbs.Reveal, await records.ActorAsync(), records.Now));
        Response.Headers.CacheControl = "no-store";
        return View(nameof(Show), (await PageAsync(company)) with { Bank = company.Bank });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        refused.ActionArguments.TryGetValue("recordId", out var id);
        if (form is CompanyForm typed)
        {
            return View("Edit", typed);
        }

        if (form is DocumentForm document && await records.FindAsync<CompanyPart>(id as string) is { } company)
        {
            await attachments.HoldAsync(document.Files, await records.ActorAsync());
            return View(nameof(Show), (await PageAsync(company)) with { Form = document });
        }

        return null;
    }

    private async Task<CompanyPage> PageAsync(CompanyPart company)
    {
        var id = company.ContentItem.ContentItemId;
        var page = await pages.OfAsync(CompanyLifecycle.Table, company, company.State, company.CompanyName, CompanyLifecycle.Name, CompanyLifecycle.Dot, await records.ActorAsync(), Url);
        return new(page, await records.OfCompanyAsync(ServiceKinds.Contract, id), await records.OfCompanyAsync(ServiceKinds.Finding, id, 10), await records.TodayAsync()) { Form = new() };
    }

    private async Task<IReadOnlyList<CompanyAccount>> AccountsAsync(CompanyForm form)
    {
        var accounts = new List<CompanyAccount>();
        foreach (var name in (form.Accounts ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var user = await users.FindByNameAsync(name) ?? throw ServiceRefusals.AccountUnknown.At(nameof(form.Accounts), name);
            accounts.Add(new(await users.GetUserIdAsync(user), await users.GetUserNameAsync(user) ?? name));
        }

        return accounts;
    }
}

/// <summary>What forms of this area have in common.</summary>
public static class ServiceForms
{
    /// <summary>A day as it is typed; null when nothing was.</summary>
    /// <exception cref="RefusedException">It is no day.</exception>
    public static DateOnly? Day(string? typed, DateOnly today, string field) =>
        string.IsNullOrWhiteSpace(typed) ? null : ForgivingTime.ReadDate(typed, today) ?? throw ServiceRefusals.DayUnreadable.At(field);

    /// <summary>A number as it is typed; null when nothing was.</summary>
    /// <exception cref="RefusedException">It is no number.</exception>
    public static decimal? Number(string? typed, string field) =>
        string.IsNullOrWhiteSpace(typed) ? null : Core.Checklists.DecimalText.Read(typed) ?? throw ServiceRefusals.NumberUnreadable.At(field);
}

/// <summary>The form of a company.</summary>
public sealed class CompanyForm
{
    public string? Name { get; set; }

    public Trade Trade { get; set; }

    public string? TaxNumber { get; set; }

    public string? Contact { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>Bank account; empty leaves it as it is.</summary>
    public string? Bank { get; set; }

    /// <summary>User names of the accounts that serve for it, one on each line.</summary>
    public string? Accounts { get; set; }

    /// <summary>The account as the page shows it; never posted.</summary>
    [BindNever, ValidateNever]
    public string? MaskedBank { get; set; }

    internal static CompanyForm Of(CompanyPart company) => new()
    {
        Name = company.CompanyName,
        Trade = company.Trade,
        TaxNumber = company.TaxId,
        Contact = company.Contact.Name,
        Email = company.Contact.Email,
        Phone = company.Contact.Phone,
        Accounts = string.Join('\n', company.Accounts.Select(account => account.UserName)),
        MaskedBank = company.MaskedBank,
    };

    internal CompanyPlan ToPlan(string? bank) => new(Name, Trade, TaxNumber, new(CompanyPart.Clean(Contact), CompanyPart.Clean(Email), CompanyPart.Clean(Phone)), CompanyPart.Clean(Bank) ?? bank);
}

/// <summary>The form of a document.</summary>
public sealed class DocumentForm
{
    public DocumentKind Kind { get; set; }

    public string? Name { get; set; }

    public string? LastDay { get; set; }

    public AttachedFiles Files { get; set; } = new();
}

/// <summary>The page of a company.</summary>
public sealed record CompanyPage(ServicePage<CompanyPart> Page, IReadOnlyList<ServiceIndex> Contracts, IReadOnlyList<ServiceIndex> Findings, DateOnly Today)
{
    /// <summary>The bank account in the clear, when somebody asked; null else.</summary>
    public string? Bank { get; init; }

    /// <summary>The form of a document.</summary>
    public DocumentForm Form { get; init; } = new();
}
