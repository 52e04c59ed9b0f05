using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>What a session knows of one collection: tracked documents, pending writes, index providers and ids of its own.</summary>
internal sealed class CollectionState(Store store, string collection)
{
    private const int PrivateIds = 64;

    private readonly List<TrackedDocument> _pending = [];
    private readonly List<IndexMapping> _ownMappings = [];
    private readonly List<Type> _ownTargets = [];
    private readonly Dictionary<Type, IReadOnlyList<IndexMapping>> _mappings = [];
    private long _nextPrivateId;
    private long _endOfPrivateIds;

    public string Collection => collection;

    public IdentityMap Map { get; } = new();

    public DocumentTable Table { get; } = store.Tables(collection);

    public bool HasPending => _pending.Count > 0;

    public void Queue(TrackedDocument document, PendingWrite write)
    {
        if (document.Pending == PendingWrite.None)
            _pending.Add(document);
        document.Pending = write;
    }

    public IReadOnlyList<TrackedDocument> TakePending()
    {
        TrackedDocument[] taken = [.. _pending];
        _pending.Clear();
        return taken;
    }

    public void Forget(TrackedDocument document)
    {
        _pending.Remove(document);
        Map.Remove(document);
    }

    public void Clear()
    {
        _pending.Clear();
        Map.Clear();
        _nextPrivateId = _endOfPrivateIds = 0;
    }

    /// <summary>Documents that the database does not have once the transaction is rolled back.</summary>
    public IEnumerable<TrackedDocument> Uncommitted() => Map.Documents.Where(document => document.IsNew || document.IsInserted);

    public void Committed()
    {
        foreach (var document in Map.Documents)
            document.IsInserted = false;
        _nextPrivateId = _endOfPrivateIds = 0;
    }

    public void AddProvider(IIndexProvider provider)
    {
        foreach (var mapping in IndexDescription.Of(provider))
        {
            _ownMappings.Add(mapping);
            _ownTargets.Add(provider.ForType());
        }

        _mappings.Clear();
    }

    /// <summary>The mappings for documents of a type, the store's and the session's.</summary>
    public IReadOnlyList<IndexMapping> Mappings(Type target)
    {
        if (_ownMappings.Count == 0)
            return store.Mappings(target, collection);
        if (_mappings.TryGetValue(target, out var known))
            return known;

        var mappings = store.Mappings(target, collection)
            .Concat(_ownMappings.Where((_, i) => _ownTargets[i].IsAssignableFrom(target))).ToArray();
        _mappings.Add(target, mappings);
        return mappings;
    }

    /// <summary>Whether a document can have several rows, as the session's own providers say; null where they say nothing.</summary>
    public bool? MayHaveManyRows(Type indexType)
    {
        var own = _ownMappings.Where(mapping => mapping.IndexType == indexType).ToArray();
        return own.Length == 0 ? null : own.Length > 1 || own[0].MayHaveManyRows;
    }

    // Inside a transaction another one could not be begun, and its ids have to vanish with it: they come from a block of its own.
    public async Task<long> NextIdAsync(UnitOfWork unit)
    {
        if (unit.Transaction is null || store.Configuration.IdGenerator is not BlockIdGenerator generator)
            return await store.Configuration.IdGenerator.GetNextIdAsync(collection);

        if (_nextPrivateId >= _endOfPrivateIds)
        {
            _nextPrivateId = await generator.AllocateAsync(await unit.ConnectAsync(), collection, PrivateIds);
            _endOfPrivateIds = _nextPrivateId + PrivateIds;
        }

        return _nextPrivateId++;
    }
}
