using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>The contractor's pages (SUB-17): what waits for the own company. Another company's records are not there.</summary>
[Route("my/contracts"), Requires(ServicePermissions.Serve)]
public sealed class MyContractsController(ServiceRecords records, ServicePages pages, BidBox box, Attachments attachments, YesSql.ISession session, CommunityTimes times, IMoneyBook money) : Controller, IShowsAgain
{
    /// <summary>What waits, what was, and what one can bid for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        if (await CompanyAsync() is not { } company)
        {
            return View(new MyContracts(null, [], [], [], [], [], await times.GetAsync(), await records.TodayAsync()));
        }

        var id = company.ContentItem.ContentItemId;
        var (tender, inviting) = (ServiceKinds.Tender.Code, nameof(TenderState.Inviting));
        var trade = company.Trade.ToString();
        const string Draft = nameof(StatementState.Draft);
        const string InProgress = nameof(InspectionState.InProgress);
        const string Open = nameof(FindingState.Open);
        return View(new MyContracts(
            company,
            await records.OfCompanyAsync(ServiceKinds.Contract, id),
            [.. (await records.OfCompanyAsync(ServiceKinds.Inspection, id)).Where(row => row.State != InProgress)],
            [.. (await records.OfCompanyAsync(ServiceKinds.Finding, id)).Where(row => row.State != Open)],
            [.. (await records.OfCompanyAsync(ServiceKinds.Statement, id)).Where(row => row.State != Draft)],
            [.. await session.QueryIndex<ServiceIndex>(row => row.Kind == tender && row.State == inviting && row.Trade == trade).OrderBy(row => row.DueUtc).ListAsync()],
            await times.GetAsync(),
            await records.TodayAsync()));
    }

    /// <summary>An inspection to sign or dispute.</summary>
    [HttpGet("inspections/{recordId}")]
    public async Task<IActionResult> Inspection(string recordId) => await MineAsync<InspectionPart>(recordId) is { State: not InspectionState.InProgress } inspection ? View(await PageAsync(inspection)) : NotFound();

    /// <summary>Signs or disputes.</summary>
    [HttpPost("inspections/{recordId}/{verb}")]
    public async Task<IActionResult> Inspection(string recordId, string verb, StepForm form)
    {
        if (await MineAsync<InspectionPart>(recordId) is not { State: not InspectionState.InProgress } inspection || Array.Find([InspectionVerbs.Sign, InspectionVerbs.Dispute], known => known.Id == verb) is not { } taken)
        {
            return NotFound();
        }

        await records.SaveAsync(inspection, inspection.Take(taken, await records.ActorAsync(), records.Now, form.Reason));
        return RedirectToAction(nameof(Inspection), new { recordId });
    }

    /// <summary>A finding to put right.</summary>
    [HttpGet("findings/{recordId}")]
    public async Task<IActionResult> Finding(string recordId) => await MineAsync<FindingPart>(recordId) is { State: not FindingState.Open } finding ? View(await PageAsync(finding, new())) : NotFound();

    /// <summary>Says what was done, with photos.</summary>
    [HttpPost("findings/{recordId}/answer")]
    public async Task<IActionResult> Answer(string recordId, AnswerForm form)
    {
        if (await MineAsync<FindingPart>(recordId) is not { State: not FindingState.Open } finding)
        {
            return NotFound();
        }

        var by = await records.ActorAsync();
        var step = finding.Reply(by, records.Now, form.Text);
        await attachments.AddAsync(ServiceKinds.Finding.Code, recordId, "answer", form.Files, by, nameof(form.Files), picturesOnly: true);
        await records.SaveAsync(finding, step);
        return RedirectToAction(nameof(Finding), new { recordId });
    }

    /// <summary>A statement to accept or object to.</summary>
    [HttpGet("statements/{recordId}")]
    public async Task<IActionResult> Statement(string recordId) => await MineAsync<StatementPart>(recordId) is { State: not StatementState.Draft } statement ? View(await PageAsync(statement)) : NotFound();

    /// <summary>Accepts or objects.</summary>
    [HttpPost("statements/{recordId}/{verb}")]
    public async Task<IActionResult> Statement(string recordId, string verb, StepForm form)
    {
        if (await MineAsync<StatementPart>(recordId) is not { State: not StatementState.Draft } statement || Array.Find([StatementVerbs.Accept, StatementVerbs.Object], known => known.Id == verb) is not { } taken)
        {
            return NotFound();
        }

        await records.SaveAsync(statement, statement.Take(taken, await records.ActorAsync(), records.Now, form.Reason));
        return RedirectToAction(nameof(Statement), new { recordId });
    }

    /// <summary>A need to bid for.</summary>
    [HttpGet("bids/{recordId}")]
    public async Task<IActionResult> Bid(string recordId) => await InvitedAsync(recordId) is { } tender ? View(await BidPageAsync(tender, new())) : NotFound();

    /// <summary>Hands in the own bid, sealed.</summary>
    [HttpPost("bids/{recordId}")]
    public async Task<IActionResult> Bid(string recordId, BidForm form)
    {
        if (await InvitedAsync(recordId) is not { } tender || await CompanyAsync() is not { } company)
        {
            return NotFound();
        }

        await box.PutAsync(tender, await records.ActorAsync(), company.ContentItem.ContentItemId, company, Money.Read(form.Fee, await money.CurrencyAsync()), form.Proposal);
        return RedirectToAction(nameof(Bid), new { recordId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        refused.ActionArguments.TryGetValue("recordId", out var id);
        switch (form)
        {
            case AnswerForm answer when await MineAsync<FindingPart>(id as string) is { } finding:
                await attachments.HoldAsync(answer.Files, await records.ActorAsync(), picturesOnly: true);
                return View(nameof(Finding), await PageAsync(finding, answer));
            case BidForm bid when await InvitedAsync(id as string) is { } tender:
                return View(nameof(Bid), await BidPageAsync(tender, bid));
            case StepForm when await MineAsync<InspectionPart>(id as string) is { } inspection:
                return View(nameof(Inspection), await PageAsync(inspection));
            case StepForm when await MineAsync<StatementPart>(id as string) is { } statement:
                return View(nameof(Statement), await PageAsync(statement));
            default:
                return null;
        }
    }

    private async Task<CompanyPart?> CompanyAsync() => await records.CompanyOfAsync((await records.ActorAsync()).Id) is { } id ? await records.FindAsync<CompanyPart>(id) : null;

    private async Task<T?> MineAsync<T>(string? recordId) where T : ServiceRecordPart =>
        await records.FindAsync<T>(recordId) is { } record && (await records.ActorAsync()).Holds(record.CompanyId) ? record : null;

    // A need is there for companies of its trade, while bids are taken.
    private async Task<TenderPart?> InvitedAsync(string? recordId) =>
        await CompanyAsync() is { State: CompanyState.Active } company && await records.FindAsync<TenderPart>(recordId) is { State: TenderState.Inviting } tender && tender.Trade == company.Trade ? tender : null;

    private async Task<ServicePage<InspectionPart>> PageAsync(InspectionPart inspection) =>
        await pages.OfAsync(InspectionLifecycle.Table, inspection, inspection.State, inspection.Place, InspectionLifecycle.Name, InspectionLifecycle.Dot, await records.ActorAsync(), null);

    private async Task<ServicePage<StatementPart>> PageAsync(StatementPart statement) =>
        await pages.OfAsync(StatementLifecycle.Table, statement, statement.State, statement.Month.ToString("MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture), StatementLifecycle.Name, StatementLifecycle.Dot, await records.ActorAsync(), null);

    private async Task<MyFinding> PageAsync(FindingPart finding, AnswerForm form) =>
        new(await pages.OfAsync(FindingLifecycle.Table, finding, finding.State, finding.Place, FindingLifecycle.Name, FindingLifecycle.Dot, await records.ActorAsync(), null), form);

    private async Task<MyBid> BidPageAsync(TenderPart tender, BidForm form)
    {
        var mine = (await CompanyAsync())?.ContentItem.ContentItemId;
        return new(tender.Title, tender.Scope, [.. tender.Criteria], tender.BidsDueUtc, tender.Bidders.Any(bidder => bidder.UserId == mine), tender.ContentItem.ContentItemId, form, await times.GetAsync());
    }
}

/// <summary>The contractor's first page.</summary>
/// <param name="Company">The own company; null for an account that serves for none.</param>
public sealed record MyContracts(
    CompanyPart? Company,
    IReadOnlyList<ServiceIndex> Contracts,
    IReadOnlyList<ServiceIndex> Inspections,
    IReadOnlyList<ServiceIndex> Findings,
    IReadOnlyList<ServiceIndex> Statements,
    IReadOnlyList<ServiceIndex> Tenders,
    CommunityTime Time,
    DateOnly Today);

/// <summary>A finding for the contractor.</summary>
public sealed record MyFinding(ServicePage<FindingPart> Page, AnswerForm Form);

/// <summary>A need that can be bid for. Nothing of other bids.</summary>
public sealed record MyBid(string Title, string Scope, IReadOnlyList<Criterion> Criteria, DateTime DueUtc, bool IsIn, string Id, BidForm Form, CommunityTime Time);

/// <summary>The own bid.</summary>
public sealed class BidForm
{
    public string? Fee { get; set; }

    public string? Proposal { get; set; }
}
