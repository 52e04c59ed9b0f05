namespace PropertySuite.Platform.Recipes;

/// <summary>
/// Where the steps of one recipe run. Each step has services of its own, of the features that are enabled by then; what all of them write
/// is kept together by <see cref="CommitAsync"/>, or not at all.
/// </summary>
internal interface IRecipeWorkspace : IAsyncDisposable
{
    /// <summary>Runs a step; what it has written is seen by the next.</summary>
    Task RunAsync(Func<IServiceProvider, Task> step);

    /// <summary>Keeps what the steps have written. Disposing without it forgets everything.</summary>
    Task CommitAsync();
}

/// <summary>Opens the place where a recipe runs on the current site.</summary>
internal interface IRecipeWorkspaces
{
    Task<IRecipeWorkspace> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>Runs the steps among the caller's own work, such as a migration's, and leaves the commit to the caller.</summary>
internal sealed class InlineWorkspace(IServiceProvider services) : IRecipeWorkspace
{
    public Task RunAsync(Func<IServiceProvider, Task> step) => step(services);

    public Task CommitAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
