using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace PropertySuite.Visitors;

/// <summary>Runs the clock of visits (<see cref="VisitClock"/>).</summary>
[BackgroundTask(
    Title = "Visits: clearing up",
    Schedule = "7 * * * *",
    Description = "Deletes who visitors were when their time is over, and what nobody asks for any more.",
    LockTimeout = 1_000,
    LockExpiration = 240_000)]
public sealed class VisitClockTask : IBackgroundTask
{
    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var clock = serviceProvider.GetRequiredService<VisitClock>();
        await clock.ForgetAsync();
        await serviceProvider.GetRequiredService<VisitPhotos>().DeleteForgottenAsync();
        await serviceProvider.GetRequiredService<OfflineAdmissions>().ForgetAsync();
        await serviceProvider.GetRequiredService<HostAsks>().ForgetAsync();
        await serviceProvider.GetRequiredService<WatchList>().ExpireAsync();
        await serviceProvider.GetRequiredService<OfficeVisits>().ForgetAsync();
        await serviceProvider.GetRequiredService<RecurringClock>().RunAsync();
    }
}
