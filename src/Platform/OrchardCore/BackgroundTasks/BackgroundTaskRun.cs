using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>One run of one task: a scope of its own, under its lock, committed at its end.</summary>
internal static class BackgroundTaskRun
{
    public static async Task ExecuteAsync(
        IShellHost host, string tenant, Type type, BackgroundTaskSettings settings, ILogger logger, CancellationToken stopping)
    {
        if (!host.TryGetSettings(tenant, out var shell) || !shell.IsRunning())
            return;

        try
        {
            await (await host.GetScopeAsync(shell)).UsingAsync(async scope =>
            {
                var services = scope.ServiceProvider;
                if (services.GetServices<IBackgroundTask>().FirstOrDefault(candidate => candidate.GetType() == type) is not { } task)
                    return;

                await using var locker = await LockAsync(services, settings);
                if (settings.IsAtomic && locker is null)
                    return;

                var context = new BackgroundTaskEventContext(settings.Name, scope) { Settings = settings };
                var handlers = services.GetServices<IBackgroundTaskEventHandler>().ToArray();
                await handlers.InvokeAsync(handler => handler.ExecutingAsync(context, stopping), logger);
                try
                {
                    await task.DoWorkAsync(services, stopping);
                }
                catch (Exception exception)
                {
                    context.Exception = exception;
                    throw;
                }
                finally
                {
                    await handlers.InvokeAsync(handler => handler.ExecutedAsync(context, stopping), logger);
                }
            });
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The task {Task} of tenant {Tenant} failed; it runs again at its next time", settings.Name, tenant);
        }
    }

    private static async Task<OrchardCore.Locking.ILocker?> LockAsync(IServiceProvider services, BackgroundTaskSettings settings)
        => settings.IsAtomic
            ? (await services.GetRequiredService<IDistributedLock>().TryAcquireLockAsync(
                "background-task:" + settings.Name, TimeSpan.FromMilliseconds(settings.LockTimeout), TimeSpan.FromMilliseconds(settings.LockExpiration))).locker
            : null;
}
