using OrchardCore.Data.Documents;

namespace OrchardCore.Documents;

/// <summary>Keeps a document of which a tenant has one: cached for reading, loaded for changing.</summary>
public interface IDocumentManager<TDocument> where TDocument : class, IDocument, new()
{
    /// <summary>The document for changing, from the database; pass it to <see cref="UpdateAsync"/>.</summary>
    Task<TDocument> GetOrCreateMutableAsync(Func<Task<TDocument>>? factoryAsync = null);

    /// <summary>The shared copy, which must not be changed.</summary>
    Task<TDocument> GetOrCreateImmutableAsync(Func<Task<TDocument>>? factoryAsync = null);

    /// <param name="afterUpdateAsync">Called after the commit, when the shared copy is the new one.</param>
    Task UpdateAsync(TDocument document, Func<TDocument, Task>? afterUpdateAsync = null);
}

/// <summary>The same in a store of another kind.</summary>
public interface IDocumentManager<TDocumentStore, TDocument> : IDocumentManager<TDocument>
    where TDocumentStore : IDocumentStore where TDocument : class, IDocument, new();

/// <summary>The same, kept in memory only.</summary>
public interface IVolatileDocumentManager<TDocument> : IDocumentManager<TDocument> where TDocument : class, IDocument, new()
{
    Task UpdateAtomicAsync(Func<Task<TDocument>> updateAsync, Func<TDocument, Task>? afterUpdateAsync = null);
}
