namespace OrchardCore.Data.Documents;

/// <summary>Where a document manager keeps its documents.</summary>
public interface IDocumentStore
{
    /// <summary>The document for updating, made where there is none, tracked by this scope.</summary>
    Task<T> GetOrCreateMutableAsync<T>(Func<Task<T>>? factoryAsync = null) where T : class, new();

    /// <summary>The document for sharing, with whether it may be cached: not while this scope has changed it.</summary>
    Task<(bool, T)> GetOrCreateImmutableAsync<T>(Func<Task<T>>? factoryAsync = null) where T : class, new();

    /// <param name="updateCache">Called after the commit.</param>
    Task UpdateAsync<T>(T document, Func<T, Task> updateCache, bool checkConcurrency = false);

    Task CancelAsync();

    Task CommitAsync();
}
