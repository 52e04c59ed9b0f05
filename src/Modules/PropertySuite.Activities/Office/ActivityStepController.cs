using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Activities;

/// <summary>The steps of an activity. Who may is said by the lifecycle's table; those that ask something ask it on one form.</summary>
[Requires(ActivityPermissions.View)]
public sealed class ActivityStepController(
    ActivityBook activities, Registrations registrations, ActivityReading reading, CurrentActor current, CommunityTimes times, YesSql.ISession session, IStringLocalizer<ActivityWords> words, IClock clock) : Controller, IShowsAgain
{
    private static readonly Verb[] Asking = [ActivityVerbs.Return, ActivityVerbs.Postpone, ActivityVerbs.Cancel, ActivityVerbs.Schedule, ActivityVerbs.Move];
    private static readonly Verb[] AtOnce = [ActivityVerbs.Publish, ActivityVerbs.Propose, ActivityVerbs.Approve, ActivityVerbs.Withdraw, ActivityVerbs.Open, ActivityVerbs.Close, ActivityVerbs.Hold];

    /// <summary>Where the button of an offer leads; null leaves it out.</summary>
    public static RecordAction? AddressOf(IUrlHelper url, string activityId, Offer offer) =>
        offer.Verb.Id == ActivityVerbs.Summarise.Id ? new("", url.Action("Index", "Summary", new { activityId })!, Posts: false)
        : Asking.Contains(offer.Verb) || AtOnce.Contains(offer.Verb) ? new("", url.Action(nameof(Index), "ActivityStep", new { activityId, verb = offer.Verb.Id })!, Posts: !Asking.Contains(offer.Verb))
        : null;

    /// <summary>The form of a step that asks something.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Step/{verb}", "ActivityStep")]
    public async Task<IActionResult> Index(string activityId, string verb) =>
        await activities.FindAsync(activityId) is { } activity && Array.Find(Asking, known => known.Id == verb) is { } asked
            && ActivityLifecycle.Table.Offers(activity, await ActorAsync(), clock.UtcNow).Any(offer => offer.Verb == asked)
            ? View(await FillAsync(activity, asked, await BeginAsync(activity, asked)))
            : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Step/{verb}", "ActivityStepPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Take(string activityId, string verb, ActivityStepForm form)
    {
        // Registrations may come in meanwhile: lock first, look then.
        await session.BeginTransactionAsync();
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var (by, now, time) = (await ActorAsync(), clock.UtcNow, await times.GetAsync());
        var step = verb switch
        {
            "publish" => activity.Publish(by, now),
            "propose" => activity.Propose(by, now),
            "approve" => activity.Approve(by, now),
            "return" => activity.Return(by, now, form.Reason),
            "withdraw" => activity.Withdraw(by, now),
            "schedule" => activity.Schedule(by, now, form.ReadPublication(time, now)),
            "postpone" => activity.Postpone(by, now, form.Reason),
            "move" => Move(activity, by, now, form, time),
            "cancel" => activity.Cancel(by, now, form.Reason),
            _ when Array.Find(AtOnce, known => known.Id == verb) is { } known => activity.Turn(known, by, now),
            _ => null,
        };
        if (step is null)
        {
            return NotFound();
        }

        await activities.SaveAsync(activity, step);
        await registrations.BalanceAsync(activity, activityId, now);
        return RedirectToAction("Index", "ActivityRecord", new { activityId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is ActivityStepForm typed
        && refused.ActionArguments.TryGetValue("activityId", out var id) && await activities.FindAsync(id as string) is { } activity
        && refused.ActionArguments.TryGetValue("verb", out var verb) && Array.Find(Asking, known => known.Id == verb as string) is { } asked
            ? View("Index", await FillAsync(activity, asked, typed))
            : null;

    private static Step Move(ActivityPart activity, Actor by, DateTime now, ActivityStepForm form, CommunityTime time)
    {
        var today = time.DayAt(now);
        var at = new ActivityForm { Day = form.Day, From = form.From, Until = form.Until, LastDay = form.LastDay }.ReadTime(time, today) ?? throw ActivityRefusals.DayUnreadable.At("Day");
        return activity.Move(by, now, at, ActivityForm.ReadDeadline(form.ClosesOn, time, today, at, "ClosesOn"));
    }

    private async Task<ActivityStepForm> BeginAsync(ActivityPart activity, Verb verb)
    {
        var time = await times.GetAsync();
        if (verb == ActivityVerbs.Move)
        {
            var before = ActivityForm.Of(activity, time);
            return new ActivityStepForm { Day = before.Day, From = before.From, Until = before.Until, LastDay = before.LastDay };
        }

        return new ActivityStepForm { PublishOn = ListDay.Show(time.DayAt(clock.UtcNow).AddDays(1)), PublishAt = "09:00" };
    }

    private async Task<ActivityStepForm> FillAsync(ActivityPart activity, Verb verb, ActivityStepForm form)
    {
        var activityId = activity.ContentItem.ContentItemId;
        form.Page = new ActivityStepPage(
            verb,
            words[verb.Text],
            $"{activity.Number} · {(await reading.OfAsync(activity)).Title.Value}",
            activity.Taken + activity.Waiting,
            activity.Registration.Needed,
            Url.Action(nameof(Index), new { activityId, verb = verb.Id })!,
            Url.Action("Index", "ActivityRecord", new { activityId })!);
        return form;
    }

    private Task<Actor> ActorAsync() => current.GetAsync(ActivityLifecycle.Table.Permissions);
}

/// <summary>The form of a step.</summary>
public sealed class ActivityStepForm
{
    public string? Reason { get; set; }

    public string? PublishOn { get; set; }

    public string? PublishAt { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? LastDay { get; set; }

    public string? ClosesOn { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public ActivityStepPage? Page { get; set; }

    /// <summary>When it is to be published, UTC.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public DateTime ReadPublication(CommunityTime time, DateTime nowUtc) => time.ToUtc(
        ForgivingTime.ReadDate(PublishOn, time.DayAt(nowUtc)) ?? throw ActivityRefusals.DayUnreadable.At(nameof(PublishOn)),
        ForgivingTime.ReadTime(PublishAt) ?? throw ActivityRefusals.TimeUnreadable.At(nameof(PublishAt)));
}

/// <summary>What the form says.</summary>
/// <param name="Verb">The step.</param>
/// <param name="Title">The step, in words.</param>
/// <param name="About">The record.</param>
/// <param name="Told">How many persons are told.</param>
/// <param name="Registers">Whether residents register.</param>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes back to.</param>
public sealed record ActivityStepPage(Verb Verb, string Title, string About, int Told, bool Registers, string Post, string Back);

/// <summary>Context in which states, verbs and words of activities are translated on the module's own pages.</summary>
public sealed class ActivityWords;
