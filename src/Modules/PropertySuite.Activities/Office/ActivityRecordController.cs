using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The record of an activity, composed from its lifecycle; its preview, and its sheet for the door.</summary>
[Requires(ActivityPermissions.View)]
public sealed class ActivityRecordController(
    ActivityBook activities, ActivityReading reading, ActivityPictures pictures, Turns turns, RecordHistory history, RecordComposer composer, PaperLines papers, ActivityAccess access, CurrentActor current,
    CommunityTimes times, IStringLocalizerFactory localizers, IStringLocalizer<ActivityRecordController> S, IClock clock) : Controller
{
    /// <summary>The record.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}", "ActivityRecord")]
    public async Task<IActionResult> Index(string activityId)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var now = clock.UtcNow;
        var read = await reading.OfAsync(activity);
        var past = await history.OfAsync(activityId);
        var texts = localizers.Create(typeof(ActivityLifecycle));
        var facts = new List<string>();
        if (read.When.Length > 0) facts.Add(read.When);
        if (activity.Place is { } place) facts.Add(place);
        if (activity.Registration.Needed) facts.Add(activity.Registration.Capacity is { } capacity ? S["{0} of {1} places", activity.Taken, capacity] : S["{0} registered", activity.Taken]);
        var subject = new RecordSubject<ActivityState>(
            read.Title.Value, activity.Number, activity.State, ActivityLifecycle.Name, ActivityLifecycle.Dot, facts,
            offer => ActivityStepController.AddressOf(Url, activityId, offer));
        var actor = await current.GetAsync([.. ActivityLifecycle.Table.Permissions, ActivityPermissions.Attend]);
        var mayRead = await access.MayAsync(PaperPermissions.ReadPapers);
        return View(new ActivityRecordPage(
            await composer.HeadAsync(ActivityLifecycle.Table, activity, subject, past, actor, now),
            await composer.TimelineAsync(ActivityLifecycle.Table, ActivityLifecycle.Name, past, now),
            read,
            await turns.OfActivityAsync(activityId),
            await pictures.OfAsync(activity),
            await papers.OfAsync(activityId, paper => mayRead ? Url.RouteUrl("Paper", new { paperId = paper.PaperId }) : null),
            actor,
            texts[Audiences.Name(activity.Registration.Audience)],
            await times.GetAsync(),
            now));
    }

    /// <summary>The notice as the public will see it, in each of its languages.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Preview", "ActivityPreview")]
    public async Task<IActionResult> Preview(string activityId, string? language)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var languages = await reading.LanguagesAsync();
        var shown = languages.Contains(language) ? language! : languages[0];
        return View(new ActivityPreviewPage(activityId, await reading.OfAsync(activity, shown), await pictures.OfAsync(activity), languages, shown, await times.GetAsync()));
    }
}

/// <summary>The record's page.</summary>
public sealed record ActivityRecordPage(
    RecordHead Head, IReadOnlyList<TimelineEntry> History, ReadActivity Read, IReadOnlyList<TurnIndex> Turns, IReadOnlyList<ActivityPicture> Pictures, IReadOnlyList<PaperLine> Papers, Actor Reader, string Audience,
    CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Whether the reader writes here.</summary>
    public bool MayEdit => Reader.May(ActivityPermissions.Edit);

    /// <summary>Whether the reader keeps the door.</summary>
    public bool MayAttend => Reader.May(ActivityPermissions.Attend);
}

/// <summary>The preview's page.</summary>
public sealed record ActivityPreviewPage(string ActivityId, ReadActivity Read, IReadOnlyList<ActivityPicture> Pictures, IReadOnlyList<string> Languages, string Language, CommunityTime Time);
