using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>
/// Keeps rows that sum up several documents. What a document contributed before is mapped from its old text and taken out of the
/// rows of its keys, what it contributes now is put in; a document that contributes the same as before changes nothing.
/// </summary>
internal sealed class ReducedRowWriter(Store store, CollectionState state)
{
    private readonly Dictionary<(IndexMapping Mapping, Key Key), Change> _changes = [];

    public bool HasWork => _changes.Count > 0;

    public async Task AddAsync(IndexMapping mapping, TrackedDocument document, string? oldContent)
    {
        if (oldContent == document.Row.Content)
            return;

        var rows = await mapping.MapAsync(document.Entity);
        var before = oldContent is null ? [] : await MapTextAsync(mapping, document, oldContent);
        Compare(mapping, document.Row.Id, before, rows);
    }

    public async Task RemoveAsync(IndexMapping mapping, TrackedDocument document) =>
        Compare(mapping, document.Row.Id, await MapTextAsync(mapping, document, document.Row.Content), []);

    public async Task WriteAsync(StoreConnection connection)
    {
        foreach (var ((mapping, key), change) in _changes)
        {
            var table = store.IndexTable(mapping.IndexType, state.Collection);
            var present = await ReadAsync(connection, table, mapping.GroupProperty!, store.Dialect.TryConvert(key.Value));
            var rowId = present?.Id;
            var reduced = present;
            if (change.Removed.Count > 0 && reduced is not null)
                reduced = mapping.Without(reduced, change.Removed);
            if (change.Added.Count > 0)
                reduced = mapping.Reduce(reduced is null ? change.Added : [reduced, .. change.Added]);

            rowId = await WriteRowAsync(connection, table, rowId, reduced);
            if (rowId is { } id)
                await TieAsync(connection, table.Bridge!, id, change);
        }
    }

    private static async Task<long?> WriteRowAsync(StoreConnection connection, IndexTable table, long? rowId, IIndex? reduced)
    {
        if (reduced is null)
        {
            if (rowId is { } gone)
            {
                await connection.ExecuteAsync(table.Bridge!.DeleteAll, gone);
                await connection.ExecuteAsync(table.DeleteById, gone);
            }

            return null;
        }

        var values = table.Values(reduced);
        if (rowId is { } id)
        {
            await connection.ExecuteAsync(table.Update, [id, .. values]);
            return id;
        }

        return (long?)await connection.ScalarAsync(table.Insert, values);
    }

    private static async Task TieAsync(StoreConnection connection, IndexTable.BridgeStatements bridge, long rowId, Change change)
    {
        foreach (var documentId in change.Left)
            await connection.ExecuteAsync(bridge.Delete, rowId, documentId);
        foreach (var documentId in change.Joined)
            await connection.ExecuteAsync(bridge.Insert, rowId, documentId);
    }

    private static async Task<IIndex?> ReadAsync(StoreConnection connection, IndexTable table, string column, object? key)
    {
        using var lease = connection.Rent(table.SelectByKey(column, key is null), key is null ? [] : [key]);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? table.Shape.Read(reader) : null;
    }

    private async ValueTask<IReadOnlyList<IIndex>> MapTextAsync(IndexMapping mapping, TrackedDocument document, string content) =>
        await mapping.MapAsync(store.Configuration.ContentSerializer.Deserialize(content, document.Entity.GetType()));

    private void Compare(IndexMapping mapping, long documentId, IReadOnlyList<IIndex> before, IReadOnlyList<IIndex> now)
    {
        var table = store.IndexTable(mapping.IndexType, state.Collection);
        var gone = before.ToList();
        var added = new List<IIndex>();
        foreach (var row in now)
        {
            var same = gone.FindIndex(other => IndexTable.Same(table.Values(other), table.Values(row)));
            if (same >= 0)
                gone.RemoveAt(same);
            else
                added.Add(row);
        }

        foreach (var row in gone)
            ChangeOf(mapping, row).Removed.Add(row);
        foreach (var row in added)
            ChangeOf(mapping, row).Added.Add(row);

        foreach (var row in before.ExceptBy(now.Select(mapping.KeyOf), mapping.KeyOf))
            ChangeOf(mapping, row).Left.Add(documentId);
        foreach (var row in now.ExceptBy(before.Select(mapping.KeyOf), mapping.KeyOf))
            ChangeOf(mapping, row).Joined.Add(documentId);
    }

    private Change ChangeOf(IndexMapping mapping, IIndex row)
    {
        var key = (mapping, new Key(mapping.KeyOf(row)));
        if (!_changes.TryGetValue(key, out var change))
            _changes.Add(key, change = new Change());
        return change;
    }

    // A key may be null, which a dictionary's key may not.
    private readonly record struct Key(object? Value);

    private sealed class Change
    {
        public List<IIndex> Added { get; } = [];

        public List<IIndex> Removed { get; } = [];

        public HashSet<long> Joined { get; } = [];

        public HashSet<long> Left { get; } = [];
    }
}
