using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Recipes;
using YesSql.Internals;

namespace PropertySuite.Platform.Setup;

/// <summary>
/// Where recipes run. While a site is being set up each step has a scope of its own, and the whole is kept or thrown
/// away with the site's folder. On a running site all steps share one transaction.
/// </summary>
internal sealed class RecipeWorkspaces(IShellHost host, ShellSettings settings, SiteFolder folder) : IRecipeWorkspaces
{
    public async Task<IRecipeWorkspace> OpenAsync(CancellationToken cancellationToken)
    {
        if (settings.IsInitializing())
            return new StepByStep(host, settings);

        var features = Path.Combine(folder.Path, "features.json");
        return new AllTogether(host, settings, await host.GetScopeAsync(settings), features, File.Exists(features) ? await File.ReadAllBytesAsync(features, cancellationToken) : null);
    }

    private sealed class StepByStep(IShellHost host, ShellSettings settings) : IRecipeWorkspace
    {
        public async Task RunAsync(Func<IServiceProvider, Task> step)
            => await (await host.GetScopeAsync(settings)).UsingAsync(scope => step(scope.ServiceProvider));

        public Task CommitAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    // Every step has a scope of its own, so that what one enables serves the next; all write in one transaction.
    private sealed class AllTogether(IShellHost host, ShellSettings settings, ShellScope guard, string featuresFile, byte[]? featuresBefore) : IRecipeWorkspace
    {
        // The guard keeps the tenant, and so the store that the transaction is in, while steps have it built anew.
        private readonly UnitOfWork _unit = new(guard.ServiceProvider.GetRequiredService<Store>());
        private bool _committed;

        public async Task RunAsync(Func<IServiceProvider, Task> step)
        {
            using (_unit.MakeAmbient())
                await (await host.GetScopeAsync(settings)).UsingAsync(scope => step(scope.ServiceProvider));
        }

        public async Task CommitAsync()
        {
            await _unit.CommitAsync();
            _committed = true;
        }

        public async ValueTask DisposeAsync()
        {
            await _unit.DisposeAsync();
            await guard.DisposeAsync();
            if (_committed)
                return;

            var features = File.Exists(featuresFile) ? await File.ReadAllBytesAsync(featuresFile) : null;
            if (featuresBefore is null || features is null || features.SequenceEqual(featuresBefore))
                return;
            await File.WriteAllBytesAsync(featuresFile, featuresBefore);
            await host.ReleaseShellContextAsync(settings);
        }
    }
}
