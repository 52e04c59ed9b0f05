using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using PropertySuite.Platform.Shells;
using PropertySuite.Platform.Time;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// Sleeps until the next task of any tenant is due and wakes that tenant. A tenant that is not running costs an entry
/// in a table; which tasks it has is known from its features.
/// </summary>
internal sealed class BackgroundTaskScheduler(
    ShellHost host, TenantFactory factory, TimeProvider time, ILogger<BackgroundTaskScheduler> logger) : BackgroundService
{
    // A clock that is set back, or a change that nobody told of, is noticed after this time.
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, TenantSchedule> _schedules = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _places = new(Math.Max(2, System.Environment.ProcessorCount));

    /// <summary>The next moment at which a task of the tenant is due, in UTC; null when it has none.</summary>
    public DateTime? DueOf(string tenant) => _schedules.TryGetValue(tenant, out var schedule) ? schedule.Due : null;

    /// <summary>Work that was stored in the tenant is due at this moment.</summary>
    public void Ring(string tenant, string work, DateTime dueUtc) => OnChanged(tenant);

    /// <summary>Has the tenant asked for everything anew.</summary>
    public void AskAgain(string tenant) => OnChanged(tenant);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        host.TenantChanged += OnChanged;
        try
        {
            await host.InitializeAsync();
            foreach (var settings in host.GetAllSettings())
                _changed[settings.Name] = true;
            while (!stoppingToken.IsCancellationRequested)
            {
                await host.RefreshAsync();
                await TakeChangesAsync();
                StartDue(stoppingToken);
                await SleepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; tasks that run are told by the same token.
        }
        finally
        {
            host.TenantChanged -= OnChanged;
            await Task.WhenAll(_running.Values);
        }
    }

    private void OnChanged(string tenant)
    {
        _changed[tenant] = true;
        _wake.Release();
    }

    private async Task TakeChangesAsync()
    {
        foreach (var tenant in _changed.Keys)
        {
            _changed.TryRemove(tenant, out _);
            if (!host.TryGetSettings(tenant, out var settings) || !settings.IsRunning())
            {
                _schedules.TryRemove(tenant, out _);
                continue;
            }

            try
            {
                var set = await factory.FeatureSetOfAsync(settings);
                var zone = _schedules.TryGetValue(tenant, out var known) ? known.Zone
                    : TimeZoneInfo.TryFindSystemTimeZoneById(settings["SiteTimeZone"] ?? "UTC", out var found) ? found : TimeZoneInfo.Utc;
                _schedules[tenant] = new TenantSchedule(tenant, set.BackgroundTasks, zone, time.GetUtcNow().UtcDateTime);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The tasks of tenant {Tenant} cannot be read; they do not run until it is changed or the server started again", tenant);
                _schedules.TryRemove(tenant, out _);
            }
        }
    }

    private void StartDue(CancellationToken stopping)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var schedule in _schedules.Values.Where(schedule => schedule.Due <= now))
        {
            // A tenant does one thing at a time; what is due while it works waits for the next round.
            if (_running.ContainsKey(schedule.Tenant))
                continue;

            var due = schedule.Take(now);
            _running[schedule.Tenant] = Task.Run(() => RunAsync(schedule, due, stopping), CancellationToken.None);
        }
    }

    private async Task RunAsync(TenantSchedule schedule, IReadOnlyList<(Type Task, BackgroundTaskSettings Settings)> due, CancellationToken stopping)
    {
        try
        {
            await _places.WaitAsync(stopping);
            try
            {
                foreach (var (task, settings) in due)
                    await BackgroundTaskRun.ExecuteAsync(host, schedule.Tenant, task, settings, logger, stopping);
                await FollowZoneAsync(schedule);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was not begun is due again after the next start.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The tasks of tenant {Tenant} could not be run", schedule.Tenant);
        }
        finally
        {
            _running.TryRemove(schedule.Tenant, out _);
            _wake.Release();
        }
    }

    private async Task FollowZoneAsync(TenantSchedule schedule)
    {
        if (!host.TryGetSettings(schedule.Tenant, out var settings) || !settings.IsRunning())
            return;
        await (await host.GetScopeAsync(settings)).UsingAsync(async scope =>
        {
            var zone = await scope.ServiceProvider.GetRequiredService<ILocalClock>().GetLocalTimeZoneAsync();
            schedule.Move(Clock.InfoOf(zone), time.GetUtcNow().UtcDateTime);
        });
    }

    private async Task SleepAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var next = _schedules.Values.Where(schedule => !_running.ContainsKey(schedule.Tenant)).Min(schedule => schedule.Due);
        var pause = next is { } due && due - now < s_longestSleep ? due - now : s_longestSleep;
        if (pause <= TimeSpan.Zero)
            return;

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var slept = Task.Delay(pause, time, either.Token);
        var woken = _wake.WaitAsync(either.Token);

        // A clock that was moved on while the alarm was being set would not ring it.
        if (time.GetUtcNow().UtcDateTime - now < pause)
            await Task.WhenAny(slept, woken);
        await either.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }
}
