using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>Hears what happens with an activity, in the transaction that books it.</summary>
public interface IActivityWitness
{
    /// <summary>Steps were taken and are stored.</summary>
    Task HappenedAsync(ActivityPart activity, IReadOnlyList<Step> steps);
}

/// <summary>The community's activities: found, made and saved. Saving is explicit.</summary>
public sealed class ActivityBook(ISession session, IContentManager contents, RecordHistory history, IEnumerable<IActivityWitness> witnesses, ITimedWorkBell bell)
{
    /// <summary>The activity with this id; null when this community has none.</summary>
    public async Task<ActivityPart?> FindAsync(string? activityId) =>
        activityId is { Length: > 0 and <= 26 } && await contents.GetAsync(activityId) is { ContentType: ActivityTypes.Activity } item ? item.As<ActivityPart>() : null;

    /// <summary>The published activity with this public address; null when there is none.</summary>
    public async Task<ActivityPart?> OfSlugAsync(string slug) =>
        await session.QueryIndex<ActivityIndex>(row => row.Slug == slug && row.IsPublic).FirstOrDefaultAsync() is { } row ? await FindAsync(row.ActivityId) : null;

    /// <summary>Begins an activity: a new record, not saved yet.</summary>
    public async Task<ActivityPart> NewAsync() => (await contents.NewAsync(ActivityTypes.Activity)).GetOrCreate<ActivityPart>();

    /// <summary>Saves a new activity with its first step.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="number">Its number.</param>
    /// <param name="title">Title that its public address is made of.</param>
    /// <param name="step">The first step.</param>
    public async Task CreateAsync(ActivityPart activity, string number, string title, Step step)
    {
        activity.Name(number, title);
        var item = activity.ContentItem;
        item.DisplayText = title;
        item.Apply(activity);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(activity, [step]);
    }

    /// <summary>Saves an activity with the steps it took and those that follow from them by time alone.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(ActivityPart activity, params IEnumerable<Step> steps)
    {
        var taken = steps.ToList();
        if (taken.Count > 0)
        {
            taken.AddRange(activity.Tick(taken[^1].AtUtc, taken[^1].AtUtc));
        }

        var item = activity.ContentItem;
        item.DisplayText = ActivityIndexProvider.Row(item.ContentItemId, activity).Title;
        item.Apply(activity);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(activity, taken);
    }

    private async Task KeepAsync(ActivityPart activity, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(ActivityTypes.Number, activity.ContentItem.ContentItemId, steps);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(ActivityIndex.Number), NumberRefusals.TakenMeanwhile), UniqueKey.Of(nameof(ActivityIndex.Slug), NumberRefusals.TakenMeanwhile));
        if (activity.DueAtUtc is { } due)
        {
            bell.Ring(ActivityTimer.Work, due);
        }

        if (steps.Count > 0)
        {
            foreach (var witness in witnesses)
            {
                await witness.HappenedAsync(activity, steps);
            }
        }
    }
}
