using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The page of a case, composed from its lifecycle; with the talk, clocks, work orders and files.</summary>
[Requires(ComplaintPermissions.View)]
public sealed class ComplaintRecordController(
    ComplaintBook book,
    WorkOrderBook orders,
    ComplaintPolicy policy,
    ComplaintMail mail,
    ServiceDesk desk,
    Attachments attachments,
    RecordHistory history,
    RecordComposer composer,
    CommunityTimes times,
    IStringLocalizer<ComplaintTexts> words) : Controller, IShowsAgain
{
    /// <summary>The record.</summary>
    [HttpGet, Admin("Complaints/{complaintId}", "Complaint")]
    public async Task<IActionResult> Index(string complaintId) =>
        await book.FindAsync(complaintId) is { } complaint ? View(await PageAsync(complaint, new SayForm())) : NotFound();

    /// <summary>Writes into the talk: to the resident, or a note of the staff alone.</summary>
    [HttpPost, Admin("Complaints/{complaintId}/Say", "ComplaintSay"), Requires(ComplaintPermissions.Handle)]
    public async Task<IActionResult> Say(string complaintId, SayForm form)
    {
        if (await book.FindAsync(complaintId) is not { } complaint)
        {
            return NotFound();
        }

        if (!complaint.IsOpen && !form.IsInternal)
        {
            throw ComplaintRefusals.CommentClosed.With();
        }

        var actor = await desk.ActorAsync();
        complaint.Say(actor, desk.Now, form.IsInternal ? form.Note : form.Text, form.IsInternal, isResident: false);
        await attachments.AddAsync(ComplaintTypes.ComplaintNumber, complaintId, form.IsInternal ? ComplaintGate.Internal : ComplaintGate.Shared, form.Files, actor, nameof(form.Files));
        await book.SaveAsync(complaint);
        if (!form.IsInternal)
        {
            await mail.SendAsync(ComplaintMessages.Written, complaint, form.Text!.Trim());
        }

        return Redirect(Url.Action(nameof(Index), new { complaintId }) + "#talk");
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not SayForm typed || await book.FindAsync(refused.ActionArguments["complaintId"] as string) is not { } complaint)
        {
            return null;
        }

        await attachments.HoldAsync(typed.Files, await desk.ActorAsync());
        return View("Index", await PageAsync(complaint, typed));
    }

    private async Task<ComplaintPage> PageAsync(ComplaintPart complaint, SayForm form)
    {
        var (id, now, actor) = (complaint.ContentItem.ContentItemId, desk.Now, await desk.ActorAsync());
        var past = await history.OfAsync(id);
        var category = await policy.NameAsync(complaint.Category);
        var subject = new RecordSubject<ComplaintState>(
            complaint.Subject,
            complaint.Number,
            complaint.State,
            ComplaintLifecycle.Name,
            ComplaintLifecycle.Dot,
            [.. Facts(complaint)],
            offer => Action(offer.Verb, id));
        var mayLead = actor.May(ComplaintPermissions.Lead) && ComplaintStates.Unsolved.Contains(complaint.State);
        var head = await composer.HeadAsync(ComplaintLifecycle.Table, complaint, subject, past, actor, now);

        // What goes wrong is no usual step to come.
        var unusual = new[] { ComplaintState.Reopened, ComplaintState.Withdrawn }.Select(state => words[ComplaintLifecycle.Name(state)].Value).ToHashSet(StringComparer.Ordinal);
        head = head with { Path = [.. head.Path.Where(step => step.Progress != "next" || !unusual.Contains(step.Name))] };
        return new ComplaintPage(
            head,
            await composer.TimelineAsync(ComplaintLifecycle.Table, ComplaintLifecycle.Name, past, now),
            complaint,
            form,
            category,
            await orders.OfAsync(id),
            [.. (await book.SimilarAsync(complaint.Category, complaint.Place, id)).Take(5)],
            await book.MembersAsync(id),
            await attachments.ListAsync(id, ComplaintGate.Shared, actor.May(ComplaintPermissions.Lead)),
            await attachments.ListAsync(id, ComplaintGate.Internal, actor.May(ComplaintPermissions.Lead)),
            await times.GetAsync(),
            (await policy.RulesAsync()).Calendar,
            now)
        {
            Phone = complaint.By.Phone is { } phone ? actor.May(ServiceDesk.ViewPersonalData) ? phone : Masked.Phone(phone) : null,
            MayHandle = actor.May(ComplaintPermissions.Handle),
            MaySendOrder = actor.May(ComplaintPermissions.Handle) && complaint.State != ComplaintState.Received && ComplaintStates.Unsolved.Contains(complaint.State),
            MayEscalate = actor.May(ComplaintPermissions.Handle) && complaint.Level > 0 && ComplaintStates.Unsolved.Contains(complaint.State),
            MayRegrade = mayLead && complaint.Level > 0,
            MayMissVisit = complaint.State == ComplaintState.Resolved && !complaint.VisitIsOver && actor.May(ComplaintPermissions.Register),
        };
    }

    private IEnumerable<string> Facts(ComplaintPart complaint)
    {
        yield return words[ComplaintStates.Level(complaint.Level)];
        if (complaint.AssigneeName is { } who) yield return who;
        else if (complaint.Team is { } team) yield return words[team];
        if (complaint.Escalation > 0) yield return words["escalated {0}", complaint.Escalation];
        if (complaint.Reopenings > 0) yield return words["reopened {0} times", complaint.Reopenings];
    }

    private RecordAction? Action(Verb verb, string complaintId) => ComplaintStepController.Knows(verb.Id)
        ? new("", Url.Action("Index", "ComplaintStep", new { complaintId, verb = verb.Id })!, Posts: !ComplaintStepController.Asks(verb.Id))
        : null;
}

/// <summary>A line of the talk.</summary>
public sealed class SayForm
{
    /// <summary>To the resident.</summary>
    public string? Text { get; set; }

    /// <summary>For the staff alone: a field of its own, so that a word can never go to the wrong reader.</summary>
    public string? Note { get; set; }

    public bool IsInternal { get; set; }

    public AttachedFiles Files { get; set; } = new();
}

/// <summary>The page.</summary>
public sealed record ComplaintPage(
    RecordHead Head,
    IReadOnlyList<TimelineEntry> History,
    ComplaintPart Complaint,
    SayForm Form,
    string Category,
    IReadOnlyList<WorkOrderPart> Orders,
    IReadOnlyList<ComplaintIndex> Similar,
    IReadOnlyList<ComplaintIndex> Members,
    AttachmentList Shared,
    AttachmentList Internal,
    CommunityTime Time,
    WorkingCalendar Calendar,
    DateTime NowUtc)
{
    /// <summary>The number that was called from, masked where the reader may not see it.</summary>
    public string? Phone { get; init; }

    public bool MayHandle { get; init; }

    public bool MaySendOrder { get; init; }

    public bool MayEscalate { get; init; }

    public bool MayRegrade { get; init; }

    public bool MayMissVisit { get; init; }
}
