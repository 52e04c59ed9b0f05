using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>What it was like (ACT-17): written by language, and published.</summary>
[Requires(ActivityPermissions.Edit)]
public sealed class SummaryController(ActivityBook activities, Registrations registrations, ActivityReading reading, CurrentActor current, YesSql.ISession session, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The form.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Summary", "ActivitySummary")]
    public async Task<IActionResult> Index(string activityId) =>
        await activities.FindAsync(activityId) is { State: ActivityState.Held or ActivityState.Summarised } activity
            ? View(await FillAsync(activity, new SummaryForm { Summaries = activity.Texts.ToDictionary(pair => pair.Key, pair => pair.Value.Summary) }))
            : NotFound();

    /// <summary>Publishes it; who had a place and did not come is noted, where the door was kept.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Summary", "ActivitySummaryPost")]
    public async Task<IActionResult> Index(string activityId, SummaryForm form)
    {
        await session.BeginTransactionAsync();
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var (by, now) = (await current.GetAsync(ActivityLifecycle.Table.Permissions), clock.UtcNow);
        var languages = await reading.LanguagesAsync();
        activity.Summarise(by, form.Summaries.Where(pair => languages.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (pair.Value ?? "").Trim().ReplaceLineEndings("\n")));
        if (activity.State == ActivityState.Held)
        {
            await activities.SaveAsync(activity, activity.Turn(ActivityVerbs.Summarise, by, now));
            await registrations.MissAsync(activity);
        }
        else
        {
            await activities.SaveAsync(activity, ActivityLifecycle.Table.Note(activity, ActivityVerbs.Revise, by, now));
        }

        return RedirectToAction("Index", "ActivityRecord", new { activityId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is SummaryForm typed
        && refused.ActionArguments.TryGetValue("activityId", out var id) && await activities.FindAsync(id as string) is { } activity
            ? View("Index", await FillAsync(activity, typed))
            : null;

    private async Task<SummaryForm> FillAsync(ActivityPart activity, SummaryForm form)
    {
        form.Page = new SummaryPage(activity.ContentItem.ContentItemId, await reading.OfAsync(activity), await reading.LanguagesAsync());
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class SummaryForm
{
    /// <summary>Texts by language.</summary>
    public Dictionary<string, string?> Summaries { get; set; } = [];

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public SummaryPage? Page { get; set; }
}

/// <summary>What the page says.</summary>
public sealed record SummaryPage(string ActivityId, ReadActivity Read, IReadOnlyList<string> Languages);
