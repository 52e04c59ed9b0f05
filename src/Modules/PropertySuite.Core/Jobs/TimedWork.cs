using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace PropertySuite.Core;

/// <summary>
/// Work that is due at moments which the records know: a visit that overstays, a queue, a deadline. The community is woken for
/// it and sleeps in between. Register it with <see cref="TimedWorkServices.AddTimedWork{T}"/>.
/// </summary>
public interface ITimedWork
{
    /// <summary>Names the work within the community; the same for all time.</summary>
    string Name { get; }

    /// <summary>When the next piece is due, UTC, as the database has it now; null when nothing waits. One small query.</summary>
    Task<DateTime?> NextDueAsync();

    /// <summary>
    /// Does what is due at or before the time, or a portion of it: it is called again while more is due. Has a scope of its own
    /// that commits at its end. It may be called when nothing is due, and again after a crash: mark what is done in the same commit.
    /// </summary>
    Task RunAsync(DateTime utcNow, CancellationToken stopping);
}

/// <summary>Tells the host that timed work was stored. Scoped.</summary>
public interface ITimedWorkBell
{
    /// <summary>Rings when the current session has committed. A bell that is forgotten delays the work until the community is next awake.</summary>
    /// <param name="work"><see cref="ITimedWork.Name"/>.</param>
    /// <param name="dueUtc">When the work is due; a past moment means at once.</param>
    void Ring(string work, DateTime dueUtc);
}

/// <summary>Registers timed work.</summary>
public static class TimedWorkServices
{
    /// <summary>Adds a kind of timed work.</summary>
    public static IServiceCollection AddTimedWork<T>(this IServiceCollection services) where T : class, ITimedWork
    {
        services.TryAddScoped<T>();
        return services.AddScoped<ITimedWork>(provider => provider.GetRequiredService<T>());
    }
}

/// <summary>A host that knows no bell looks each minute.</summary>
internal sealed class SilentBell : ITimedWorkBell
{
    public void Ring(string work, DateTime dueUtc)
    {
    }
}

/// <summary>Runs timed work where the host only knows schedules. A host that listens to the bell leaves this task out.</summary>
[BackgroundTask(Title = "Timed work", Schedule = "* * * * *", UsePipeline = true, Description = "Does what is due: deadlines, queues and jobs.")]
public sealed class TimedWorkTask : IBackgroundTask
{
    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var names = serviceProvider.GetServices<ITimedWork>().Select(work => work.Name).ToArray();
        var clock = serviceProvider.GetRequiredService<IClock>();
        foreach (var name in names)
        {
            try
            {
                for (var runs = 0; runs < 20 && !cancellationToken.IsCancellationRequested; runs++)
                {
                    var more = false;
                    await ShellScope.UsingChildScopeAsync(async scope =>
                    {
                        var work = Find(scope.ServiceProvider, name);
                        if (more = await work.NextDueAsync() <= clock.UtcNow)
                        {
                            await work.RunAsync(clock.UtcNow, cancellationToken);
                        }
                    });
                    if (!more)
                    {
                        break;
                    }
                }
            }
            catch (Exception exception)
            {
                serviceProvider.GetRequiredService<ILogger<TimedWorkTask>>().LogError(exception, "The timed work {Work} failed; it is tried again in a minute", name);
            }
        }
    }

    private static ITimedWork Find(IServiceProvider services, string name) => services.GetServices<ITimedWork>().First(work => work.Name == name);
}
