using System.Data;
using System.Data.Common;
using YesSql.Indexes;
using YesSql.Queries;

namespace YesSql.Internals;

/// <summary>What a caller can do with a session; reading and writing are in the other parts.</summary>
internal sealed partial class Session : ISession
{
    private readonly Store _store;
    private readonly UnitOfWork _unit;
    private readonly bool _ownsUnit;
    private readonly bool _withTracking;
    private readonly Dictionary<string, CollectionState> _collections = new(StringComparer.Ordinal);
    private Func<IEnumerable<IIndexProvider>>? _lateProviders;
    private SessionState _state;

    /// <param name="ownsUnit">Whether this session commits the unit of work, or only writes in it.</param>
    public Session(Store store, UnitOfWork unit, bool ownsUnit, bool withTracking)
    {
        _store = store;
        _unit = unit;
        _ownsUnit = ownsUnit;
        _withTracking = withTracking;
        unit.Join(this);
    }

    private enum SessionState
    {
        Open,
        Cancelled,
        Faulted,
        Disposed,
    }

    public IStore Store => _store;

    /// <summary>The same, as what it is.</summary>
    public Store OwnStore => _store;

    /// <summary>The transaction that this session writes in, its own or one handed to it.</summary>
    public UnitOfWork Unit => _unit;

    public DbTransaction? CurrentTransaction => _unit.Transaction;

    public async Task SaveAsync(object obj, bool checkConcurrency = false, string? collection = null)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ThrowIfUnusable();
        var state = StateOf(collection);
        if (state.Map.Find(obj) is not { } document)
        {
            var id = IdOf(obj)?.Get(obj) ?? 0;
            document = id == 0 ? await AddNewAsync(state, obj) : AddExisting(state, obj, id, TrackedDocument.UnknownVersion);
        }

        state.Queue(document, PendingWrite.Save);
    }

    public void Delete(object item, string? collection = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ThrowIfUnusable();
        var state = StateOf(collection);
        if (state.Map.Find(item) is not { } document)
        {
            var id = IdOf(item)?.Get(item) ?? 0;
            if (id == 0)
                throw new ArgumentException("The object is not a stored document, so it cannot be deleted.", nameof(item));
            document = AddExisting(state, item, id, TrackedDocument.UnknownVersion);
        }

        if (document.IsNew)
            state.Forget(document);
        else
            state.Queue(document, PendingWrite.Delete);
    }

    public bool Import(object item, long id, long version, string? collection = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ThrowIfUnusable();
        var state = StateOf(collection);
        if (id == 0)
            id = IdOf(item)?.Get(item) ?? 0;
        if (id == 0)
            throw new ArgumentException("An imported object needs the id of its document.", nameof(item));
        if (state.Map.Find(id) is not null || state.Map.Find(item) is not null)
            return false;

        IdOf(item)?.Set(item, id);
        AddExisting(state, item, id, version == 0 ? TrackedDocument.UnknownVersion : version);
        return true;
    }

    public void Detach(object item, string? collection = null)
    {
        var state = StateOf(collection);
        if (state.Map.Find(item) is { } document)
            state.Forget(document);
    }

    public void Detach(IEnumerable<object> entries, string? collection = null)
    {
        foreach (var entry in entries)
            Detach(entry, collection);
    }

    public void DetachAll(string? collection = null) => StateOf(collection).Clear();

    public IQuery Query(string? collection = null) => new QueryStart(this, collection ?? "");

    public IQuery<T> ExecuteQuery<T>(ICompiledQuery<T> compiledQuery, string? collection = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(compiledQuery);
        return CompiledQueries.Apply(compiledQuery, Query(collection).For<T>(filterType: false));
    }

    public Task CancelAsync() => EndAsync(SessionState.Cancelled);

    public async Task ResetAsync()
    {
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        if (!_ownsUnit && _unit.Transaction is not null)
            await _unit.FailAsync();
        else if (_ownsUnit)
            await _unit.RollbackAsync();
        ForgetEverything();
        _state = SessionState.Open;
    }

    public async Task SaveChangesAsync()
    {
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        if (_state != SessionState.Open)
            return;

        await FlushAsync();
        if (!_ownsUnit)
            return;

        try
        {
            await _unit.CommitTransactionAsync();
        }
        catch
        {
            await EndAsync(SessionState.Faulted);
            throw;
        }

        foreach (var state in _collections.Values)
            state.Committed();
        await _unit.RunCommittedAsync();
    }

    public async Task<DbConnection> CreateConnectionAsync() => (await _unit.ConnectAsync()).Connection;

    public Task<DbTransaction> BeginTransactionAsync() => BeginTransactionAsync(IsolationLevel.Unspecified);

    public async Task<DbTransaction> BeginTransactionAsync(IsolationLevel isolationLevel)
    {
        ThrowIfUnusable();
        return (await _unit.BeginAsync(isolationLevel)).Transaction!;
    }

    public ISession RegisterIndexes(IIndexProvider[] indexProviders, string? collection = null)
    {
        foreach (var provider in indexProviders)
        {
            provider.CollectionName ??= collection;
            StateOf(provider.CollectionName).AddProvider(provider);
        }

        return this;
    }

    /// <summary>The version at which this session knows a document; zero where it does not track it.</summary>
    public long TrackedVersion(object entity, string? collection = null) => StateOf(collection).Map.Find(entity)?.Row.Version ?? 0;

    /// <summary>Index providers that are made only when rows are written, since a scope that reads does not need them.</summary>
    public void RegisterIndexesLate(Func<IEnumerable<IIndexProvider>> providers) => _lateProviders = providers;

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_state == SessionState.Disposed)
            return;

        _state = SessionState.Disposed;
        _unit.Leave(this);
        ForgetEverything();
        if (_ownsUnit)
            await _unit.DisposeAsync();
    }

    private void RegisterLateIndexes()
    {
        if (Interlocked.Exchange(ref _lateProviders, null) is { } providers)
            RegisterIndexes([.. providers()], null);
    }

    private CollectionState StateOf(string? collection)
    {
        collection ??= "";
        if (!_collections.TryGetValue(collection, out var state))
            _collections.Add(collection, state = new CollectionState(_store, collection));
        return state;
    }

    private async Task<TrackedDocument> AddNewAsync(CollectionState state, object entity)
    {
        var id = await state.NextIdAsync(_unit);
        IdOf(entity)?.Set(entity, id);
        var document = new TrackedDocument(entity, new Document { Id = id, Type = _store.TypeNames[entity.GetType()] }) { IsNew = true };
        state.Map.Add(document);
        return document;
    }

    // A copy that takes the place of a tracked object goes on from the version that was read with the latter.
    private TrackedDocument AddExisting(CollectionState state, object entity, long id, long version)
    {
        var row = new Document { Id = id, Type = _store.TypeNames[entity.GetType()], Version = version };
        var isUnread = true;
        if (state.Map.Find(id) is { } tracked)
        {
            if (tracked.Pending != PendingWrite.None)
                throw new InvalidOperationException($"Another object for the document {id} has changes that are not written yet.");
            if (!tracked.IsRowUnread)
                (row, isUnread) = (tracked.Row, false);
            state.Map.Remove(tracked);
        }

        var document = new TrackedDocument(entity, row) { IsRowUnread = isUnread };
        state.Map.Add(document);
        return document;
    }

    private async Task EndAsync(SessionState ending)
    {
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        if (_state == SessionState.Open)
            _state = ending;
        foreach (var document in _collections.Values.SelectMany(state => state.Uncommitted()))
            IdOf(document.Entity)?.Set(document.Entity, 0);

        ForgetEverything();
        if (_ownsUnit)
            await _unit.RollbackAsync();
        else
            await _unit.FailAsync();
    }

    private void ForgetEverything()
    {
        foreach (var state in _collections.Values)
            state.Clear();
    }

    private IAccessor<long>? IdOf(object entity) => _store.Configuration.IdentifierAccessorFactory.CreateAccessor<long>(entity.GetType());

    private IAccessor<long>? VersionOf(object entity) => _store.Configuration.VersionAccessorFactory.CreateAccessor<long>(entity.GetType());

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        if (_state == SessionState.Faulted || (!_ownsUnit && _unit.IsFaulted))
        {
            throw new InvalidOperationException(
                "Writing failed in this session and everything was rolled back, so nothing more can be saved in it. Go on in a new scope, or reset it.");
        }
    }
}
