using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Wakes the community when a visit needs the clock: an answer that is due, a stay that is over, an alarm, a window that has closed.</summary>
public sealed class VisitTimer(VisitClock clock) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "visits";

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public Task<DateTime?> NextDueAsync() => clock.NextDueAsync();

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        await clock.ExpireAsync();
        await clock.TickAsync();
    }
}
