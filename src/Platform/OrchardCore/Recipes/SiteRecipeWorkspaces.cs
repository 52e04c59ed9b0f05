using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;
using YesSql.Internals;

namespace PropertySuite.Platform.Recipes;

/// <summary>A site that is being set up is built in a folder of its own, so its steps simply follow one another; a running one gets a transaction.</summary>
internal sealed class SiteRecipeWorkspaces(ShellSettings settings, IShellHost host, IServiceProvider services) : IRecipeWorkspaces
{
    public async Task<IRecipeWorkspace> OpenAsync(CancellationToken cancellationToken)
    {
        if (SiteTransaction.Current is not null) throw new InvalidOperationException("A recipe runs already; call others with a step \"recipes\".");
        if (settings.IsInitializing()) return new SetupWorkspace(settings, host);
        return await TransactionWorkspace.OpenAsync(
            settings, services.GetRequiredService<TenantFactory>(), host, services.GetRequiredService<SiteFolder>(), services.GetRequiredService<Store>());
    }
}

/// <summary>Each step in a scope that commits; features that it enables serve the next. A failure throws the whole site away.</summary>
internal sealed class SetupWorkspace(ShellSettings settings, IShellHost host) : IRecipeWorkspace
{
    public async Task RunAsync(Func<IServiceProvider, Task> step) =>
        await (await host.GetScopeAsync(settings)).UsingAsync(scope => step(scope.ServiceProvider));

    public Task CommitAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
