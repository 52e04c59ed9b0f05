using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The resident's matters: raised, followed, answered, reopened.</summary>
[Route("my/matters"), Requires(ComplaintPermissions.Raise)]
public sealed class MyMattersController(
    Matters matters, ComplaintBook book, WorkOrderBook orders, ComplaintPolicy policy, Attachments attachments, CommunityTimes times, IClock clock) : Controller, IShowsAgain
{
    /// <summary>All of them, the open ones first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var mine = await matters.GetAsync();
        return View(new MyMatters(mine, await RowsAsync(mine), await policy.NamesAsync(), await times.GetAsync(), clock.UtcNow));
    }

    /// <summary>The form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Create() => View(await FillAsync(new MatterForm()));

    /// <summary>Raises a matter.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(MatterForm form)
    {
        var mine = await matters.GetAsync();
        if (!mine.MayRaise)
        {
            throw LifecycleRefusals.NotYours.With();
        }

        var unit = string.IsNullOrEmpty(form.UnitId) ? null : mine.Units.FirstOrDefault(each => each.Id == form.UnitId) ?? throw ComplaintRefusals.UnitNotYours.At(nameof(form.UnitId));
        var category = await policy.CategoryAsync(form.Category);
        var place = new ComplaintPlace(unit?.Id, unit?.Code, unit?.BuildingCode ?? mine.Units[0].BuildingCode, string.IsNullOrWhiteSpace(form.Place) ? null : form.Place.Trim());
        var by = form.IsAnonymous ? Complainant.Anonymous : new Complainant(mine.Person!.Id, mine.Person.DisplayName, mine.Person.Phone, null);

        // Nobody can be told from an anonymous matter: neither its unit nor the account that sent it.
        var actor = form.IsAnonymous ? new Actor("anonymous", "anonymous", [ComplaintPermissions.Raise]) : mine.Actor;
        var complaint = await book.RegisterAsync(actor, new ComplaintIntake(
            form.Kind, ComplaintChannel.Web, category.Id, form.Subject ?? "", form.Text ?? "", by, form.IsAnonymous ? place with { UnitId = null, UnitCode = null } : place));
        await attachments.AddAsync(ComplaintTypes.ComplaintNumber, complaint.ContentItem.ContentItemId, ComplaintGate.Shared, form.Files, actor, nameof(form.Files));
        return form.IsAnonymous ? RedirectToAction(nameof(Sent), new { number = complaint.Number }) : RedirectToAction(nameof(Show), new { complaintId = complaint.ContentItem.ContentItemId });
    }

    /// <summary>What is said after an anonymous matter.</summary>
    [HttpGet("sent")]
    public IActionResult Sent(string? number) => View(model: number is { Length: <= 40 } ? number : "");

    /// <summary>One matter, and what happens to it.</summary>
    [HttpGet("{complaintId}")]
    public async Task<IActionResult> Show(string complaintId)
    {
        var (mine, complaint) = await FindAsync(complaintId);
        return complaint is null ? NotFound() : View(await PageAsync(mine, complaint, new MatterStepForm()));
    }

    /// <summary>Writes to the office; what waited for the resident goes on.</summary>
    [HttpPost("{complaintId}/say")]
    public async Task<IActionResult> Say(string complaintId, MatterStepForm form)
    {
        var (mine, complaint) = await FindAsync(complaintId);
        if (complaint is null)
        {
            return NotFound();
        }

        if (!complaint.IsOpen)
        {
            throw ComplaintRefusals.CommentClosed.With();
        }

        var now = clock.UtcNow;
        complaint.Say(mine.Actor, now, form.Text, isInternal: false, isResident: true);
        List<Step> steps = complaint.State == ComplaintState.WaitingOwner ? [complaint.Resume(mine.Actor, now, await policy.RulesAsync())] : [];
        await attachments.AddAsync(ComplaintTypes.ComplaintNumber, complaintId, ComplaintGate.Shared, form.Files, mine.Actor, nameof(form.Files));
        await book.SaveAsync(complaint, steps);
        return RedirectToAction(nameof(Show), new { complaintId });
    }

    /// <summary>Agrees, or says that it is not solved; reopens; takes back.</summary>
    [HttpPost("{complaintId}/{verb}")]
    public async Task<IActionResult> Take(string complaintId, string verb, MatterStepForm form)
    {
        var (mine, complaint) = await FindAsync(complaintId);
        if (complaint is null)
        {
            return NotFound();
        }

        var (now, rules) = (clock.UtcNow, await policy.RulesAsync());
        var step = verb switch
        {
            "agree" => complaint.Agree(mine.Actor, now, form.Rating, rules),
            "disagree" => complaint.Disagree(mine.Actor, now, form.Reason, rules),
            "reopen" => complaint.Reopen(mine.Actor, now, form.Reason, rules),
            "withdraw" => complaint.End(ComplaintVerbs.Withdraw, mine.Actor, now, form.Reason, rules),
            _ => throw LifecycleRefusals.NotFromHere.With(),
        };
        await book.SaveAsync(complaint, step);
        return RedirectToAction(nameof(Show), new { complaintId });
    }

    /// <summary>Signs the work that was done, or says that it is not.</summary>
    [HttpPost("{complaintId}/orders/{orderId}")]
    public async Task<IActionResult> Sign(string complaintId, string orderId, MatterStepForm form)
    {
        var (mine, complaint) = await FindAsync(complaintId);
        if (complaint is null)
        {
            return NotFound();
        }

        if (await orders.FindAsync(orderId) is not { } order || order.ComplaintId != complaintId || !order.IsOf(mine.Actor))
        {
            throw LifecycleRefusals.NotFromHere.With();
        }

        var now = clock.UtcNow;
        await orders.SaveAsync(order, form.Answer == "no"
            ? order.Take(WorkOrderVerbs.Refuse, mine.Actor, now, form.Reason, (await policy.RulesAsync()).Calendar)
            : order.Sign(mine.Actor, now, mine.Person!.DisplayName, SignedBy.Page));
        return RedirectToAction(nameof(Show), new { complaintId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form))
        {
            return null;
        }

        if (form is MatterForm typed)
        {
            await attachments.HoldAsync(typed.Files, (await matters.GetAsync()).Actor);
            return View("Create", await FillAsync(typed));
        }

        if (form is not MatterStepForm asked || await FindAsync(refused.ActionArguments["complaintId"] as string) is not (var mine, { } complaint))
        {
            return null;
        }

        await attachments.HoldAsync(asked.Files, mine.Actor);
        return View("Show", await PageAsync(mine, complaint, asked));
    }

    private async Task<IReadOnlyList<ComplaintIndex>> RowsAsync(MattersOf mine) => !mine.MayRaise ? [] :
        [.. (await book.OfPersonAsync(mine.Person!.Id, 100)).Where(row => row.UnitId is null || mine.Actor.Holds(row.UnitId))];

    private async Task<(MattersOf Mine, ComplaintPart? Complaint)> FindAsync(string? complaintId)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var mine = await matters.GetAsync();
        return (mine, await book.FindAsync(complaintId) is { } complaint && complaint.IsOf(mine.Actor) ? complaint : null);
    }

    private async Task<MatterForm> FillAsync(MatterForm form)
    {
        form.Page = new MatterPage(await matters.GetAsync(), await policy.CategoriesAsync());
        return form;
    }

    private async Task<MyMatter> PageAsync(MattersOf mine, ComplaintPart complaint, MatterStepForm form)
    {
        var now = clock.UtcNow;
        return new MyMatter(
            complaint,
            form,
            await policy.NameAsync(complaint.Category),
            [.. ComplaintLifecycle.Table.Offers(complaint, mine.Actor, now).Where(offer => offer.IsOpen).Select(offer => offer.Verb.Id)],
            [.. (await orders.OfAsync(complaint.ContentItem.ContentItemId)).Where(order => order.State != WorkOrderState.Cancelled)],
            mine.Actor,
            await attachments.ListAsync(complaint.ContentItem.ContentItemId, ComplaintGate.Shared),
            await times.GetAsync(),
            now);
    }
}

/// <summary>The resident's list.</summary>
public sealed record MyMatters(MattersOf Mine, IReadOnlyList<ComplaintIndex> Rows, IReadOnlyDictionary<string, string> Categories, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Those that go on, what waits for the resident first.</summary>
    public IReadOnlyList<ComplaintIndex> Open => [.. Rows.Where(row => ComplaintStates.OpenNames.Contains(row.State)).OrderByDescending(WaitsForMe)];

    /// <summary>Those that are over.</summary>
    public IReadOnlyList<ComplaintIndex> Over => [.. Rows.Except(Open)];

    /// <summary>Whether the office waits for the resident.</summary>
    public static bool WaitsForMe(ComplaintIndex row) => row.State is nameof(ComplaintState.Proposed) or nameof(ComplaintState.WaitingOwner);
}

/// <summary>A matter of the resident.</summary>
public sealed record MyMatter(
    ComplaintPart Complaint,
    MatterStepForm Form,
    string Category,
    IReadOnlyList<string> Verbs,
    IReadOnlyList<WorkOrderPart> Orders,
    Actor Reader,
    AttachmentList Files,
    CommunityTime Time,
    DateTime NowUtc);

/// <summary>The form of a new matter.</summary>
public sealed class MatterForm
{
    public ComplaintKind Kind { get; set; }

    public string? Category { get; set; }

    /// <summary>A unit that is held; empty for a common place.</summary>
    public string? UnitId { get; set; }

    public string? Place { get; set; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    public bool IsAnonymous { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public MatterPage? Page { get; set; }
}

/// <summary>What the form offers.</summary>
public sealed record MatterPage(MattersOf Mine, IReadOnlyList<(ComplaintCategory Category, string Name)> Categories);

/// <summary>What a resident says about a matter.</summary>
public sealed class MatterStepForm
{
    public string? Text { get; set; }

    public string? Reason { get; set; }

    public int? Rating { get; set; }

    /// <summary><c>no</c> when the work is not accepted.</summary>
    public string? Answer { get; set; }

    public AttachedFiles Files { get; set; } = new();
}
