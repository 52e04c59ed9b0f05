using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Builders.Models;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace OrchardCore.Environment.Shell.Builders;

/// <summary>A tenant's request pipeline.</summary>
public interface IShellPipeline
{
    /// <param name="context">The <c>HttpContext</c> of the request.</param>
    Task Invoke(object context);
}

/// <summary>
/// A running tenant. It counts the scopes that use it, and its services are disposed when it has been released and the
/// last scope has ended.
/// </summary>
public class ShellContext : IDisposable, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<WeakReference<ShellContext>> _dependents = [];
    private IServiceProvider? _serviceProvider;
    private bool _disposed;

    public ShellSettings Settings { get; set; } = null!;

    public ShellBlueprint Blueprint { get; set; } = null!;

    public IServiceProvider ServiceProvider
    {
        get => _serviceProvider ?? throw new ObjectDisposedException(nameof(ShellContext), $"Tenant '{Settings?.Name}' has been released.");
        set => _serviceProvider = value;
    }

    /// <summary>Whether the tenant's start-up events have run.</summary>
    public bool IsActivated { get; set; }

    public IShellPipeline Pipeline { get; set; } = null!;

    /// <summary>Whether this tenant is to be let go; it accepts no new scopes.</summary>
    public bool Released { get; private set; }

    public int ActiveScopes { get; private set; }

    /// <summary>Whether the settings belong to the host and outlive this context.</summary>
    public bool SharedSettings { get; internal set; }

    internal SemaphoreSlim Activation { get; } = new(1, 1);

    /// <summary>Set by the host; what the tenant shares with others that have the same features.</summary>
    internal object? FeatureSet { get; set; }

    /// <summary>When a scope was last opened, for those who let idle tenants go.</summary>
    internal long LastUsedTimestamp { get; private set; }

    /// <summary>When somebody last asked for a page; 0 when nobody has, as in a tenant that was woken for its own work.</summary>
    internal long LastRequestTimestamp { get; private set; }

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    internal bool HasServices => _serviceProvider is not null;

    /// <summary>A new unit of work; null when the tenant has been released.</summary>
    public Task<ShellScope?> CreateScopeAsync() => Task.FromResult(TryCreateScope());

    /// <summary>Lets the tenant go once its last scope has ended.</summary>
    public async Task ReleaseAsync()
    {
        WeakReference<ShellContext>[] dependents;
        bool last;
        lock (_gate)
        {
            if (Released)
                return;
            Released = true;
            last = ActiveScopes == 0;
            dependents = [.. _dependents];
        }

        foreach (var reference in dependents)
        {
            if (reference.TryGetTarget(out var dependent))
                await dependent.ReleaseAsync();
        }

        if (last)
            await TerminateAsync();
    }

    /// <summary>Has <paramref name="shellContext"/> released together with this one.</summary>
    public Task AddDependentShellAsync(ShellContext shellContext)
    {
        lock (_gate)
        {
            if (!Released)
            {
                _dependents.RemoveAll(reference => !reference.TryGetTarget(out var target) || target.Released);
                _dependents.Add(new WeakReference<ShellContext>(shellContext));
                return Task.CompletedTask;
            }
        }

        return shellContext.ReleaseAsync();
    }

    public void Dispose()
    {
        if (TakeServices() is IDisposable services)
            services.Dispose();
        GC.SuppressFinalize(this);
    }

    public async ValueTask DisposeAsync()
    {
        var services = TakeServices();
        if (services is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else if (services is IDisposable disposable)
            disposable.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void NoteRequest() => LastRequestTimestamp = Time.GetTimestamp();

    /// <summary>Lets the tenant go if nobody uses it at this moment.</summary>
    internal async Task<bool> TryReleaseUnusedAsync()
    {
        lock (_gate)
        {
            if (Released || ActiveScopes > 0)
                return false;
            Released = true;
        }

        await TerminateAsync();
        return true;
    }

    internal ShellScope? TryCreateScope()
    {
        lock (_gate)
        {
            if (Released || _serviceProvider is null)
                return null;
            ActiveScopes++;
        }

        LastUsedTimestamp = Time.GetTimestamp();
        return new ShellScope(this);
    }

    internal async ValueTask EndScopeAsync()
    {
        lock (_gate)
        {
            ActiveScopes--;
            if (!Released || ActiveScopes > 0)
                return;
        }

        await TerminateAsync();
    }

    // The terminating events need a scope, which a released context no longer gives; it is made past the count.
    private async Task TerminateAsync()
    {
        if (IsActivated && HasServices)
        {
            await using var services = ServiceProvider.CreateAsyncScope();
            var events = services.ServiceProvider.GetServices<IModularTenantEvents>().ToArray();
            var logger = services.ServiceProvider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<ShellContext>>();
            await events.InvokeAsync(handler => handler.TerminatingAsync(), logger);
            await events.Reverse().InvokeAsync(handler => handler.TerminatedAsync(), logger);
        }

        await DisposeAsync();
    }

    private IServiceProvider? TakeServices()
    {
        lock (_gate)
        {
            if (_disposed)
                return null;
            _disposed = true;
            Released = true;
        }

        var services = _serviceProvider;
        _serviceProvider = null;
        IsActivated = false;
        Blueprint = null!;
        Pipeline = null!;
        FeatureSet = null;
        if (Settings?.Disposable == true && !SharedSettings)
            Settings.Dispose();
        return services;
    }
}
