using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Cache;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Modules;
using PropertySuite.Platform.Hosting;

namespace OrchardCore.Environment.Shell.Scope;

/// <summary>
/// A unit of work in a tenant: its scoped services, what is to happen before it ends (the commit among it), and what is
/// to happen after it has ended well. Work that failed runs neither.
/// </summary>
public sealed class ShellScope : IServiceScope, IAsyncDisposable
{
    private static readonly AsyncLocal<ShellScope?> s_current = new();

    private readonly AsyncServiceScope _services;
    private readonly Dictionary<object, object?> _items = [];
    private readonly List<Func<ShellScope, Task>> _beforeDispose = [];
    private readonly List<Func<ShellScope, Task>> _beforeDisposeLast = [];
    private readonly HashSet<string> _deferredSignals = [];
    private readonly List<Func<ShellScope, Task>> _deferredTasks = [];
    private readonly List<Func<ShellScope, Exception, Task>> _exceptionHandlers = [];
    private bool _failed;
    private bool _ended;
    private bool _disposed;

    internal ShellScope(ShellContext shellContext)
    {
        ShellContext = shellContext;
        _services = shellContext.ServiceProvider.CreateAsyncScope();
        ServiceProvider = _services.ServiceProvider;
    }

    public ShellContext ShellContext { get; }

    public IServiceProvider ServiceProvider { get; }

    /// <summary>The tenant of the current flow of execution; null outside any.</summary>
    public static ShellContext Context => s_current.Value?.ShellContext!;

    /// <summary>The scoped services of the current flow of execution; null outside any tenant.</summary>
    public static IServiceProvider Services => s_current.Value?.ServiceProvider!;

    /// <summary>The scope of the current flow of execution; null outside any tenant.</summary>
    public static ShellScope Current => s_current.Value!;

    /// <summary>Keeps a value for the rest of the current scope; without a scope it is dropped.</summary>
    public static void Set(object key, object value)
    {
        if (s_current.Value is { } scope)
            scope._items[key] = value;
    }

    public static object Get(object key) => (s_current.Value?._items.GetValueOrDefault(key))!;

    public static T Get<T>(object key) => Get(key) is T value ? value : default!;

    public static T GetOrCreate<T>(object key, Func<T> factory)
    {
        if (s_current.Value is not { } scope)
            return factory();
        if (scope._items.TryGetValue(key, out var existing) && existing is T value)
            return value;

        value = factory();
        scope._items[key] = value;
        return value;
    }

    public static T GetOrCreate<T>(object key)
        where T : class, new()
        => GetOrCreate(key, static () => new T());

    public static void SetFeature<T>(T value) => Set(typeof(T), value!);

    public static T GetFeature<T>() => Get<T>(typeof(T));

    public static T GetOrCreateFeature<T>(Func<T> factory) => GetOrCreate(typeof(T), factory);

    public static T GetOrCreateFeature<T>()
        where T : class, new()
        => GetOrCreate<T>(typeof(T));

    /// <summary>A new scope in the same tenant.</summary>
    public static Task<ShellScope> CreateChildScopeAsync() => CreateChildScopeAsync(RequireCurrent().ShellContext.Settings);

    public static Task<ShellScope> CreateChildScopeAsync(ShellSettings settings) => Host(RequireCurrent()).GetScopeAsync(settings);

    public static Task<ShellScope> CreateChildScopeAsync(string tenant) => Host(RequireCurrent()).GetScopeAsync(tenant);

    public static async Task UsingChildScopeAsync(Func<ShellScope, Task> execute, bool activateShell = true)
        => await (await CreateChildScopeAsync()).UsingAsync(execute, activateShell);

    public static async Task UsingChildScopeAsync(ShellSettings settings, Func<ShellScope, Task> execute, bool activateShell = true)
        => await (await CreateChildScopeAsync(settings)).UsingAsync(execute, activateShell);

    public static async Task UsingChildScopeAsync(string tenant, Func<ShellScope, Task> execute, bool activateShell = true)
        => await (await CreateChildScopeAsync(tenant)).UsingAsync(execute, activateShell);

    /// <summary>Makes this the current scope of the caller's flow of execution.</summary>
    public void StartAsyncFlow() => s_current.Value = this;

    /// <summary>Runs in this scope and disposes it, with no start-up of the tenant, no commit and no deferred work.</summary>
    public async Task UsingServiceScopeAsync(Func<ShellScope, Task> execute)
    {
        if (ReferenceEquals(s_current.Value, this))
        {
            await execute(this);
            return;
        }

        await using (this)
        {
            StartAsyncFlow();
            await execute(this);
        }
    }

    /// <summary>
    /// Runs a unit of work: starts the tenant if need be, executes, runs what was registered before the end, then, in
    /// scopes of their own, what was deferred. Inside itself it just executes.
    /// </summary>
    public async Task UsingAsync(Func<ShellScope, Task> execute, bool activateShell = true)
    {
        if (ReferenceEquals(s_current.Value, this))
        {
            await execute(this);
            return;
        }

        IShellHost? host;
        await using (this)
        {
            StartAsyncFlow();
            host = ServiceProvider.GetService<IShellHost>();
            try
            {
                if (activateShell)
                    await ActivateShellAsync();
                await execute(this);
                await EndWorkAsync();
            }
            catch (Exception exception)
            {
                await HandleExceptionAsync(exception);
                throw;
            }
        }

        await RunDeferredAsync(host);
    }

    /// <summary>Adds work for the end of the current scope, in the order of registration; the last added <paramref name="last"/> runs last.</summary>
    public static void RegisterBeforeDispose(Func<ShellScope, Task> callback, bool last = false)
    {
        if (s_current.Value is { } scope)
            (last ? scope._beforeDisposeLast : scope._beforeDispose).Add(callback);
    }

    public static void AddDeferredSignal(string key) => s_current.Value?._deferredSignals.Add(key);

    /// <summary>Adds work that gets a scope of its own once the current one has ended well.</summary>
    public static void AddDeferredTask(Func<ShellScope, Task> task) => s_current.Value?._deferredTasks.Add(task);

    public static void AddExceptionHandler(Func<ShellScope, Exception, Task> handler) => s_current.Value?._exceptionHandlers.Add(handler);

    /// <summary>Tells this scope that its work has failed: nothing registered for its end will run.</summary>
    public async Task HandleExceptionAsync(Exception e)
    {
        if (_failed)
            return;
        _failed = true;
        foreach (var handler in _exceptionHandlers)
            await handler(this, e);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _services.DisposeAsync();
        if (ReferenceEquals(s_current.Value, this))
            s_current.Value = null;
        await ShellContext.EndScopeAsync();
    }

    internal bool Failed => _failed;

    // Runs what is registered for the end, once; work registered meanwhile runs as well.
    internal async Task EndWorkAsync()
    {
        if (_failed || _ended)
            return;
        _ended = true;
        for (var i = 0; i < _beforeDispose.Count; i++)
            await _beforeDispose[i](this);
        for (var i = 0; i < _beforeDisposeLast.Count; i++)
            await _beforeDisposeLast[i](this);

        if (_deferredSignals.Count > 0 && ServiceProvider.GetService<ISignal>() is { } signal)
        {
            foreach (var key in _deferredSignals)
                await signal.SignalTokenAsync(key);
        }
    }

    internal async Task ActivateShellAsync()
    {
        if (ShellContext.IsActivated)
            return;

        await ShellContext.Activation.WaitAsync();
        try
        {
            if (ShellContext.IsActivated)
                return;

            // The start-up has a scope of its own, so that its work is committed before the first request sees the tenant.
            var starting = ShellContext.TryCreateScope() ?? throw new ObjectDisposedException(nameof(ShellContext));
            await starting.UsingAsync(
                async scope =>
                {
                    var events = scope.ServiceProvider.GetServices<IModularTenantEvents>().ToArray();
                    foreach (var handler in events)
                        await handler.ActivatingAsync();
                    foreach (var handler in events.Reverse())
                        await handler.ActivatedAsync();
                },
                activateShell: false);

            ShellContext.IsActivated = true;
        }
        finally
        {
            ShellContext.Activation.Release();
        }
    }

    internal ShellScope Register(Func<ShellScope, Task> callback, bool last)
    {
        (last ? _beforeDisposeLast : _beforeDispose).Add(callback);
        return this;
    }

    internal ShellScope DeferSignal(string key)
    {
        _deferredSignals.Add(key);
        return this;
    }

    internal ShellScope Defer(Func<ShellScope, Task> task)
    {
        _deferredTasks.Add(task);
        return this;
    }

    internal ShellScope OnException(Func<ShellScope, Exception, Task> handler)
    {
        _exceptionHandlers.Add(handler);
        return this;
    }

    internal async Task RunDeferredAsync(IShellHost? host)
    {
        if (_failed || host is null)
            return;
        if (SiteTransaction.Current is { } transaction)
        {
            foreach (var task in _deferredTasks)
                transaction.Deferred.Enqueue(task);
            return;
        }

        foreach (var task in _deferredTasks)
        {
            // By name: the settings may have been reloaded by the work before.
            var (scope, success) = await host.TryGetScopeAsync(ShellContext.Settings.Name);
            if (!success)
                scope = await host.GetScopeAsync(ShellContext.Settings);

            var logger = scope.ServiceProvider.GetRequiredService<ILogger<ShellScope>>();
            try
            {
                await scope.UsingAsync(task);
            }
            catch (Exception exception) when (!ShellContext.Settings.IsInitializing())
            {
                logger.LogError(exception, "Deferred work of tenant {Tenant} failed", ShellContext.Settings.Name);
            }
        }
    }

    private static ShellScope RequireCurrent()
        => s_current.Value ?? throw new InvalidOperationException("There is no current tenant scope.");

    private static IShellHost Host(ShellScope scope) => scope.ServiceProvider.GetRequiredService<IShellHost>();
}
