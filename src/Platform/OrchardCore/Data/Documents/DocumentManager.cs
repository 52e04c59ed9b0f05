using OrchardCore.Data.Documents;
using OrchardCore.Documents;
using YesSql;
using YesSql.Internals;
using Session = YesSql.Internals.Session;

namespace PropertySuite.Platform.Data.Documents;

/// <summary>The shared copy of a tenant's document, with the version that it was read at.</summary>
internal sealed class DocumentCache<TDocument> where TDocument : class
{
    public sealed record Entry(long Id, long Version, TDocument Document);

    /// <summary>Id and version are zero where the document is not stored.</summary>
    public Entry? Current { get; set; }
}

/// <summary>
/// A document of which a tenant has one. A scope's first read asks the database for the version, one look into an index, so a change
/// by another process is seen by the next scope without any message; the text is read only when the version is another one.
/// </summary>
internal sealed class DocumentManager<TDocument>(Session session, DocumentCache<TDocument> cache) : IDocumentManager<TDocument>
    where TDocument : class, IDocument, new()
{
    private TDocument? _read;
    private TDocument? _mutable;

    public async Task<TDocument> GetOrCreateMutableAsync(Func<Task<TDocument>>? factoryAsync = null)
    {
        if (await LoadAsync() is { } stored)
            return _mutable = stored;
        return _mutable ??= await CreateAsync(factoryAsync);
    }

    public async Task<TDocument> GetOrCreateImmutableAsync(Func<Task<TDocument>>? factoryAsync = null)
    {
        // Who has changed it reads the change, and shares it with nobody before the commit.
        if (session.Unit.Items.ContainsKey(typeof(DocumentCache<TDocument>)))
            return await GetOrCreateMutableAsync(factoryAsync);
        if (_read is not null)
            return _read;

        await session.FlushAsync();
        var (id, version) = await session.ReadOnlyVersionAsync(typeof(TDocument));
        if (cache.Current is { } current && current.Id == id && current.Version == version)
            return _read = current.Document;

        var row = id == 0 ? null : await session.ReadOnlyRowAsync(typeof(TDocument));
        var document = row is null
            ? await CreateAsync(factoryAsync)
            : (TDocument)session.Store.Configuration.ContentSerializer.Deserialize(row.Content, typeof(TDocument));
        document.IsReadOnly = true;
        cache.Current = new(row?.Id ?? 0, row?.Version ?? 0, document);
        return _read = document;
    }

    public async Task UpdateAsync(TDocument document, Func<TDocument, Task>? afterUpdateAsync = null)
    {
        if (document.IsReadOnly)
            throw new InvalidOperationException($"The shared '{typeof(TDocument).Name}' must not be changed; load it with {nameof(GetOrCreateMutableAsync)}.");

        // Of two that create it, the second finds it there.
        await session.Unit.BeginAsync();
        var (id, version) = await session.ReadOnlyVersionAsync(typeof(TDocument));
        if (id != 0 && !ReferenceEquals(await session.GetAsync<TDocument>(id), document))
            throw new ConcurrencyException(new YesSql.Document { Id = id, Type = session.Store.TypeNames[typeof(TDocument)], Version = version });

        document.Identifier = OrchardCore.IdGenerator.GenerateId();
        await session.SaveAsync(document, checkConcurrency: true);
        _read = null;
        if (session.Unit.Items.TryAdd(typeof(DocumentCache<TDocument>), document) || afterUpdateAsync is not null)
        {
            session.Unit.OnCommitted(async () =>
            {
                cache.Current = null;
                _read = null;
                if (afterUpdateAsync is not null)
                    await afterUpdateAsync(document);
            });
        }
    }

    // Another scope of the same transaction may have written it since this one loaded it; whoever loads it again goes on from there.
    private async Task<TDocument?> LoadAsync()
    {
        await session.FlushAsync();
        var (id, version) = await session.ReadOnlyVersionAsync(typeof(TDocument));
        if (id == 0)
            return null;

        var stored = await session.GetAsync<TDocument>(id);
        if (stored is null || session.TrackedVersion(stored) == version)
            return stored;

        session.Detach(stored);
        return await session.GetAsync<TDocument>(id);
    }

    private static async Task<TDocument> CreateAsync(Func<Task<TDocument>>? factoryAsync) => factoryAsync is null ? new TDocument() : await factoryAsync();
}
