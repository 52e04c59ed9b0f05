using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// Sleeps until the next work of any tenant is due, wakes that tenant, and lets tenants go that nobody needs. A tenant that sleeps costs an
/// entry in a table.
/// </summary>
internal sealed class BackgroundTaskScheduler(
    ShellHost host, DueFile file, IdleTenants idle, TimeProvider time, ILogger<BackgroundTaskScheduler> logger) : BackgroundService
{
    // A clock that is set back, or a change that nobody told of, is noticed after this time.
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromMinutes(1);

    // What takes longer goes on, but holds up nobody else.
    private static readonly TimeSpan s_leash = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Agenda> _agendas = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _places = new(Math.Max(4, 2 * System.Environment.ProcessorCount));
    private Task _lettingGo = Task.CompletedTask;
    private long? _lookedForIdle;
    private bool _isOn;
    private long _bell;

    /// <summary>The next moment at which the tenant has something to do, in UTC; null when it has nothing to do or is not known.</summary>
    public DateTime? DueOf(string tenant) => _agendas.TryGetValue(tenant, out var agenda) ? agenda.Due : null;

    /// <summary>What is known of the tenant; read from its folder at first.</summary>
    public Agenda AgendaOf(string tenant) => _agendas.GetOrAdd(tenant, static (name, file) => new Agenda(name, file), file);

    /// <summary>Work that has been stored in the tenant is due at this moment.</summary>
    public void Ring(string tenant, string work, DateTime dueUtc)
    {
        AgendaOf(tenant).Ring(work, dueUtc);
        Wake();
    }

    /// <summary>Has the tenant asked for everything anew.</summary>
    public void AskAgain(string tenant)
    {
        AgendaOf(tenant).Forget();
        Wake();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _isOn = true;
        host.TenantChanged += OnChanged;
        try
        {
            await host.InitializeAsync();
            _bell = file.StampOfBell();
            foreach (var settings in host.GetAllSettings())
                _changed[settings.Name] = true;
            while (!stoppingToken.IsCancellationRequested)
            {
                await host.RefreshAsync();
                HearOthers();
                TakeChanges();
                StartDue(stoppingToken);
                LetIdleGo();
                await SleepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; work that runs is told by the same token.
        }
        finally
        {
            host.TenantChanged -= OnChanged;
            await Task.WhenAll([.. _running.Keys, _lettingGo]);
            foreach (var agenda in _agendas.Values.Where(agenda => host.TryGetSettings(agenda.Tenant, out var settings) && settings.IsRunning()))
                agenda.Store();
        }
    }

    private void OnChanged(string tenant)
    {
        _changed[tenant] = true;
        Wake();
    }

    private void Wake()
    {
        if (!_isOn)
            file.RingBell();
        else if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    private void HearOthers()
    {
        var bell = file.StampOfBell();
        if (bell == _bell)
            return;
        _bell = bell;
        foreach (var name in _agendas.Keys)
        {
            file.Read(name, out var known);
            if (!known)
                AgendaOf(name).Forget();
        }
    }

    private void TakeChanges()
    {
        foreach (var tenant in _changed.Keys)
        {
            _changed.TryRemove(tenant, out _);
            if (!host.TryGetSettings(tenant, out var settings) || !settings.IsRunning())
                _agendas.TryRemove(tenant, out _);
            else if (_agendas.TryGetValue(tenant, out var agenda))
                agenda.Forget();
            else
                AgendaOf(tenant);
        }
    }

    private void StartDue(CancellationToken stopping)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var agenda in _agendas.Values)
        {
            if (agenda.IsBusy || agenda.Due is not { } due || due > now)
                continue;

            agenda.IsBusy = true;
            var run = Task.Run(() => RunAsync(agenda, stopping), CancellationToken.None);
            _running[run] = true;
            _ = run.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // Beside the loop: a tenant that is slow to end keeps nobody waiting.
    private void LetIdleGo()
    {
        if (!_lettingGo.IsCompleted || (_lookedForIdle is { } last && time.GetElapsedTime(last) < s_betweenLooks))
            return;
        _lookedForIdle = time.GetTimestamp();
        _lettingGo = Task.Run(() => idle.LetGoAsync(name => _agendas.TryGetValue(name, out var agenda) ? agenda : null));
    }

    private async Task RunAsync(Agenda agenda, CancellationToken stopping)
    {
        try
        {
            await _places.WaitAsync(stopping);
            try
            {
                await WorkOffAsync(agenda, stopping);
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
            agenda.PutOff(time.GetUtcNow().UtcDateTime);
            logger.LogError(exception, "The work of tenant {Tenant} could not be done; it is tried again at {Due}, and the other tenants go on", agenda.Tenant, agenda.Due);
        }
        finally
        {
            agenda.IsBusy = false;
            Wake();
        }
    }

    private async Task WorkOffAsync(Agenda agenda, CancellationToken stopping)
    {
        if (!host.TryGetSettings(agenda.Tenant, out var settings) || !settings.IsRunning())
        {
            _agendas.TryRemove(agenda.Tenant, out _);
            return;
        }

        if (!agenda.IsAsked)
        {
            agenda.BeginAsking();
            await InAsync(settings, async scope => agenda.Answer(await TenantWorks.AskAsync(scope)));
        }

        // A tenant that always has more to do gives its place to the others in between.
        for (var runs = 0; runs < 50 && !stopping.IsCancellationRequested; runs++)
        {
            if (agenda.Take(time.GetUtcNow().UtcDateTime) is not { } work)
                break;
            var run = RunWorkAsync(agenda, settings, work, stopping);
            _running[run] = true;
            _ = run.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            using var leash = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            if (await Task.WhenAny(run, Task.Delay(s_leash, time, leash.Token)) != run)
                logger.LogWarning("The work {Work} of tenant {Tenant} has been running for {Time} and goes on beside the others", work, agenda.Tenant, s_leash);
            await leash.CancelAsync();
        }
    }

    private async Task RunWorkAsync(Agenda agenda, ShellSettings settings, string name, CancellationToken stopping)
    {
        DateTime? before = null, next = null;
        var failed = false;
        try
        {
            try
            {
                await InAsync(settings, async scope =>
                {
                    if (await TenantWorks.FindAsync(scope.ServiceProvider, name) is not { } work)
                        return;
                    // What is done may write mail, mail carries links, and links need the routes: nobody may have asked for a page yet.
                    if (scope.ShellContext.FeatureSet is FeatureSet set)
                        await set.GetPipelineAsync();
                    before = await work.NextDueAsync();
                    await work.RunAsync(time.GetUtcNow().UtcDateTime, stopping);
                });
            }
            catch (Exception exception) when (!(exception is OperationCanceledException && stopping.IsCancellationRequested))
            {
                failed = true;
                if (exception is YesSql.ConcurrencyException)
                    logger.LogInformation("The work {Work} of tenant {Tenant} was undone: somebody else has written the same at the same moment", name, agenda.Tenant);
                else
                    logger.LogError(exception, "The work {Work} of tenant {Tenant} failed; the tenant's other work goes on", name, agenda.Tenant);
                await InAsync(settings, async scope =>
                {
                    if (await TenantWorks.FindAsync(scope.ServiceProvider, name) is { } work)
                        await work.FailedAsync(time.GetUtcNow().UtcDateTime, exception);
                });
            }

            agenda.BeginAsking(name);
            await InAsync(settings, async scope => next = await TenantWorks.FindAsync(scope.ServiceProvider, name) is { } work ? await work.NextDueAsync() : null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            next = before;
        }
        catch (Exception exception)
        {
            // Its database is locked or gone: nobody knows when it is due, so it is tried again.
            failed = true;
            next = time.GetUtcNow().UtcDateTime;
            logger.LogError(exception, "When the work {Work} of tenant {Tenant} is due next could not be asked", name, agenda.Tenant);
        }

        var now = time.GetUtcNow().UtcDateTime;
        agenda.Done(name, next, now, failed, stuck: next <= now && next == before);
        Wake();
    }

    private async Task InAsync(ShellSettings settings, Func<ShellScope, Task> work)
    {
        var scope = await host.GetScopeAsync(settings);
        try
        {
            await scope.ActivateShellAsync();
        }
        catch
        {
            // Built again at the next try, so that what has been mended outside is seen.
            await scope.DisposeAsync();
            await host.ReleaseShellContextAsync(settings, eventSource: false);
            throw;
        }

        await scope.UsingAsync(work, activateShell: false);
    }

    private async Task SleepAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var next = _agendas.Values.Where(static agenda => !agenda.IsBusy).Min(static agenda => agenda.Due);
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
