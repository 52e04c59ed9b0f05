using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace PropertySuite.Visitors;

/// <summary>Runs the clock of visits (<see cref="VisitClock"/>).</summary>
[BackgroundTask(
    Title = "Visits: what time does",
    Schedule = "*/5 * * * *",
    Description = "Books visits that nobody used, and deletes who visitors were when their time is over.",
    LockTimeout = 1_000,
    LockExpiration = 240_000)]
public sealed class VisitClockTask : IBackgroundTask
{
    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var clock = serviceProvider.GetRequiredService<VisitClock>();
        await clock.ExpireAsync();
        await clock.ForgetAsync();
        await serviceProvider.GetRequiredService<VisitPhotos>().DeleteForgottenAsync();
        await serviceProvider.GetRequiredService<OfflineAdmissions>().ForgetAsync();
    }
}
