using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Entities;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The notice of an activity is written, in several languages side by side (ACT-01).</summary>
[Requires(ActivityPermissions.Edit)]
public sealed class ActivityEditController(
    ActivityBook activities, Registrations registrations, Turns turns, ActivityReading reading, ActivityPolicy policy, NumberSeries numbers, CommunityCode community, CommunityTimes times,
    CurrentActor current, IIdGenerator ids, YesSql.ISession session, IStringLocalizer<ActivityEditController> S, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The form for a new one.</summary>
    [HttpGet, Admin("Activities/New", "ActivityNew")]
    public async Task<IActionResult> Create() => View("Edit", await FillAsync(new ActivityForm { Needed = true }, null));

    /// <summary>Writes a new one.</summary>
    [HttpPost, Admin("Activities/New", "ActivityNewPost")]
    public async Task<IActionResult> Create(ActivityForm form)
    {
        var (now, time) = (clock.UtcNow, await times.GetAsync());
        var languages = await reading.LanguagesAsync();
        var plan = form.ToPlan(languages, time, now, await policy.RulesAsync(), ids);
        var activity = await activities.NewAsync();
        var step = activity.Write(await ActorAsync(), now, plan, languages[0]);
        var number = await numbers.NextAsync(await community.GetAsync(), ActivityTypes.Number, time.DayAt(now).Year);
        await activities.CreateAsync(activity, number, plan.Texts.First().Value.Title, step);
        return RedirectToAction("Index", "ActivityRecord", new { activityId = activity.ContentItem.ContentItemId });
    }

    /// <summary>The form.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Edit", "ActivityEdit")]
    public async Task<IActionResult> Edit(string activityId) =>
        await activities.FindAsync(activityId) is { } activity && ActivityStates.Written.Contains(activity.State)
            ? View(await FillAsync(ActivityForm.Of(activity, await times.GetAsync()), activity))
            : NotFound();

    /// <summary>Changes the notice; who waits is offered places that are new.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Edit", "ActivityEditPost")]
    public async Task<IActionResult> Edit(string activityId, ActivityForm form)
    {
        // Registrations may come in meanwhile: lock first, look then.
        await session.BeginTransactionAsync();
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var now = clock.UtcNow;
        var languages = await reading.LanguagesAsync();
        var plan = form.ToPlan(languages, await times.GetAsync(), now, await policy.RulesAsync(), ids);
        var kept = plan.Shifts.Select(shift => shift.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var turn in await turns.OfActivityAsync(activityId))
        {
            if (!kept.Contains(turn.ShiftId)) throw ActivityRefusals.ShiftTaken.At("Shifts", turn.Task);
        }

        await activities.SaveAsync(activity, activity.Revise(await ActorAsync(), now, plan, languages[0]));
        await registrations.BalanceAsync(activity, activityId, now);
        return RedirectToAction("Index", "ActivityRecord", new { activityId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not ActivityForm typed)
        {
            return null;
        }

        var activity = refused.ActionArguments.TryGetValue("activityId", out var id) ? await activities.FindAsync(id as string) : null;
        return View("Edit", await FillAsync(typed, activity));
    }

    private async Task<ActivityForm> FillAsync(ActivityForm form, ActivityPart? activity)
    {
        var rules = await policy.RulesAsync();
        var activityId = activity?.ContentItem.ContentItemId;
        var languages = await reading.LanguagesAsync();
        foreach (var language in languages) form.Texts.TryAdd(language, new ActivityTextForm());
        form.WithEmptyShifts().Page = new ActivityFormPage(
            activity is null ? S["Write an activity"] : S["Change the notice"],
            activity is null ? Url.Action(nameof(Create))! : Url.Action(nameof(Edit), new { activityId })!,
            activity is null ? Url.Action("Index", "ActivityList")! : Url.Action("Index", "ActivityRecord", new { activityId })!,
            languages,
            activity?.IsPublic == true,
            new Money(rules.ApprovalAbove, rules.Currency).ToString());
        return form;
    }

    private Task<Actor> ActorAsync() => current.GetAsync(ActivityLifecycle.Table.Permissions);
}
