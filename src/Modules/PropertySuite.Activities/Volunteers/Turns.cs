using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>The volunteers' turns (ACT-11). Each of a shift's places is given once, by a unique key.</summary>
public sealed class Turns(ISession session, IContentManager contents, ActivityBook activities, RecordHistory history, RegistrationNews news, IClock clock)
{
    private const string SignedUp = nameof(TurnState.SignedUp);
    private const string Confirmed = nameof(TurnState.Confirmed);

    /// <summary>The turn with this id; null when this community has none.</summary>
    public async Task<TurnPart?> FindAsync(string? turnId) =>
        turnId is { Length: > 0 and <= 26 } && await contents.GetAsync(turnId) is { ContentType: ActivityTypes.Turn } item ? item.As<TurnPart>() : null;

    /// <summary>Turns of an activity that were not given up, by shift and place.</summary>
    public async Task<IReadOnlyList<TurnIndex>> OfActivityAsync(string activityId) =>
        [.. await session.QueryIndex<TurnIndex>(row => row.ActivityId == activityId && row.LivePlaceKey != null).OrderBy(row => row.FromUtc).ThenBy(row => row.Place).ListAsync()];

    /// <summary>Turns of a person that were not given up, the last first.</summary>
    public async Task<IReadOnlyList<TurnIndex>> OfPersonAsync(string personId, int take = 40) =>
        [.. await session.QueryIndex<TurnIndex>(row => row.PersonId == personId && row.LivePlaceKey != null).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];

    /// <summary>Hours confirmed since a moment.</summary>
    public async Task<decimal> HoursAsync(string personId, DateTime sinceUtc) =>
        (await session.QueryIndex<TurnIndex>(row => row.PersonId == personId && row.State == Confirmed && row.FromUtc >= sinceUtc).ListAsync()).Sum(row => row.Hours);

    /// <summary>Signs up for a shift.</summary>
    /// <exception cref="RefusedException">Enough have signed up, or not possible any more.</exception>
    public async Task SignUpAsync(Actor by, string activityId, string shiftId, string personId, string personName)
    {
        await session.BeginTransactionAsync();
        var activity = await activities.FindAsync(activityId) ?? throw ActivityRefusals.ShiftUnknown.With();
        var taken = (await OfActivityAsync(activityId)).Where(row => row.ShiftId == shiftId).ToList();
        if (taken.Exists(row => row.PersonId == personId)) throw ActivityRefusals.ShiftTwice.With();
        var place = 1;
        while (taken.Exists(row => row.Place == place)) place++;
        var item = await contents.NewAsync(ActivityTypes.Turn);
        var turn = item.GetOrCreate<TurnPart>();
        var step = turn.SignUp(by, clock.UtcNow, activity, shiftId, personId, personName, place);
        item.DisplayText = turn.Task;
        item.Apply(turn);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(item, step);
    }

    /// <summary>Changes a turn.</summary>
    /// <exception cref="RefusedException">Not possible from here.</exception>
    public async Task<bool> ChangeAsync(string turnId, Func<TurnPart, DateTime, Step> change)
    {
        if (await FindAsync(turnId) is not { } turn)
        {
            return false;
        }

        await SaveAsync(turn, change(turn, clock.UtcNow));
        return true;
    }

    /// <summary>Tells a portion of the volunteers the activity's news.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TellAsync(ActivityPart activity, MessageKind kind, int most)
    {
        var activityId = activity.ContentItem.ContentItemId;
        var revision = activity.News!.Revision;
        var told = 0;
        foreach (var row in (await session.QueryIndex<TurnIndex>(row => row.ActivityId == activityId && row.ToldRevision < revision && row.State == SignedUp).Take(Math.Max(most, 0)).ListAsync()).ToList())
        {
            if (await FindAsync(row.TurnId) is { } turn)
            {
                turn.Tell(activity);
                await SaveAsync(turn);
                await news.TellAsync(activity, turn, kind);
                told++;
            }
        }

        return told;
    }

    private async Task SaveAsync(TurnPart turn, params IEnumerable<Step> steps)
    {
        var item = turn.ContentItem;
        item.Apply(turn);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(item, steps);
    }

    private async Task KeepAsync(ContentItem item, params IEnumerable<Step> steps)
    {
        await history.KeepAsync(ActivityTypes.TurnKind, item.ContentItemId, steps);
        await session.FlushOrRefuseAsync(
            UniqueKey.Of(nameof(TurnIndex.LivePlaceKey), ActivityRefusals.ShiftFull),
            UniqueKey.Of(nameof(TurnIndex.LivePersonKey), ActivityRefusals.ShiftTwice));
    }
}
