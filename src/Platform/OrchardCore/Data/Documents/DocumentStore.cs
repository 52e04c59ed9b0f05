using OrchardCore.Data.Documents;
using OrchardCore.Documents;
using YesSql;
using Session = YesSql.Internals.Session;

namespace PropertySuite.Platform.Data.Documents;

/// <summary>Single documents in the tenant's store.</summary>
internal sealed class DocumentStore(Session session) : IDocumentStore
{
    private readonly Dictionary<Type, object> _loaded = [];
    private readonly HashSet<Type> _changed = [];

    public async Task<T> GetOrCreateMutableAsync<T>(Func<Task<T>>? factoryAsync = null) where T : class, new()
    {
        var document = await session.Query<T>().FirstOrDefaultAsync()
            ?? (T?)_loaded.GetValueOrDefault(typeof(T))
            ?? (factoryAsync is null ? new T() : await factoryAsync());
        _loaded[typeof(T)] = document;
        return document;
    }

    public async Task<(bool, T)> GetOrCreateImmutableAsync<T>(Func<Task<T>>? factoryAsync = null) where T : class, new()
    {
        if (_changed.Contains(typeof(T)))
            return (false, await GetOrCreateMutableAsync(factoryAsync));

        var row = await session.ReadOnlyRowAsync(typeof(T));
        return (true, row is null
            ? factoryAsync is null ? new T() : await factoryAsync()
            : (T)session.Store.Configuration.ContentSerializer.Deserialize(row.Content, typeof(T)));
    }

    public async Task UpdateAsync<T>(T document, Func<T, Task> updateCache, bool checkConcurrency = false)
    {
        await session.SaveAsync(document!, checkConcurrency);
        _changed.Add(typeof(T));
        session.Unit.OnCommitted(() => updateCache(document));
    }

    public Task CancelAsync() => session.CancelAsync();

    public Task CommitAsync() => session.SaveChangesAsync();
}

/// <summary>A manager over a store that a module brings; it keeps a copy for the scope only.</summary>
internal sealed class StoredDocumentManager<TDocumentStore, TDocument>(TDocumentStore store) : IDocumentManager<TDocumentStore, TDocument>
    where TDocumentStore : IDocumentStore where TDocument : class, IDocument, new()
{
    private TDocument? _read;

    public Task<TDocument> GetOrCreateMutableAsync(Func<Task<TDocument>>? factoryAsync = null) => store.GetOrCreateMutableAsync(factoryAsync);

    public async Task<TDocument> GetOrCreateImmutableAsync(Func<Task<TDocument>>? factoryAsync = null)
    {
        if (_read is not null)
            return _read;

        var (mayCache, document) = await store.GetOrCreateImmutableAsync(factoryAsync);
        if (mayCache)
        {
            document.IsReadOnly = true;
            _read = document;
        }

        return document;
    }

    public Task UpdateAsync(TDocument document, Func<TDocument, Task>? afterUpdateAsync = null)
    {
        _read = null;
        document.Identifier = OrchardCore.IdGenerator.GenerateId();
        return store.UpdateAsync(document, afterUpdateAsync ?? (_ => Task.CompletedTask), checkConcurrency: true);
    }
}
