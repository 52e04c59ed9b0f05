using System.Security.Cryptography;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Activities;

/// <summary>
/// The registrations of activities, their places and their waiting list (ACT-07, ACT-08). Whoever changes them takes the write lock
/// first and looks then; that a place is given once is held by a unique key, not by the look.
/// </summary>
/// <remarks>An activity is read here, after the lock: do not read it earlier in the same scope, its counts would be those of before.</remarks>
public sealed class Registrations(
    ISession session, IContentManager contents, ActivityBook activities, RecordHistory history, NumberSeries numbers, CommunityCode community, CommunityTimes times,
    ITimedWorkBell bell, RegistrationNews news, IClock clock)
{
    /// <summary>Letters and digits of codes: none that are taken for one another.</summary>
    internal const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>The registration with this id; null when this community has none.</summary>
    public async Task<RegistrationPart?> FindAsync(string? registrationId) =>
        registrationId is { Length: > 0 and <= 26 } && await contents.GetAsync(registrationId) is { ContentType: ActivityTypes.Registration } item ? item.As<RegistrationPart>() : null;

    /// <summary>The registration for an activity that a code means; null when there is none.</summary>
    public async Task<RegistrationPart?> OfCodeAsync(string activityId, string typed)
    {
        var code = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == 8 && await session.QueryIndex<RegistrationIndex>(row => row.Code == code && row.ActivityId == activityId).FirstOrDefaultAsync() is { } row
            ? await FindAsync(row.RegistrationId)
            : null;
    }

    /// <summary>Registers for an activity: with places while there are enough, else on the waiting list, in order.</summary>
    /// <exception cref="RefusedException">Registration is not open, the person has registered already, or the facts make no sense.</exception>
    public async Task<RegistrationPart> RegisterAsync(Actor by, string activityId, RegistrationPlan plan)
    {
        var now = clock.UtcNow;
        var number = await numbers.NextAsync(await community.GetAsync(), ActivityTypes.RegistrationNumber, (await times.GetAsync()).DayAt(now).Year);
        var activity = await activities.FindAsync(activityId) ?? throw ActivityRefusals.NotOpen.With();
        var places = await PlacesAsync(activity, activityId, plan.Persons);
        var registration = (await contents.NewAsync(ActivityTypes.Registration)).GetOrCreate<RegistrationPart>();
        var step = registration.Register(by, now, activity, plan, places, await NextInLineAsync(activityId), RandomNumberGenerator.GetString(Letters, 8));
        registration.Name(number);

        var item = registration.ContentItem;
        item.DisplayText = number;
        item.Apply(registration);
        await contents.CreateAsync(item, VersionOptions.Published);
        await history.KeepAsync(ActivityTypes.RegistrationNumber, item.ContentItemId, step);
        await FlushAsync();
        await BalanceAsync(activity, activityId, now);
        await news.TellAsync(activity, registration, registration.State == RegistrationState.Waiting ? ActivityMessages.OnWaitingList : ActivityMessages.Registered);
        return registration;
    }

    /// <summary>Gives a registration up; who waits is offered its places.</summary>
    /// <exception cref="RefusedException">Not this person's, or the activity has begun.</exception>
    public Task CancelAsync(string registrationId, Actor by) => ChangeAsync(registrationId, (registration, _) => registration.Cancel(by, clock.UtcNow));

    /// <summary>Takes the places that are kept.</summary>
    /// <exception cref="RefusedException">Not this person's, or the offer has ended.</exception>
    public Task AcceptAsync(string registrationId, Actor by) => ChangeAsync(registrationId, (registration, _) => registration.Accept(by, clock.UtcNow));

    /// <summary>Notes who came (ACT-12), or that somebody did not after all.</summary>
    /// <exception cref="RefusedException">Too early, or not from here.</exception>
    public Task AttendAsync(string registrationId, Actor by, bool came, int? persons = null) =>
        ChangeAsync(registrationId, (registration, activity) => came ? registration.Attend(by, clock.UtcNow, activity, persons) : registration.UndoAttend(by, clock.UtcNow));

    /// <summary>Ends offers that nobody took; the next in line are offered the places.</summary>
    public async Task LapseAsync(string registrationId) => await ChangeAsync(registrationId, (registration, _) => registration.Lapse(clock.UtcNow));

    /// <summary>Who had a place and did not come, where the door was kept: booked when the summary is published.</summary>
    public async Task MissAsync(ActivityPart activity)
    {
        var activityId = activity.ContentItem.ContentItemId;
        var confirmed = nameof(RegistrationState.Confirmed);
        var attended = nameof(RegistrationState.Attended);
        if (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.State == attended).CountAsync() == 0)
        {
            return;
        }

        foreach (var row in (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.State == confirmed).ListAsync()).ToList())
        {
            if (await FindAsync(row.RegistrationId) is { } registration)
            {
                await KeepAsync(registration, registration.Miss(Actor.Clock, clock.UtcNow));
            }
        }
    }

    /// <summary>Offers free places to those who wait, in order, and counts anew: after the notice has changed.</summary>
    public async Task BalanceAsync(ActivityPart activity, string activityId, DateTime atUtc)
    {
        if (activity.State is ActivityState.Open or ActivityState.Full or ActivityState.Closed && atUtc < activity.Time?.StartUtc)
        {
            await OfferAsync(activity, activityId, atUtc);
        }

        var taken = activity.Registration.Capacity is null
            ? (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && (row.State == nameof(RegistrationState.Confirmed) || row.State == nameof(RegistrationState.Attended) || row.State == nameof(RegistrationState.NoShow))).ListAsync()).Sum(row => row.Persons)
            : await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId && row.Waits == false).CountAsync();
        var waiting = (await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId && row.Waits).ListAsync()).Sum(row => row.Persons);
        var came = (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.Came > 0).ListAsync()).Sum(row => row.Came);
        await activities.SaveAsync(activity, activity.Count(taken, waiting, came, atUtc));
    }

    // The first in line whose family fits: a place is not left empty because a larger family waits.
    private async Task OfferAsync(ActivityPart activity, string activityId, DateTime atUtc)
    {
        var free = await FreeAsync(activity, activityId);
        if (free is { Count: 0 })
        {
            return;
        }

        var line = (await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId && row.Waits).OrderBy(row => row.Number).ListAsync()).ToList();
        foreach (var next in line)
        {
            if ((free is not null && next.Persons > free.Count) || await FindAsync(next.RegistrationId) is not { } registration)
            {
                continue;
            }

            var until = atUtc.AddHours(activity.Rules.OfferHours);
            var step = registration.Offer(atUtc, free is null ? [] : [.. free.Take(next.Persons)], until < activity.Time!.StartUtc ? until : activity.Time.StartUtc);
            free?.RemoveRange(0, next.Persons);
            await KeepAsync(registration, step);
            bell.Ring(ActivityTimer.Work, registration.OfferUntilUtc!.Value);
            await news.TellAsync(activity, registration, ActivityMessages.Offered);
        }
    }

    private async Task ChangeAsync(string registrationId, Func<RegistrationPart, ActivityPart, Step> change)
    {
        await session.BeginTransactionAsync();
        if (await FindAsync(registrationId) is not { } registration || await activities.FindAsync(registration.ActivityId) is not { } activity)
        {
            throw LifecycleRefusals.NotFromHere.With();
        }

        await KeepAsync(registration, change(registration, activity));
        await BalanceAsync(activity, registration.ActivityId, clock.UtcNow);
    }

    /// <summary>Saves a registration with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody took its places, or changed it meanwhile.</exception>
    public async Task KeepAsync(RegistrationPart registration, params IEnumerable<Step> steps)
    {
        var item = registration.ContentItem;
        item.Apply(registration);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await history.KeepAsync(ActivityTypes.RegistrationNumber, item.ContentItemId, steps);
        await FlushAsync();
    }

    private async Task<IReadOnlyList<int>?> PlacesAsync(ActivityPart activity, string activityId, int persons) =>
        await FreeAsync(activity, activityId) is not { } free ? [] : free.Count >= persons ? [.. free.Take(Math.Max(0, persons))] : null;

    // Null where there is no limit.
    private async Task<List<int>?> FreeAsync(ActivityPart activity, string activityId)
    {
        if (activity.Registration.Capacity is not { } capacity)
        {
            return null;
        }

        var taken = (await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId && row.Waits == false).ListAsync()).Select(row => row.Number).ToHashSet();
        return [.. Enumerable.Range(1, capacity).Where(number => !taken.Contains(number))];
    }

    private async Task<int> NextInLineAsync(string activityId) =>
        ((await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.QueueNumber != null).OrderByDescending(row => row.QueueNumber).FirstOrDefaultAsync())?.QueueNumber ?? 0) + 1;

    private Task FlushAsync() => session.FlushOrRefuseAsync(
        UniqueKey.Of(nameof(PlaceIndex.PlaceKey), ActivityRefusals.PlaceTaken),
        UniqueKey.Of(nameof(RegistrationIndex.LivePersonKey), ActivityRefusals.AlreadyRegistered),
        UniqueKey.Of(nameof(RegistrationIndex.LiveUnitKey), ActivityRefusals.UnitRegistered),
        UniqueKey.Of(nameof(RegistrationIndex.Number), NumberRefusals.TakenMeanwhile),
        UniqueKey.Of(nameof(RegistrationIndex.Code), NumberRefusals.TakenMeanwhile));
}
