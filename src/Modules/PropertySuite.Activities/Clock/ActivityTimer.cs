using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>
/// Wakes the community when an activity needs the clock: a publication, the beginning and the end of registration, a reminder, an offer that
/// ends, people who have still to be told.
/// </summary>
public sealed class ActivityTimer(ISession session, ActivityBook activities, Registrations registrations, Turns turns, RegistrationNews news, IClock clock) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "activities";

    /// <summary>Records of one run; the next run goes on.</summary>
    private const int Portion = 50;

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public async Task<DateTime?> NextDueAsync()
    {
        var acts = await session.QueryIndex<ActivityIndex>(row => row.DueAtUtc != null).OrderBy(row => row.DueAtUtc).FirstOrDefaultAsync();
        var offers = await session.QueryIndex<RegistrationIndex>(row => row.OfferUntilUtc != null).OrderBy(row => row.OfferUntilUtc).FirstOrDefaultAsync();
        return acts?.DueAtUtc is { } act && (offers?.OfferUntilUtc is not { } offer || act < offer) ? act : offers?.OfferUntilUtc;
    }

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var now = clock.UtcNow;

        // Whoever changes registrations locks first and reads then.
        await session.BeginTransactionAsync();
        foreach (var row in (await session.QueryIndex<RegistrationIndex>(row => row.OfferUntilUtc != null && row.OfferUntilUtc <= now).OrderBy(row => row.OfferUntilUtc).Take(Portion).ListAsync()).ToList())
        {
            await registrations.LapseAsync(row.RegistrationId);
        }

        foreach (var row in (await session.QueryIndex<ActivityIndex>(row => row.DueAtUtc != null && row.DueAtUtc <= now).OrderBy(row => row.DueAtUtc).Take(Portion).ListAsync()).ToList())
        {
            if (await activities.FindAsync(row.ActivityId) is { } activity)
            {
                if (activity.IsTelling) await TellAsync(activity, row.ActivityId);
                else await activities.SaveAsync(activity, activity.Tick(now));
            }
        }
    }

    // A portion in a transaction: who has been told is kept with the message, so that nobody is told twice.
    private async Task TellAsync(ActivityPart activity, string activityId)
    {
        var revision = activity.News!.Revision;
        var kind = ActivityMessages.Of(activity.News.Kind);
        string[] states = activity.News.Kind == NewsKind.Reminder ? [nameof(RegistrationState.Confirmed)] : RegistrationStates.OpenNames;
        var left = Portion;
        foreach (var row in (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.ToldRevision < revision && row.State.IsIn(states)).Take(left).ListAsync()).ToList())
        {
            if (await registrations.FindAsync(row.RegistrationId) is { } registration)
            {
                registration.Tell(activity);
                await registrations.KeepAsync(registration);
                await news.TellAsync(activity, registration, kind);
                left--;
            }
        }

        left -= await turns.TellAsync(activity, kind, left);
        if (left > 0)
        {
            activity.Told();
            await activities.SaveAsync(activity);
        }
    }
}
