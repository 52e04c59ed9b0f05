using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The steps of a case: one form that asks what its step needs. Who may is said by the lifecycle's table.</summary>
[Requires(ComplaintPermissions.View)]
public sealed class ComplaintStepController(
    ComplaintBook book, ComplaintPolicy policy, ComplaintMail mail, ServiceDesk desk, CommunityTimes times, IStringLocalizer<ComplaintTexts> words) : Controller, IShowsAgain
{
    private static readonly Dictionary<string, (Verb Verb, StepAsks Asks)> _verbs = new (Verb Verb, StepAsks Asks)[]
    {
        (ComplaintVerbs.Accept, StepAsks.Level | StepAsks.Category | StepAsks.Team),
        (ComplaintVerbs.Answer, StepAsks.Text),
        (ComplaintVerbs.Assign, StepAsks.Team | StepAsks.Person),
        (ComplaintVerbs.Grab, StepAsks.Nothing),
        (ComplaintVerbs.Contact, StepAsks.Text),
        (ComplaintVerbs.WaitOwner, StepAsks.Reason),
        (ComplaintVerbs.WaitThird, StepAsks.Reason | StepAsks.Until),
        (ComplaintVerbs.Defer, StepAsks.Reason | StepAsks.Until),
        (ComplaintVerbs.Resume, StepAsks.Nothing),
        (ComplaintVerbs.Propose, StepAsks.Text | StepAsks.Cause),
        (ComplaintVerbs.Agree, StepAsks.Rating),
        (ComplaintVerbs.Disagree, StepAsks.Reason),
        (ComplaintVerbs.VisitedWell, StepAsks.Visit),
        (ComplaintVerbs.VisitedBadly, StepAsks.Visit | StepAsks.Reason),
        (ComplaintVerbs.Close, StepAsks.Nothing),
        (ComplaintVerbs.Reopen, StepAsks.Reason),
        (ComplaintVerbs.Withdraw, StepAsks.Reason),
        (ComplaintVerbs.Unfound, StepAsks.Reason),
        (ComplaintVerbs.Merge, StepAsks.Master | StepAsks.Reason),
        (ComplaintVerbs.Escalate, StepAsks.Reason),
        (ComplaintVerbs.Regrade, StepAsks.Level | StepAsks.Reason),
        (ComplaintVerbs.Missed, StepAsks.Reason),
    }.ToDictionary(pair => pair.Verb.Id, StringComparer.Ordinal);

    /// <summary>Whether there is such a step.</summary>
    public static bool Knows(string verb) => _verbs.ContainsKey(verb);

    /// <summary>Whether a step asks on a form first.</summary>
    public static bool Asks(string verb) => _verbs[verb].Asks != StepAsks.Nothing;

    /// <summary>The form of a step.</summary>
    [HttpGet, Admin("Complaints/{complaintId}/Step/{verb}", "ComplaintStep")]
    public async Task<IActionResult> Index(string complaintId, string verb) =>
        await book.FindAsync(complaintId) is { } complaint && _verbs.TryGetValue(verb, out var known) && known.Asks != StepAsks.Nothing
            ? View(await FillAsync(complaint, known.Verb, known.Asks, new StepForm { Level = complaint.Level == 0 ? (await policy.SettingsAsync()).Offered.FirstOrDefault(each => each.Id == complaint.Category)?.Level ?? 1 : complaint.Level, Category = complaint.Category, Team = complaint.Team ?? (await policy.SettingsAsync()).Offered.FirstOrDefault(each => each.Id == complaint.Category)?.Team }))
            : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Complaints/{complaintId}/Step/{verb}", "ComplaintStepPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Take(string complaintId, string verb, StepForm form)
    {
        if (await book.FindAsync(complaintId) is not { } complaint || !_verbs.ContainsKey(verb))
        {
            return NotFound();
        }

        var (by, now, rules) = (await desk.ActorAsync(), desk.Now, await policy.RulesAsync());
        var steps = new List<Step>
        {
            verb switch
            {
                "accept" => complaint.Accept(by, now, form.Level, (await policy.CategoryAsync(form.Category)).Id, await TeamAsync(form.Team), rules),
                "answer" => complaint.Answer(by, now, form.Text, rules),
                "assign" => complaint.Assign(by, now, await TeamAsync(form.Team), await PersonAsync(form.AssigneeId), rules),
                "take" => complaint.Grab(by, now, rules),
                "contact" => complaint.BeContacted(by, now, form.Text),
                "wait-owner" => complaint.Wait(ComplaintVerbs.WaitOwner, by, now, form.Reason, null, rules),
                "wait-third" => complaint.Wait(ComplaintVerbs.WaitThird, by, now, form.Reason, await UntilAsync(form.Until, rules), rules),
                "defer" => complaint.Wait(ComplaintVerbs.Defer, by, now, form.Reason, await UntilAsync(form.Until, rules), rules),
                "resume" => complaint.Resume(by, now, rules),
                "propose" => complaint.Propose(by, now, form.Text, form.Cause, rules),
                "agree" => complaint.Agree(by, now, form.Rating, rules),
                "disagree" => complaint.Disagree(by, now, form.Reason, rules),
                "visited-well" => complaint.BeVisited(by, now, form.ToVisit(by.Name, now), isSatisfied: true, rules),
                "visited-badly" => complaint.BeVisited(by, now, form.ToVisit(by.Name, now), isSatisfied: false, rules),
                "close" => complaint.Close(by, now, rules),
                "reopen" => complaint.Reopen(by, now, form.Reason, rules),
                "merge" => await MergeAsync(complaint, by, form, rules),
                "withdraw" => complaint.End(ComplaintVerbs.Withdraw, by, now, form.Reason, rules),
                "unfounded" => complaint.End(ComplaintVerbs.Unfound, by, now, form.Reason, rules),
                "escalate" => complaint.Escalate(by, now, form.Reason),
                "regrade" => complaint.Regrade(by, now, form.Level, form.Reason, rules),
                _ => complaint.MissVisit(by, now, form.Reason),
            },
        };

        await book.SaveAsync(complaint, steps);
        if (verb == ComplaintVerbs.Contact.Id)
        {
            await mail.SendAsync(ComplaintMessages.Written, complaint, form.Text!.Trim());
        }

        return RedirectToAction("Index", "ComplaintRecord", new { complaintId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is StepForm typed
        && await book.FindAsync(refused.ActionArguments["complaintId"] as string) is { } complaint
        && refused.ActionArguments["verb"] is string verb && _verbs.TryGetValue(verb, out var known) && known.Asks != StepAsks.Nothing
            ? View("Index", await FillAsync(complaint, known.Verb, known.Asks, typed))
            : null;

    private async Task<Step> MergeAsync(ComplaintPart complaint, Actor by, StepForm form, ComplaintRules rules)
    {
        var master = await book.OfNumberAsync(form.Master) ?? throw ComplaintRefusals.MasterUnknown.At("Master");
        var step = complaint.Merge(by, desk.Now, master, form.Reason, rules);
        await book.SaveAsync(master, master.Join(by, desk.Now, complaint.Number));
        return step;
    }

    private async Task<string?> TeamAsync(string? team) =>
        string.IsNullOrEmpty(team) ? null : (await desk.TeamsAsync()).Contains(team) ? team : throw ComplaintRefusals.TeamMissing.At("Team");

    private async Task<(string Id, string Name)?> PersonAsync(string? id) =>
        string.IsNullOrEmpty(id) ? null : (await desk.MembersAsync()).FirstOrDefault(member => member.UserId == id) is { } member ? (member.UserId, member.Name) : throw ComplaintRefusals.TeamMissing.At("AssigneeId");

    // At the first working moment of the day, so that it is on the desk in the morning.
    private async Task<DateTime?> UntilAsync(string? typed, ComplaintRules rules)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var time = await times.GetAsync();
        var day = ForgivingTime.ReadDate(typed, time.DayAt(desk.Now)) ?? throw ComplaintRefusals.DayMissing.At("Until");
        return rules.Calendar.NextOpening(time.BeginningOf(day));
    }

    private async Task<StepForm> FillAsync(ComplaintPart complaint, Verb verb, StepAsks asks, StepForm form)
    {
        var complaintId = complaint.ContentItem.ContentItemId;
        form.Page = new StepPage(
            words[verb.Text],
            complaint,
            asks,
            verb == ComplaintVerbs.Propose || verb == ComplaintVerbs.Contact || verb == ComplaintVerbs.Answer,
            asks.HasFlag(StepAsks.Category) ? await policy.CategoriesAsync() : [],
            asks.HasFlag(StepAsks.Team) ? await desk.TeamsAsync() : [],
            asks.HasFlag(StepAsks.Person) ? await desk.MembersAsync() : [],
            asks.HasFlag(StepAsks.Master) ? await book.SimilarAsync(complaint.Category, complaint.Place, complaintId) : [],
            Url.Action(nameof(Index), new { complaintId, verb = verb.Id })!,
            Url.Action("Index", "ComplaintRecord", new { complaintId })!);
        return form;
    }
}

/// <summary>What a step asks.</summary>
[Flags]
public enum StepAsks
{
    Nothing = 0,
    Reason = 1,
    Text = 2,
    Level = 4,
    Category = 8,
    Team = 16,
    Person = 32,
    Until = 64,
    Cause = 128,
    Rating = 256,
    Visit = 512,
    Master = 1024,
}

/// <summary>The form.</summary>
public sealed class StepForm
{
    public string? Reason { get; set; }

    public string? Text { get; set; }

    public string? Cause { get; set; }

    public int Level { get; set; }

    public string? Category { get; set; }

    public string? Team { get; set; }

    public string? AssigneeId { get; set; }

    public string? Until { get; set; }

    public int? Rating { get; set; }

    public int Solved { get; set; }

    public int Time { get; set; }

    public int Attitude { get; set; }

    public int Quality { get; set; }

    public string? Master { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public StepPage? Page { get; set; }

    internal ReturnVisit ToVisit(string by, DateTime atUtc) => new(Solved, Time, Attitude, Quality, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), by, atUtc);
}

/// <summary>What the form says.</summary>
public sealed record StepPage(
    string Title,
    ComplaintPart Complaint,
    StepAsks Asks,
    bool IsForResident,
    IReadOnlyList<(ComplaintCategory Category, string Name)> Categories,
    IReadOnlyList<string> Teams,
    IReadOnlyList<TeamMember> Members,
    IReadOnlyList<ComplaintIndex> Similar,
    string Post,
    string Back);
