using Cronos;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using PropertySuite.Platform.Shells;
using YesSql;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>What the tasks of one scope have in common.</summary>
internal sealed class ScheduledTaskServices(
    YesSql.ISession session, TimeProvider time, IDistributedLock locks, IServiceProvider services, ILogger<ScheduledTask> logger)
{
    public YesSql.ISession Session => session;

    public TimeProvider Time => time;

    public IDistributedLock Locks => locks;

    public IServiceProvider Services => services;

    public ILogger Logger => logger;

    /// <summary>The record of a task; null before the tenant has been asked for the first time.</summary>
    public Task<TaskRecord?> FindAsync(string task) => session.Query<TaskRecord, TaskRecordIndex>(row => row.Task == task).FirstOrDefaultAsync();
}

/// <summary>One background task of one tenant.</summary>
internal sealed class ScheduledTask(IBackgroundTask task, BackgroundTaskSettings settings, TimeZoneInfo zone, ScheduledTaskServices services) : IDueWork
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromHours(3);

    public string Name => ScheduledTasks.Prefix + settings.Name;

    public BackgroundTaskSettings Settings => settings;

    public async Task<DateTime?> NextDueAsync()
    {
        var now = services.Time.GetUtcNow().UtcDateTime;
        var record = await services.FindAsync(settings.Name);
        if (record is null)
        {
            record = new TaskRecord { Task = settings.Name, SinceUtc = now };
            await services.Session.SaveAsync(record);
        }

        return record.IsWanted ? now : Next(record, now);
    }

    /// <summary>The first time of the schedule that has not been seen to; null when the task is off or its schedule has no further time.</summary>
    public DateTime? Next(TaskRecord record, DateTime now) => settings.Enable && Schedule() is { } schedule ? Next(schedule, zone, record, now) : null;

    /// <summary>As <see cref="Next(TaskRecord, DateTime)"/>. A clock that was set back does not repeat the times that it has seen, as far as they are remembered.</summary>
    public static DateTime? Next(CronExpression schedule, TimeZoneInfo zone, TaskRecord record, DateTime now)
    {
        var from = record.ThroughUtc ?? record.SinceUtc;
        if (from > now)
            from = now;
        var next = schedule.GetNextOccurrence(DateTime.SpecifyKind(from, DateTimeKind.Utc), zone);
        while (next is { } time && record.Has(time))
            next = schedule.GetNextOccurrence(time, zone);
        return next;
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var record = await services.FindAsync(settings.Name) ?? new TaskRecord { Task = settings.Name, SinceUtc = utcNow };
        if (!record.IsWanted && !(Next(record, utcNow) <= utcNow))
            return;

        await using var locker = await LockAsync();
        if (settings.IsAtomic && locker is null)
            throw new InvalidOperationException($"Another run of '{settings.Title}' holds its lock.");

        var scope = ShellScope.Current;
        var context = new BackgroundTaskEventContext(settings.Name, scope) { Settings = settings };
        var handlers = services.Services.GetServices<IBackgroundTaskEventHandler>().ToArray();
        var began = services.Time.GetTimestamp();
        await handlers.InvokeAsync(handler => handler.ExecutingAsync(context, stopping), services.Logger);
        try
        {
            if (settings.UsePipeline)
                await WithRequestAsync(() => task.DoWorkAsync(services.Services, stopping));
            else
                await task.DoWorkAsync(services.Services, stopping);
            See(record, utcNow, services.Time.GetElapsedTime(began), null);
            await services.Session.SaveAsync(record, checkConcurrency: true);
        }
        catch (Exception exception)
        {
            context.Exception = exception;
            throw;
        }
        finally
        {
            await handlers.InvokeAsync(handler => handler.ExecutedAsync(context, stopping), services.Logger);
        }
    }

    /// <summary>A task that failed is not tried again before its next time, as its writer expects.</summary>
    public async Task FailedAsync(DateTime utcNow, Exception exception)
    {
        // Somebody else ran it, or runs it still: there is nothing to note.
        if (exception is ConcurrencyException)
            return;
        var record = await services.FindAsync(settings.Name) ?? new TaskRecord { Task = settings.Name, SinceUtc = utcNow };
        See(record, utcNow, TimeSpan.Zero, exception.Message);
        await services.Session.SaveAsync(record, checkConcurrency: true);
    }

    /// <summary>Notes that the times up to now have been seen to. Times that were missed are made up for together; those that may come again when the clock is set back are remembered.</summary>
    public static void See(TaskRecord record, CronExpression schedule, TimeZoneInfo zone, DateTime now)
    {
        if (Next(schedule, zone, record, now) is { } first && first <= now)
        {
            record.Note(first);
            var near = now - s_remembered > first ? now - s_remembered : first;
            foreach (var time in schedule.GetOccurrences(DateTime.SpecifyKind(near, DateTimeKind.Utc), DateTime.SpecifyKind(now, DateTimeKind.Utc), zone, fromInclusive: false, toInclusive: true))
                record.Note(time);
        }

        record.ThroughUtc = now;
    }

    private void See(TaskRecord record, DateTime now, TimeSpan took, string? fault)
    {
        if (Schedule() is { } schedule && (!record.IsWanted || Next(schedule, zone, record, now) <= now))
            See(record, schedule, zone, now);
        record.IsWanted = false;
        record.LastRunUtc = now;
        record.LastSeconds = Math.Round(took.TotalSeconds, 3);
        record.Fault = fault;
        record.Runs++;
        if (fault is not null)
            record.Faults++;
    }

    private CronExpression? Schedule() => CronExpression.TryParse(settings.Schedule, out var schedule) ? schedule : null;

    private async Task<ILocker?> LockAsync()
        => settings.IsAtomic
            ? (await services.Locks.TryAcquireLockAsync(
                "background-task:" + settings.Name, TimeSpan.FromMilliseconds(settings.LockTimeout), TimeSpan.FromMilliseconds(settings.LockExpiration))).locker
            : null;

    // Links need routes and an address; both are the tenant's.
    private async Task WithRequestAsync(Func<Task> work)
    {
        await ((FeatureSet)ShellScope.Context.FeatureSet!).GetPipelineAsync();
        var accessor = services.Services.GetRequiredService<IHttpContextAccessor>();
        var tenant = ShellScope.Context.Settings;
        var before = accessor.HttpContext;
        accessor.HttpContext = new DefaultHttpContext
        {
            RequestServices = new TasksServices(services.Services),
            Request =
            {
                Scheme = "https",
                Host = new HostString(tenant.RequestUrlHosts.FirstOrDefault() ?? "localhost"),
                PathBase = tenant.RequestUrlPrefix is { Length: > 0 } prefix ? "/" + prefix : PathString.Empty,
            },
        };
        try
        {
            await work();
        }
        finally
        {
            accessor.HttpContext = before;
        }
    }

    // Another object than the scope's provider: the scope is no request's, and commits at its end.
    private sealed class TasksServices(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => services.GetService(serviceType);
    }
}
