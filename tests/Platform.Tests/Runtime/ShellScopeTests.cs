using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace Platform.Tests.Runtime;

public sealed class ShellScopeTests
{
    private readonly List<string> _seen = [];

    [Fact]
    public async Task Work_for_the_end_runs_in_order_and_the_last_last()
    {
        await using var shell = Shell();
        await Scope(shell).UsingAsync(_ =>
        {
            ShellScope.RegisterBeforeDispose(_ => Note("commit"), last: true);
            ShellScope.RegisterBeforeDispose(_ => Note("first"));
            ShellScope.RegisterBeforeDispose(_ => Note("second"));
            return Task.CompletedTask;
        });

        Assert.Equal(["first", "second", "commit"], _seen);
    }

    [Fact]
    public async Task Failed_work_runs_its_handlers_and_nothing_for_the_end()
    {
        await using var shell = Shell();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Scope(shell).UsingAsync(_ =>
        {
            ShellScope.RegisterBeforeDispose(_ => Note("commit"));
            ShellScope.AddDeferredTask(_ => Note("deferred"));
            ShellScope.AddExceptionHandler((_, failure) => Note("handled " + failure.Message));
            throw new InvalidOperationException("no");
        }));

        Assert.Equal("no", exception.Message);
        Assert.Equal(["handled no"], _seen);
    }

    [Fact]
    public async Task The_current_scope_is_the_innermost_and_comes_back()
    {
        await using var shell = Shell();
        var outer = Scope(shell);
        await outer.UsingAsync(async _ =>
        {
            ShellScope.Set("key", "outer");
            var inner = Scope(shell);
            await inner.UsingAsync(_ =>
            {
                Assert.Same(inner, ShellScope.Current);
                Assert.Null(ShellScope.Get("key"));
                return Task.CompletedTask;
            });

            Assert.Same(outer, ShellScope.Current);
            Assert.Equal("outer", ShellScope.Get<string>("key"));
        });

        Assert.Null(ShellScope.Current);
    }

    [Fact]
    public async Task A_tenant_is_started_once_before_its_first_work()
    {
        await using var shell = Shell(services => services.AddScoped<IModularTenantEvents>(_ => new Events(Note)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Scope(shell).UsingAsync(_ => Task.CompletedTask)));
        Assert.Equal(["activating", "activated"], _seen);
    }

    [Fact]
    public async Task A_released_tenant_ends_with_its_last_scope_and_gives_no_more()
    {
        await using var shell = Shell(services => services.AddScoped<IModularTenantEvents>(_ => new Events(Note)));
        var scope = Scope(shell);
        await scope.UsingAsync(async _ =>
        {
            await shell.ReleaseAsync();
            Assert.Null(await shell.CreateScopeAsync());
            Assert.Equal(["activating", "activated"], _seen);
        });

        Assert.Equal(["activating", "activated", "terminating", "terminated"], _seen);
        Assert.Throws<ObjectDisposedException>(() => shell.ServiceProvider);
    }

    private static ShellScope Scope(ShellContext shell) => shell.TryCreateScope()!;

    private static ShellContext Shell(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection().AddLogging();
        configure?.Invoke(services);
        return new ShellContext { Settings = new ShellSettings { Name = "alba" }, SharedSettings = true, ServiceProvider = services.BuildServiceProvider() };
    }

    private Task Note(string what)
    {
        lock (_seen)
            _seen.Add(what);
        return Task.CompletedTask;
    }

    private sealed class Events(Func<string, Task> note) : ModularTenantEvents
    {
        public override Task ActivatingAsync() => note("activating");

        public override Task ActivatedAsync() => note("activated");

        public override Task TerminatingAsync() => note("terminating");

        public override Task TerminatedAsync() => note("terminated");
    }
}
