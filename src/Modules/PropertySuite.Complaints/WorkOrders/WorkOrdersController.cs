using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>Work orders: sent by the office, done by engineers on their phone, signed, printed as a slip.</summary>
public sealed class WorkOrdersController(
    YesSql.ISession session,
    ListWriter writer,
    WorkOrderBook book,
    ComplaintBook complaints,
    ServiceDesk desk,
    Attachments attachments,
    Papers papers,
    PaperLines lines,
    RecordHistory history,
    RecordComposer composer,
    WorkingCalendars calendars,
    IStringLocalizer<WorkOrdersController> S,
    IStringLocalizer<ComplaintTexts> words) : Controller, IShowsAgain
{
    private static readonly Verb[] Steps =
    [
        WorkOrderVerbs.Accept, WorkOrderVerbs.Begin, WorkOrderVerbs.GoOn, WorkOrderVerbs.Finish, WorkOrderVerbs.Pause, WorkOrderVerbs.GiveBack, WorkOrderVerbs.SignOnSlip,
        WorkOrderVerbs.Inspect, WorkOrderVerbs.Refuse, WorkOrderVerbs.Cancel,
    ];

    private static readonly string[] AtOnce = [WorkOrderVerbs.Accept.Id, WorkOrderVerbs.Begin.Id, WorkOrderVerbs.GoOn.Id];

    /// <summary>All of them.</summary>
    [HttpGet, Admin("WorkOrders", "WorkOrders"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = WorkOrderList.All;
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(desk.Now));
        return View(await writer.ViewAsync(list, page, request, S["Work orders"], S["No work orders here. They are sent from the page of a case."], null, Url.Action(nameof(Spreadsheet))));
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("WorkOrders/Export.xlsx", "WorkOrdersExport"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        var list = WorkOrderList.All;
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(desk.Now)), S["Work orders"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "work-orders.xlsx");
    }

    /// <summary>What an engineer has to do, for the phone.</summary>
    [HttpGet, Admin("WorkOrders/ToDo", "WorkOrdersToDo"), Requires(ComplaintPermissions.Work)]
    public async Task<IActionResult> ToDo()
    {
        var (mine, free) = await book.ToDoAsync((await desk.ActorAsync()).Id);
        return View(new ToDoPage(mine, free, (await calendars.GetAsync()).Time, desk.Now));
    }

    /// <summary>The form of a new order.</summary>
    [HttpGet, Admin("Complaints/{complaintId}/Order", "WorkOrderNew"), Requires(ComplaintPermissions.Handle)]
    public async Task<IActionResult> Create(string complaintId) =>
        await complaints.FindAsync(complaintId) is { } complaint
            ? View(new OrderForm { Subject = complaint.Subject, NeedsSignature = complaint.Place.UnitId is not null && complaint.By.Name is not null, Complaint = complaint })
            : NotFound();

    /// <summary>Sends it.</summary>
    [HttpPost, Admin("Complaints/{complaintId}/Order", "WorkOrderNewPost"), Requires(ComplaintPermissions.Handle)]
    public async Task<IActionResult> Create(string complaintId, OrderForm form)
    {
        if (await complaints.FindAsync(complaintId) is not { } complaint)
        {
            return NotFound();
        }

        var plan = new WorkPlan(form.WorkType ?? "", form.Subject ?? "", string.IsNullOrWhiteSpace(form.Details) ? null : form.Details.Trim(), form.IsMandatory, form.NeedsSignature);
        await book.SendAsync(await desk.ActorAsync(), complaint, plan, int.TryParse(form.Hours, out var hours) ? hours : 0);
        return RedirectToAction("Index", "ComplaintRecord", new { complaintId });
    }

    /// <summary>One order.</summary>
    [HttpGet, Admin("WorkOrders/{orderId}", "WorkOrder"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Show(string orderId) => await book.FindAsync(orderId) is { } order ? View(await PageAsync(order)) : NotFound();

    /// <summary>The form of a step.</summary>
    [HttpGet, Admin("WorkOrders/{orderId}/Step/{verb}", "WorkOrderStep"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Step(string orderId, string verb) =>
        await book.FindAsync(orderId) is { } order && Array.Find(Steps, step => step.Id == verb) is { } known && !AtOnce.Contains(verb) ? View(Fill(order, known, new OrderStepForm())) : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("WorkOrders/{orderId}/Step/{verb}", "WorkOrderStepPost"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Step(string orderId, string verb, OrderStepForm form)
    {
        if (await book.FindAsync(orderId) is not { } order || Array.Find(Steps, step => step.Id == verb) is not { } known)
        {
            return NotFound();
        }

        var (by, now) = (await desk.ActorAsync(), desk.Now);
        var step = verb switch
        {
            "finish" => order.Finish(by, now, new WorkReport(form.Text ?? "", int.TryParse(form.Minutes, out var minutes) ? minutes : 0, string.IsNullOrWhiteSpace(form.Materials) ? null : form.Materials.Trim())),
            "sign-slip" => order.Sign(by, now, form.Name, SignedBy.Slip),
            "inspect" => order.Sign(by, now, by.Name, SignedBy.Supervisor, form.Reason),
            _ => order.Take(known, by, now, form.Reason, await calendars.GetAsync()),
        };
        await book.SaveAsync(order, step);
        await attachments.AddAsync(ComplaintTypes.WorkOrderNumber, orderId, verb == "sign-slip" ? "slip" : "after", form.Files, by, nameof(form.Files));
        return RedirectToAction(nameof(Show), new { orderId });
    }

    /// <summary>Issues the slip that the resident signs (WO-05).</summary>
    [HttpPost, Admin("WorkOrders/{orderId}/Slip", "WorkOrderSlip"), Requires(ComplaintPermissions.View)]
    public async Task<IActionResult> Slip(string orderId)
    {
        if (await book.FindAsync(orderId) is not { } order || await complaints.FindAsync(order.ComplaintId) is not { } complaint)
        {
            return NotFound();
        }

        var draft = new PaperDraft<WorkSlip>(
            "complaints.work-slip",
            Wording.Of(typeof(WorkOrderLifecycle), "Work slip"),
            orderId,
            order.Number,
            ComplaintPermissions.View,
            "~/Areas/PropertySuite.Complaints/Views/WorkOrders/Slip.cshtml",
            new WorkSlip(order, complaint.By.Name, complaint.Text));
        var paper = await papers.IssueAsync(draft, await desk.ActorAsync());
        return RedirectToRoute("Paper", new { area = "PropertySuite.Core", paperId = paper.PaperId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form))
        {
            return null;
        }

        if (form is OrderForm typed && await complaints.FindAsync(refused.ActionArguments["complaintId"] as string) is { } complaint)
        {
            typed.Complaint = complaint;
            return View("Create", typed);
        }

        if (form is OrderStepForm asked && await book.FindAsync(refused.ActionArguments["orderId"] as string) is { } order
            && refused.ActionArguments["verb"] is string verb && Array.Find(Steps, step => step.Id == verb) is { } known && !AtOnce.Contains(verb))
        {
            await attachments.HoldAsync(asked.Files, await desk.ActorAsync());
            return View("Step", Fill(order, known, asked));
        }

        return null;
    }

    private OrderStepForm Fill(WorkOrderPart order, Verb verb, OrderStepForm form)
    {
        form.Order = order;
        form.Verb = verb;
        form.Title = words[verb.Text];
        return form;
    }

    private async Task<OrderPage> PageAsync(WorkOrderPart order)
    {
        var (id, now, actor) = (order.ContentItem.ContentItemId, desk.Now, await desk.ActorAsync());
        var past = await history.OfAsync(id);
        var subject = new RecordSubject<WorkOrderState>(
            order.Plan.Subject,
            order.Number,
            order.State,
            WorkOrderLifecycle.Name,
            WorkOrderLifecycle.Dot,
            [words[order.Plan.WorkType], order.Place.Shown, order.AssigneeName ?? words[order.Team]],
            offer => Array.Exists(Steps, step => step.Id == offer.Verb.Id) ? new("", Url.Action(nameof(Step), new { orderId = id, verb = offer.Verb.Id })!, Posts: AtOnce.Contains(offer.Verb.Id)) : null);
        return new OrderPage(
            await composer.HeadAsync(WorkOrderLifecycle.Table, order, subject, past, actor, now),
            await composer.TimelineAsync(WorkOrderLifecycle.Table, WorkOrderLifecycle.Name, past, now),
            order,
            await complaints.FindAsync(order.ComplaintId),
            await attachments.ListAsync(id),
            await lines.OfAsync(id, paper => Url.RouteUrl("Paper", new { area = "PropertySuite.Core", paperId = paper.PaperId })),
            (await calendars.GetAsync()).Time,
            now);
    }
}

/// <summary>The list of work orders, as data.</summary>
public static class WorkOrderList
{
    private static readonly string[] OpenNames = [.. Enum.GetValues<WorkOrderState>().Where(state => state is not (WorkOrderState.Signed or WorkOrderState.Cancelled)).Select(state => state.ToString())];

    /// <summary>The list.</summary>
    public static ListDefinition<WorkOrderIndex> All { get; } = new ListDefinition<WorkOrderIndex>(typeof(WorkOrderLifecycle))
        .View("open", "Open", (query, _) => query.Where(row => row.State.IsIn(OpenNames)))
        .View("overdue", "Overdue", (query, moment) => query.Where(row => row.DueUtc <= moment.NowUtc))
        .View("sign", "To be signed", (query, _) => query.Where(row => row.State == nameof(WorkOrderState.Done)))
        .View("all", "All", (query, _) => query)
        .Column("subject", "Work", row => Cell.Link(row.Subject, $"~admin/WorkOrders/{row.OrderId}") with { Note = row.Number }, row => row.Subject)
        .Column("type", "Kind of work", row => Cell.Word(row.WorkType), row => row.WorkType)
        .Column("place", "Place", row => Cell.Of(row.Place, "ps-unit"), row => row.Place)
        .Column("state", "State", row => Enum.Parse<WorkOrderState>(row.State) is var state ? Cell.State(WorkOrderLifecycle.Name(state), WorkOrderLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("due", "Deadline", row => Cell.Due(row.DueUtc), row => row.DueUtc)
        .Column("assignee", "Who", row => Cell.Of(row.AssigneeName), row => row.AssigneeName)
        .Column("minutes", "Minutes", row => row.Minutes == 0 ? Cell.Of("") : Cell.Number(row.Minutes), row => row.Minutes)
        .Column("sent", "Sent on", row => Cell.Moment(row.SentAtUtc), row => row.SentAtUtc)
        .Filter("type", "Kind of work", [.. WorkOrderPart.WorkTypes.Select(type => new ListChoice(type, type))], (query, type) => query.Where(row => row.WorkType == type))
        .Filter("state", "State", [.. Enum.GetValues<WorkOrderState>().Select(state => new ListChoice(state.ToString(), WorkOrderLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.SentAtUtc, newestFirst: true);
}

/// <summary>The engineer's page.</summary>
public sealed record ToDoPage(IReadOnlyList<WorkOrderIndex> Mine, IReadOnlyList<WorkOrderIndex> Free, CommunityTime Time, DateTime NowUtc);

/// <summary>What the slip is written from.</summary>
public sealed record WorkSlip(WorkOrderPart Order, string? Name, string Text);

/// <summary>An order's page.</summary>
public sealed record OrderPage(
    RecordHead Head, IReadOnlyList<TimelineEntry> History, WorkOrderPart Order, ComplaintPart? Complaint, AttachmentList Files, IReadOnlyList<PaperLine> Papers, CommunityTime Time, DateTime NowUtc);

/// <summary>The form of a new order.</summary>
public sealed class OrderForm
{
    public string? WorkType { get; set; }

    public string? Subject { get; set; }

    public string? Details { get; set; }

    public string? Hours { get; set; } = "24";

    public bool IsMandatory { get; set; } = true;

    public bool NeedsSignature { get; set; }

    /// <summary>The case; never posted.</summary>
    [BindNever, ValidateNever]
    public ComplaintPart? Complaint { get; set; }
}

/// <summary>What is said with a step.</summary>
public sealed class OrderStepForm
{
    public string? Reason { get; set; }

    public string? Text { get; set; }

    public string? Minutes { get; set; }

    public string? Materials { get; set; }

    public string? Name { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>The order; never posted.</summary>
    [BindNever, ValidateNever]
    public WorkOrderPart? Order { get; set; }

    /// <summary>The step; never posted.</summary>
    [BindNever, ValidateNever]
    public Verb? Verb { get; set; }

    /// <summary>Its words; never posted.</summary>
    [BindNever, ValidateNever]
    public string? Title { get; set; }
}
