using System.Collections.Concurrent;
using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>One database of documents. It holds the connections, the descriptions of indexes and the texts of statements.</summary>
internal sealed class Store : IStore
{
    private readonly ConcurrentDictionary<string, DocumentTable> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Type Index, string Collection), IndexTable> _tables = [];
    private readonly ConcurrentDictionary<(Type Target, string Collection), IReadOnlyList<IndexMapping>> _mappings = [];
    private readonly ConcurrentDictionary<(Type Index, string Collection), bool> _manyRows = [];
    private readonly List<(IIndexProvider Provider, string Collection)> _providers = [];

    public Store(IConfiguration configuration)
    {
        Configuration = configuration;
        Dialect = configuration.SqlDialect as SqlDialectBase
            ?? throw new NotSupportedException($"The dialect '{configuration.SqlDialect.GetType()}' is not one of this store's.");
        Sql = new StoreStatements(Dialect, configuration);
        DatabaseIdentity = Identify();
        Pool = new ConnectionPool(configuration.ConnectionFactory.CreateConnection, Dialect.HasSingleWriter ? WriterGate.Of(DatabaseIdentity) : null);
    }

    public IConfiguration Configuration { get; }

    public ITypeService TypeNames { get; } = new TypeService();

    public SqlDialectBase Dialect { get; }

    public ConnectionPool Pool { get; }

    public StoreStatements Sql { get; }

    /// <summary>What tells this database from others: its connection, schema and prefix.</summary>
    public string DatabaseIdentity { get; }

    /// <summary>A session of its own, or one in the unit of work that the flow of control is in.</summary>
    public ISession CreateSession(bool withTracking = true) =>
        UnitOfWork.Ambient(this) is { } ambient
            ? new Session(this, ambient, ownsUnit: false, withTracking)
            : new Session(this, new UnitOfWork(this), ownsUnit: true, withTracking);

    /// <summary>A session inside a unit of work that somebody else commits: its SaveChanges writes and leaves the commit to the owner.</summary>
    public ISession CreateSession(UnitOfWork unit) => new Session(this, unit, ownsUnit: false, withTracking: true);

    public UnitOfWork BeginUnitOfWork() => new(this);

    public IStore RegisterIndexes(IEnumerable<IIndexProvider> indexProviders, string? collection = null)
    {
        lock (_providers)
        {
            foreach (var provider in indexProviders)
            {
                provider.CollectionName ??= collection;
                _providers.Add((provider, provider.CollectionName ?? ""));
            }

            _mappings.Clear();
            _manyRows.Clear();
        }

        return this;
    }

    public async Task InitializeAsync()
    {
        await CreateTablesAsync("");
        await Configuration.IdGenerator.InitializeAsync(this);
    }

    public async Task InitializeCollectionAsync(string collection)
    {
        await CreateTablesAsync(collection);
        await Configuration.IdGenerator.InitializeCollectionAsync(Configuration, collection);
    }

    public IEnumerable<IndexDescriptor> Describe(Type target, string? collection = null) =>
        Mappings(target, collection ?? "").Select(mapping => mapping.ToDescriptor());

    public IReadOnlyList<IndexMapping> Mappings(Type target, string collection)
    {
        if (_mappings.TryGetValue((target, collection), out var known))
            return known;

        lock (_providers)
        {
            var mappings = _providers
                .Where(entry => entry.Collection == collection && entry.Provider.ForType().IsAssignableFrom(target))
                .SelectMany(entry => IndexDescription.Of(entry.Provider))
                .ToArray();
            _mappings[(target, collection)] = mappings;
            return mappings;
        }
    }

    /// <summary>Whether a document can have several rows in the index, as far as this store's providers say.</summary>
    /// <param name="others">Asked, once, where they say nothing; null from it means the same.</param>
    public bool MayHaveManyRows(Type indexType, string collection, Func<bool?> others)
    {
        if (_manyRows.TryGetValue((indexType, collection), out var known))
            return known;

        bool answer;
        lock (_providers)
        {
            var mappings = _providers.Where(entry => entry.Collection == collection)
                .SelectMany(entry => IndexDescription.Of(entry.Provider))
                .Where(mapping => mapping.IndexType == indexType)
                .ToArray();
            answer = mappings.Length == 0 ? others() ?? true : mappings.Length > 1 || mappings[0].MayHaveManyRows;
        }

        _manyRows[(indexType, collection)] = answer;
        return answer;
    }

    public DocumentTable Tables(string collection) =>
        _documents.TryGetValue(collection, out var table)
            ? table
            : _documents.GetOrAdd(collection, name => new DocumentTable(Dialect, Configuration, name));

    public IndexTable IndexTable(Type indexType, string collection) =>
        _tables.TryGetValue((indexType, collection), out var table)
            ? table
            : _tables.GetOrAdd((indexType, collection), key => new IndexTable(this, key.Index, key.Collection));

    public void Dispose() => Pool.Dispose();

    // A tenant that has its tables starts without writing, so that it can also start while somebody else writes.
    private async Task CreateTablesAsync(string collection)
    {
        var table = Tables(collection);
        await using var unit = new UnitOfWork(this);
        if (await ExistsAsync(unit, table.Name) && await ExistsAsync(unit, Configuration.TablePrefix + StoreStatements.IdentifierTable))
            return;

        var connection = await unit.BeginAsync();
        if (!string.IsNullOrEmpty(Configuration.Schema) && Dialect.GetCreateSchemaString(Configuration.Schema) is { Length: > 0 } schema)
            await connection.ExecuteAsync(schema);
        await connection.ExecuteAsync(Sql.CreateIdentifiers);
        foreach (var statement in Dialect.CreateDocumentTable(table.Quoted, "IX_" + table.Name + "_Type"))
            await connection.ExecuteAsync(statement);
        await unit.CommitAsync();
    }

    private async Task<bool> ExistsAsync(UnitOfWork unit, string table) =>
        await (await unit.ConnectAsync()).ScalarAsync(Dialect.SelectTable(Configuration.Schema), table) is not null;

    private string Identify()
    {
        using var connection = Configuration.ConnectionFactory.CreateConnection();
        return string.Join('\n', connection.ConnectionString, Configuration.Schema, Configuration.TablePrefix);
    }
}
