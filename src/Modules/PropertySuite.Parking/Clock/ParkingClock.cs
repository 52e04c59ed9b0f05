using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>What time alone does to parking. Each act can be repeated: what has been done is not found again.</summary>
public sealed class ParkingClock(ISession session, Applications applications, Leases leases, WaitingList waiting, ParkingBook book, CommunityTimes times, IClock clock)
{
    private const int Portion = 100;

    /// <summary>Offers and payments whose time is over, leases that begin, end or are to be told, and then the waiting list.</summary>
    public async Task RunAsync()
    {
        var now = clock.UtcNow;
        foreach (var row in (await session.QueryIndex<ApplicationIndex>(row => row.DueAtUtc != null && row.DueAtUtc <= now).OrderBy(row => row.DueAtUtc).Take(Portion).ListAsync()).ToList())
        {
            if (await applications.FindAsync(row.ApplicationId) is not { } application || application.DueAtUtc > now) continue;
            if (application.State == ApplicationState.Offered) await applications.MissAsync(application, ApplicationVerbs.LapseOffer, Actor.Clock);
            else if (application.State == ApplicationState.AwaitingPayment) await applications.TakeAsync(application, ApplicationVerbs.LapsePayment, Actor.Clock);
        }

        var today = (await book.TodayAsync()).AsColumn();
        foreach (var row in (await session.QueryIndex<LeaseIndex>(row => row.DueDay != null && row.DueDay <= today).OrderBy(row => row.DueDay).Take(Portion).ListAsync()).ToList())
        {
            if (await leases.FindAsync(row.LeaseId) is { } lease) await leases.TickAsync(lease);
        }

        await waiting.OfferAsync();
    }

    /// <summary>When something is due next, UTC; null when nothing is.</summary>
    public async Task<DateTime?> NextDueAsync()
    {
        var application = (await session.QueryIndex<ApplicationIndex>(row => row.DueAtUtc != null).OrderBy(row => row.DueAtUtc).FirstOrDefaultAsync())?.DueAtUtc;
        var lease = await session.QueryIndex<LeaseIndex>(row => row.DueDay != null).OrderBy(row => row.DueDay).FirstOrDefaultAsync() is { DueDay: { } day }
            ? (await times.GetAsync()).BeginningOf(day.AsDay()) : (DateTime?)null;
        return application is null || lease < application ? lease : application;
    }
}

/// <summary>Wakes the community when parking needs the clock.</summary>
public sealed class ParkingTimer(ParkingClock clock) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "parking";

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public Task<DateTime?> NextDueAsync() => clock.NextDueAsync();

    /// <inheritdoc/>
    public Task RunAsync(DateTime utcNow, CancellationToken stopping) => clock.RunAsync();
}
