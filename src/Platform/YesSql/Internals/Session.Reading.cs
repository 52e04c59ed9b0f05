using System.Data.Common;
using System.Globalization;
using YesSql.Indexes;
using YesSql.Queries;

namespace YesSql.Internals;

/// <summary>Reading: rows become tracked objects, and an object that is tracked already is answered as it is.</summary>
internal sealed partial class Session
{
    public async Task<IEnumerable<T>> GetAsync<T>(long[] ids, string? collection = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        var state = StateOf(collection);
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (state.Map.Find(id) is null)
                missing.Add(id);
        }

        var read = new Dictionary<long, object>();
        foreach (var portion in missing.Distinct().Chunk(128))
            await ReadByIdAsync<T>(state, portion, read);

        var found = new List<T>(ids.Length);
        foreach (var id in ids)
        {
            var entity = read.GetValueOrDefault(id)
                ?? (state.Map.Find(id) is { Pending: not PendingWrite.Delete } tracked ? tracked.Entity : null);
            if (entity is not null)
                found.Add(As<T>(entity, id));
        }

        return found;
    }

    public async Task<List<T>> ReadDocumentsAsync<T>(string sql, QueryState query) where T : class
    {
        var state = StateOf(query.Collection);
        var documents = new List<T>();
        using var lease = (await ConnectAsync()).Rent(sql, query.Parameters.Values);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            documents.Add(As<T>(Materialise(state, reader, typeof(T)), reader.GetInt64(0)));
        return documents;
    }

    public async Task<List<long>> ReadIdsAsync(string sql, QueryState query)
    {
        var ids = new List<long>();
        using var lease = (await ConnectAsync()).Rent(sql, query.Parameters.Values);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    public async Task<List<T>> ReadRowsAsync<T>(string sql, QueryState query) where T : class, IIndex
    {
        var read = _store.IndexTable(typeof(T), query.Collection).Shape.Read;
        var rows = new List<T>();
        using var lease = (await ConnectAsync()).Rent(sql, query.Parameters.Values);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((T)read(reader));
        return rows;
    }

    public async Task<int> ReadCountAsync(string sql, QueryState query)
    {
        using var lease = (await ConnectAsync()).Rent(sql, query.Parameters.Values);
        return Convert.ToInt32(await lease.Command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>The row of the only document of a type, not tracked; null where there is none.</summary>
    public async Task<Document?> ReadOnlyRowAsync(Type type)
    {
        using var lease = (await ConnectAsync()).Rent(StateOf(null).Table.SelectByType, [_store.TypeNames[type]]);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new Document { Id = reader.GetInt64(0), Type = reader.GetString(1), Content = reader.GetString(2), Version = reader.GetInt64(3) }
            : null;
    }

    /// <summary>The id and version of the only document of a type; zeros where there is none.</summary>
    public async Task<(long Id, long Version)> ReadOnlyVersionAsync(Type type)
    {
        using var lease = (await ConnectAsync()).Rent(StateOf(null).Table.SelectVersionByType, [_store.TypeNames[type]]);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt64(0), reader.GetInt64(1)) : default;
    }

    public bool MayHaveManyRows(Type indexType, string collection) =>
        _store.MayHaveManyRows(indexType, collection, () =>
        {
            RegisterLateIndexes();
            return StateOf(collection).MayHaveManyRows(indexType);
        });

    private ValueTask<StoreConnection> ConnectAsync()
    {
        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        return _unit.ConnectAsync();
    }

    private async Task ReadByIdAsync<T>(CollectionState state, long[] ids, Dictionary<long, object> read) where T : class
    {
        var length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)ids.Length);
        var values = new object?[length];
        for (var i = 0; i < length; i++)
            values[i] = ids[Math.Min(i, ids.Length - 1)];

        var condition = length == 1
            ? " = @p0"
            : _store.Dialect.InOperator(string.Join(", ", Enumerable.Range(0, length).Select(i => "@p" + i.ToString(CultureInfo.InvariantCulture))));
        using var lease = (await ConnectAsync()).Rent(state.Table.SelectById + condition, values);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            read[reader.GetInt64(0)] = Materialise(state, reader, typeof(T));
    }

    // The row is Id, Type, Content, Version.
    private object Materialise(CollectionState state, DbDataReader reader, Type asked)
    {
        var id = reader.GetInt64(0);
        if (_withTracking && state.Map.Find(id) is { } tracked)
            return tracked.Entity;

        var row = new Document { Id = id, Type = reader.GetString(1), Content = reader.GetString(2), Version = reader.GetInt64(3) };
        var stored = _store.TypeNames[row.Type];
        var entity = _store.Configuration.ContentSerializer.Deserialize(row.Content, asked.IsAssignableFrom(stored) && stored != typeof(object) ? stored : asked);
        IdOf(entity)?.Set(entity, id);
        VersionOf(entity)?.Set(entity, row.Version);
        if (_withTracking)
            state.Map.Add(new TrackedDocument(entity, row));
        return entity;
    }

    private static T As<T>(object entity, long id) where T : class =>
        entity as T ?? throw new InvalidCastException($"The document {id} is a '{entity.GetType()}' in this session, not a '{typeof(T)}'.");
}
