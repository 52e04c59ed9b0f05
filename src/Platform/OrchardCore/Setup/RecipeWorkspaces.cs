using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Mvc;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Setup;

/// <summary>
/// Where recipes run. While a site is being set up each step has a scope of its own, and the whole is kept or thrown
/// away with the site's folder. On a running site all steps share one scope and so one transaction.
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

    private sealed class AllTogether(IShellHost host, ShellSettings settings, ShellScope scope, string featuresFile, byte[]? featuresBefore) : IRecipeWorkspace
    {
        private bool _committed;

        public async Task RunAsync(Func<IServiceProvider, Task> step)
        {
            await scope.ActivateShellAsync();
            scope.StartAsyncFlow();
            await step(scope.ServiceProvider);
            if (OpenSession.Of(scope) is { } session)
                await session.FlushAsync();
        }

        public async Task CommitAsync()
        {
            scope.StartAsyncFlow();
            await scope.EndWorkAsync();
            _committed = true;
        }

        public async ValueTask DisposeAsync()
        {
            if (_committed)
            {
                await scope.DisposeAsync();
                await scope.RunDeferredAsync(host);
                return;
            }

            await scope.HandleExceptionAsync(new OperationCanceledException("The recipe was not kept."));
            await scope.DisposeAsync();
            if (featuresBefore is not null && !(await File.ReadAllBytesAsync(featuresFile)).SequenceEqual(featuresBefore))
            {
                await File.WriteAllBytesAsync(featuresFile, featuresBefore);
                await host.ReleaseShellContextAsync(settings);
            }
        }
    }
}
