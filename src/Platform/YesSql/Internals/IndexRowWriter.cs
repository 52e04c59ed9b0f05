using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>
/// Collects the changes of index rows of one flush and writes them: all deletions, then the updates, then the insertions, so that a
/// unique key that one document gives up can be taken by another in the same flush. Rows that are already as they should be stay
/// untouched.
/// </summary>
internal sealed class IndexRowWriter(Store store, CollectionState state)
{
    private readonly List<(IndexTable Table, long RowId)> _deletions = [];
    private readonly List<(IndexTable Table, long RowId, object?[] Values)> _updates = [];
    private readonly List<(IndexTable Table, long DocumentId, object?[] Values)> _insertions = [];
    private readonly ReducedRowWriter _reduced = new(store, state);

    public bool HasWork => _deletions.Count > 0 || _updates.Count > 0 || _insertions.Count > 0 || _reduced.HasWork;

    /// <param name="oldContent">The document's text before; null for a new one, which has no rows yet.</param>
    public async Task AddAsync(TrackedDocument document, string? oldContent, StoreConnection connection)
    {
        foreach (var mapping in state.Mappings(document.Entity.GetType()))
        {
            if (mapping.IsReduced)
            {
                await _reduced.AddAsync(mapping, document, oldContent);
                continue;
            }

            var table = store.IndexTable(mapping.IndexType, state.Collection);
            var rows = await mapping.MapAsync(document.Entity);
            var present = oldContent is null ? [] : await ReadAsync(connection, table, document.Row.Id);
            if (rows.Count == 0 && present.Count == 0)
                continue;

            Compare(table, document, rows, present);
        }
    }

    public async Task RemoveAsync(TrackedDocument document, StoreConnection connection)
    {
        foreach (var mapping in state.Mappings(document.Entity.GetType()))
        {
            if (mapping.IsReduced)
            {
                await _reduced.RemoveAsync(mapping, document);
                continue;
            }

            var table = store.IndexTable(mapping.IndexType, state.Collection);
            foreach (var row in await ReadAsync(connection, table, document.Row.Id))
                _deletions.Add((table, row.Id));
        }
    }

    public async Task WriteAsync(StoreConnection connection)
    {
        foreach (var (table, rowId) in _deletions)
            await connection.ExecuteAsync(table.DeleteById, rowId);
        foreach (var (table, rowId, values) in _updates)
            await connection.ExecuteAsync(table.Update, [rowId, .. values]);
        foreach (var (table, documentId, values) in _insertions)
            await connection.ExecuteAsync(table.Insert, [documentId, .. values]);
        await _reduced.WriteAsync(connection);
    }

    private static async Task<List<(long Id, object?[] Values)>> ReadAsync(StoreConnection connection, IndexTable table, long documentId)
    {
        var rows = new List<(long, object?[])>();
        using var lease = connection.Rent(table.SelectByDocument, [documentId]);
        await using var reader = await lease.Command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = table.Shape.Read(reader);
            rows.Add((row.Id, table.Values(row)));
        }

        return rows;
    }

    private void Compare(IndexTable table, TrackedDocument document, IReadOnlyList<IIndex> rows, List<(long Id, object?[] Values)> present)
    {
        var wanted = new List<object?[]>(rows.Count);
        foreach (var row in rows)
        {
            row.AddDocument(document.Row);
            var values = table.Values(row);
            var same = present.FindIndex(other => IndexTable.Same(other.Values, values));
            if (same >= 0)
                present.RemoveAt(same);
            else
                wanted.Add(values);
        }

        // One row that becomes another keeps its place; several are replaced, since updating them one by one could collide on a unique key.
        if (wanted.Count == 1 && present.Count == 1)
        {
            _updates.Add((table, present[0].Id, wanted[0]));
            return;
        }

        foreach (var row in present)
            _deletions.Add((table, row.Id));
        foreach (var values in wanted)
            _insertions.Add((table, document.Row.Id, values));
    }
}
