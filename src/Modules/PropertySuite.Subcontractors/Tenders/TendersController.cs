using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Users;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Choices among bids (TEN-03 to TEN-06).</summary>
[Requires(ServicePermissions.View)]
public sealed class TendersController(
    ServiceRecords records, ServicePages pages, ServiceListWriter lists, BidBox box, UserManager<IUser> users, CommunityTimes times, IMoneyBook money, IStringLocalizer<ServiceTexts> words) : Controller, IShowsAgain
{
    private static readonly string[] EvaluatorRoles = ["Manager", "Supervisor", "Engineer"];

    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Tenders", "ServiceTenders")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Tender, request, "Choices among bids", "No choice under way. Write down what is needed to invite bids.", Url.Action(nameof(Export))!, "New need", Url.Action(nameof(Create))));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Tenders/Export", "ServiceTendersExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Tender, request, "choices.csv");

    /// <summary>The form of a new one.</summary>
    [HttpGet, Admin("Services/Tenders/New", "ServiceTenderNew"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Create() => View("Edit", await FillAsync(new TenderForm
    {
        Criteria = TenderPart.WriteCriteria(TenderPart.UsualCriteria.Select(usual => new Criterion(words[usual.Name], usual.Weight))),
        Time = "14:00",
    }));

    /// <summary>Writes down what is needed.</summary>
    [HttpPost, Admin("Services/Tenders/New", "ServiceTenderNewPost"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Create(TenderForm form)
    {
        var tender = await records.NewAsync<TenderPart>(ServiceKinds.Tender);
        await records.CreateAsync(tender, tender.Plan(await records.ActorAsync(), records.Now, await PlanAsync(form)));
        return RedirectToAction(nameof(Show), new { recordId = tender.ContentItem.ContentItemId });
    }

    /// <summary>The form of one, as long as nobody has been invited.</summary>
    [HttpGet, Admin("Services/Tenders/{recordId}/Edit", "ServiceTenderEdit"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Edit(string recordId) =>
        await records.FindAsync<TenderPart>(recordId) is { State: TenderState.Need } tender ? View(await FillAsync(TenderForm.Of(tender, await times.GetAsync()))) : NotFound();

    /// <summary>Changes what is needed.</summary>
    [HttpPost, Admin("Services/Tenders/{recordId}/Edit", "ServiceTenderEditPost"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Edit(string recordId, TenderForm form)
    {
        if (await records.FindAsync<TenderPart>(recordId) is not { } tender)
        {
            return NotFound();
        }

        await records.SaveAsync(tender, tender.Change(await records.ActorAsync(), records.Now, await PlanAsync(form)));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>One choice.</summary>
    [HttpGet, Admin("Services/Tenders/{recordId}", "ServiceTender")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<TenderPart>(recordId) is { } tender ? View(await PageAsync(tender, new())) : NotFound();

    /// <summary>Takes the bid of a company that handed it in on paper, and seals it.</summary>
    [HttpPost, Admin("Services/Tenders/{recordId}/Bids", "ServiceTenderBid"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Bid(string recordId, TenderWork form)
    {
        if (await records.FindAsync<TenderPart>(recordId) is not { } tender)
        {
            return NotFound();
        }

        var company = await records.FindAsync<CompanyPart>(form.CompanyId) ?? throw ServiceRefusals.CompanyMissing.At(nameof(form.CompanyId));
        await box.PutAsync(tender, await records.ActorAsync(), form.CompanyId!, company, Money.Read(form.Fee, await money.CurrencyAsync()), form.Proposal);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Gives more time for bids.</summary>
    [HttpPost, Admin("Services/Tenders/{recordId}/Extend", "ServiceTenderExtend"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Extend(string recordId, TenderWork form)
    {
        if (await records.FindAsync<TenderPart>(recordId) is not { } tender)
        {
            return NotFound();
        }

        await records.SaveAsync(tender, tender.Extend(await records.ActorAsync(), records.Now, await MomentAsync(form.Day, form.Time)));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Hands in one's scores.</summary>
    [HttpPost, Admin("Services/Tenders/{recordId}/Scores", "ServiceTenderScores"), Requires(ServicePermissions.Evaluate)]
    public async Task<IActionResult> Score(string recordId, TenderWork form)
    {
        if (await records.FindAsync<TenderPart>(recordId) is not { } tender)
        {
            return NotFound();
        }

        var points = new Dictionary<string, IReadOnlyList<decimal>>(StringComparer.Ordinal);
        foreach (var (companyId, typed) in form.Points)
        {
            points[companyId] = [.. typed.Select((value, at) => ServiceForms.Number(value, $"Points[{companyId}][{at}]") ?? throw ServiceRefusals.ScoreMissing.At($"Points[{companyId}][{at}]"))];
        }

        await records.SaveAsync(tender, [.. tender.Score(await records.ActorAsync(), records.Now, points, form.NoInterest, form.Note)]);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Awards to one of the bids.</summary>
    [HttpPost, Admin("Services/Tenders/{recordId}/Award", "ServiceTenderAward"), Requires(ServicePermissions.Decide)]
    public async Task<IActionResult> Award(string recordId, TenderWork form)
    {
        if (await records.FindAsync<TenderPart>(recordId) is not { } tender)
        {
            return NotFound();
        }

        await records.SaveAsync(tender, tender.Award(await records.ActorAsync(), records.Now, form.CompanyId, await records.FindAsync<CompanyPart>(form.CompanyId), form.Reason));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        refused.ActionArguments.TryGetValue("form", out var form);
        return form is TenderForm typed ? View("Edit", await FillAsync(typed))
            : form is TenderWork work && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.FindAsync<TenderPart>(id as string) is { } tender ? View(nameof(Show), await PageAsync(tender, work))
            : null;
    }

    private async Task<TenderPlan> PlanAsync(TenderForm form) => new(
        form.Title,
        form.Trade,
        form.Scope,
        TenderPart.ReadCriteria(form.Criteria),
        [.. (await EvaluatorsAsync()).Where(evaluator => form.Evaluators.Contains(evaluator.UserId))],
        await MomentAsync(form.Day, form.Time));

    private async Task<DateTime> MomentAsync(string? day, string? hour)
    {
        var time = await times.GetAsync();
        return time.ToUtc(
            ServiceForms.Day(day, time.DayAt(records.Now), "Day") ?? throw ServiceRefusals.DayUnreadable.At("Day"),
            ForgivingTime.ReadTime(string.IsNullOrWhiteSpace(hour) ? "14:00" : hour) ?? throw ServiceRefusals.DayUnreadable.At("Time"),
            end: true);
    }

    private async Task<IReadOnlyList<Evaluator>> EvaluatorsAsync()
    {
        var found = new List<Evaluator>();
        foreach (var role in EvaluatorRoles)
        {
            foreach (var user in await users.GetUsersInRoleAsync(role))
            {
                found.Add(new(await users.GetUserIdAsync(user), await users.GetUserNameAsync(user) ?? ""));
            }
        }

        return [.. found.DistinctBy(evaluator => evaluator.UserId).OrderBy(evaluator => evaluator.Name, StringComparer.Ordinal)];
    }

    private async Task<TenderForm> FillAsync(TenderForm form)
    {
        form.Known = await EvaluatorsAsync();
        return form;
    }

    private async Task<TenderPage> PageAsync(TenderPart tender, TenderWork form)
    {
        var page = await pages.OfAsync(TenderLifecycle.Table, tender, tender.State, tender.Title, TenderLifecycle.Name, TenderLifecycle.Dot, await records.ActorAsync(), Url);
        return new(page, form, tender.State == TenderState.Inviting ? [.. (await records.UsableAsync(ServiceKinds.Company)).Where(row => tender.Bidders.All(bidder => bidder.UserId != row.RecordId))] : []);
    }
}

/// <summary>The form of a need.</summary>
public sealed class TenderForm
{
    public string? Title { get; set; }

    public Trade Trade { get; set; }

    public string? Scope { get; set; }

    /// <summary>Criteria, a line such as <c>Price = 40</c> for each.</summary>
    public string? Criteria { get; set; }

    /// <summary>User ids of the evaluators.</summary>
    public List<string> Evaluators { get; set; } = [];

    public string? Day { get; set; }

    public string? Time { get; set; }

    /// <summary>Who can be chosen; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Evaluator> Known { get; set; } = [];

    internal static TenderForm Of(TenderPart tender, CommunityTime time) => new()
    {
        Title = tender.Title,
        Trade = tender.Trade,
        Scope = tender.Scope,
        Criteria = TenderPart.WriteCriteria(tender.Criteria),
        Evaluators = [.. tender.Evaluators.Select(evaluator => evaluator.UserId)],
        Day = ListDay.Show(time.DayAt(tender.BidsDueUtc)),
        Time = Moments.Time(time.At(tender.BidsDueUtc)),
    };
}

/// <summary>What is done on the page of a choice.</summary>
public sealed class TenderWork
{
    public string? CompanyId { get; set; }

    public string? Fee { get; set; }

    public string? Proposal { get; set; }

    public string? Day { get; set; }

    public string? Time { get; set; }

    /// <summary>Points by company, one for each criterion.</summary>
    public Dictionary<string, List<string?>> Points { get; set; } = [];

    public bool NoInterest { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The page of a choice.</summary>
/// <param name="Companies">Whose paper bids can be taken.</param>
public sealed record TenderPage(ServicePage<TenderPart> Page, TenderWork Form, IReadOnlyList<ServiceIndex> Companies);
