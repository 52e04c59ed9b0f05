using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Environment.Shell.Events;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Shells;

/// <summary>Knows all tenants by their settings, and builds each at its first use.</summary>
internal sealed class ShellHost(
    IShellSettingsManager settingsManager,
    RunningShellTable table,
    TenantFactory factory,
    BrokenTenants broken,
    DataFolder data,
    ILogger<ShellHost> logger) : IShellHost, IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ShellSettings> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ShellContext> _contexts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _building = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _changes = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _initializing = new(1, 1);
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private long _seen;
    private bool _initialized;

    public ShellsEvent? LoadingAsync { get; set; }

    public ShellEvent? ReleasingAsync { get; set; }

    public ShellEvent? ReloadingAsync { get; set; }

    public ShellEvent? RemovingAsync { get; set; }

    /// <summary>Raised with the name of a tenant that has appeared, gone, or changed its settings or features.</summary>
    public event Action<string>? TenantChanged;

    public async Task InitializeAsync()
    {
        if (_initialized)
            return;

        await _initializing.WaitAsync();
        try
        {
            if (_initialized)
                return;
            if (LoadingAsync is { } loading)
                await loading();
            _seen = data.StampOfTenants();
            foreach (var settings in await settingsManager.LoadSettingsAsync())
                Know(settings);
            if (!_settings.ContainsKey(ShellSettings.DefaultShellName))
                Know(settingsManager.CreateDefaultSettings().AsDefaultShell().AsUninitialized());
            _initialized = true;
        }
        finally
        {
            _initializing.Release();
        }
    }

    /// <summary>Takes over what another process, such as the command that sets a site up, has written to the list of tenants. Costs a look at the file's date.</summary>
    public async Task RefreshAsync()
    {
        if (!_initialized || data.StampOfTenants() == _seen)
            return;

        await _refreshing.WaitAsync();
        try
        {
            var stamp = data.StampOfTenants();
            if (stamp == _seen)
                return;

            var stored = (await settingsManager.LoadSettingsAsync()).ToDictionary(settings => settings.Name, StringComparer.OrdinalIgnoreCase);
            foreach (var settings in stored.Values)
            {
                if (_settings.TryGetValue(settings.Name, out var known) && (known.IsInitializing() || known.VersionId == settings.VersionId))
                    continue;
                Know(settings);
                await LetGoAsync(settings.Name);
            }

            foreach (var gone in _settings.Values.Where(known => known.IsInitialized() && !known.IsDefaultShell() && !stored.ContainsKey(known.Name)))
                await RemoveShellContextAsync(gone, eventSource: false);
            _seen = stamp;
        }
        catch (InvalidDataException exception)
        {
            _seen = data.StampOfTenants();
            logger.LogError("{Reason} The sites that are known go on", exception.Message);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public async Task<ShellContext> GetOrCreateShellContextAsync(ShellSettings settings)
    {
        while (true)
        {
            if (_contexts.TryGetValue(settings.Name, out var existing))
            {
                if (!existing.Released)
                    return existing;
                _contexts.TryRemove(KeyValuePair.Create(settings.Name, existing));
            }

            var gate = _building.GetOrAdd(settings.Name, static _ => new SemaphoreSlim(1, 1));
            await gate.WaitAsync();
            try
            {
                if (_contexts.TryGetValue(settings.Name, out existing) && !existing.Released)
                    return existing;
                for (var again = 0; ; again++)
                {
                    var seen = _changes.GetValueOrDefault(settings.Name);
                    var context = await factory.CreateAsync(_settings.TryGetValue(settings.Name, out var known) ? known : settings);
                    _contexts[settings.Name] = context;

                    // It changed while it was being built, so it is built once more of what holds now. What changes at each start is let be.
                    if (_changes.GetValueOrDefault(settings.Name) == seen || again == 2)
                        return context;
                    if (_contexts.TryRemove(KeyValuePair.Create(settings.Name, context)))
                        await context.ReleaseAsync();
                }
            }
            finally
            {
                gate.Release();
            }
        }
    }

    public async Task<ShellScope> GetScopeAsync(ShellSettings settings)
    {
        while (true)
        {
            var context = await GetOrCreateShellContextAsync(settings);
            if (context.TryCreateScope() is { } scope)
                return scope;
        }
    }

    public async Task UpdateShellSettingsAsync(ShellSettings settings)
    {
        await settingsManager.SaveSettingsAsync(settings);
        await ReloadShellContextAsync(settings);
    }

    public async Task ReloadShellContextAsync(ShellSettings settings, bool eventSource = true)
    {
        if (eventSource && ReloadingAsync is { } reloading)
            await reloading(settings.Name);

        // A tenant that is being set up is known to this process only.
        var stored = settings.IsInitializing() ? settings : await settingsManager.LoadSettingsAsync(settings.Name);
        Know(string.IsNullOrEmpty(stored.VersionId) ? settings : stored);
        await LetGoAsync(settings.Name);
    }

    public async Task ReleaseShellContextAsync(ShellSettings settings, bool eventSource = true)
    {
        if (eventSource && ReleasingAsync is { } releasing)
            await releasing(settings.Name);
        await LetGoAsync(settings.Name);
    }

    public IEnumerable<ShellContext> ListShellContexts() => _contexts.Values.Where(context => !context.Released).ToArray();

    public bool TryGetShellContext(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ShellContext? shellContext)
        => _contexts.TryGetValue(name, out shellContext) && !shellContext.Released;

    public bool TryGetSettings(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ShellSettings? settings)
        => _settings.TryGetValue(name, out settings);

    public IEnumerable<ShellSettings> GetAllSettings() => [.. _settings.Values.OrderBy(settings => settings.Name, StringComparer.OrdinalIgnoreCase)];

    public async Task RemoveShellSettingsAsync(ShellSettings settings)
    {
        await settingsManager.RemoveSettingsAsync(settings);
        await RemoveShellContextAsync(settings);
    }

    public async Task RemoveShellContextAsync(ShellSettings settings, bool eventSource = true)
    {
        if (eventSource && RemovingAsync is { } removing)
            await removing(settings.Name);
        table.Remove(settings);
        _settings.TryRemove(settings.Name, out _);
        await LetGoAsync(settings.Name);
        TenantChanged?.Invoke(settings.Name);
    }

    public async Task ChangedAsync(ShellDescriptor descriptor, ShellSettings settings)
    {
        await LetGoAsync(settings.Name);
        TenantChanged?.Invoke(settings.Name);
    }

    public async Task StartAsync(CancellationToken cancellationToken) => await InitializeAsync();

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _contexts.Keys.ToArray())
            await LetGoAsync(name);
    }

    /// <summary>Lets a tenant go that nobody uses at this moment.</summary>
    /// <returns>False when somebody does.</returns>
    internal async Task<bool> LetGoIdleAsync(ShellContext context)
    {
        try
        {
            if (!await context.TryReleaseUnusedAsync())
                return false;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Tenant {Tenant} could not be let go cleanly", context.Settings.Name);
        }

        _contexts.TryRemove(KeyValuePair.Create(context.Settings.Name, context));
        return true;
    }

    /// <summary>A tenant that no address leads to.</summary>
    internal void KnowApart(ShellSettings settings) => _settings[settings.Name] = settings;

    internal void Know(ShellSettings settings)
    {
        _settings[settings.Name] = settings;
        broken.Forget(settings.Name);
        if (settings.IsDisabled())
            table.Remove(settings);
        else
            table.Add(settings);
        TenantChanged?.Invoke(settings.Name);
    }

    private async Task LetGoAsync(string name)
    {
        broken.Forget(name);
        _changes.AddOrUpdate(name, 1, static (_, changes) => changes + 1);
        if (!_contexts.TryRemove(name, out var context))
            return;
        try
        {
            await context.ReleaseAsync();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Tenant {Tenant} could not be let go cleanly", name);
        }
    }
}
