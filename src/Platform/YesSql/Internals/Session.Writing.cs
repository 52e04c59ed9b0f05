using System.Data.Common;

namespace YesSql.Internals;

/// <summary>Writing: documents by version first, then their index rows, all in one transaction.</summary>
internal sealed partial class Session
{
    // A map function may save further documents; more rounds than this mean that it never ends.
    private const int MaximumRounds = 16;

    private bool _isFlushing;

    public async Task FlushAsync()
    {
        // Steps of one transaction see what the scopes around them have saved.
        if (_unit.Sessions.Count > 1)
        {
            foreach (var other in _unit.Sessions.Where(other => other != this).ToArray())
                await other.FlushOwnAsync();
        }

        await FlushOwnAsync();
    }

    private async Task FlushOwnAsync()
    {
        // Map functions may query while their rows are being made: they see what is written so far.
        if (_isFlushing)
            return;

        ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
        if (_state != SessionState.Open || !HasPending())
            return;

        ThrowIfUnusable();
        _isFlushing = true;
        try
        {
            RegisterLateIndexes();
            for (var round = 0; HasPending(); round++)
            {
                if (round == MaximumRounds)
                    throw new InvalidOperationException("Writing documents keeps saving more documents.");
                foreach (var state in _collections.Values.ToArray())
                    await WriteAsync(state, state.TakePending());
            }
        }
        catch
        {
            _isFlushing = false;
            await EndAsync(SessionState.Faulted);
            throw;
        }

        _isFlushing = false;
    }

    private bool HasPending()
    {
        foreach (var state in _collections.Values)
        {
            if (state.HasPending)
                return true;
        }

        return false;
    }

    private async Task WriteAsync(CollectionState state, IReadOnlyList<TrackedDocument> pending)
    {
        var rows = new IndexRowWriter(_store, state);
        foreach (var document in pending)
        {
            var write = document.Pending;
            document.Pending = PendingWrite.None;
            if (document.IsRowUnread)
                await ReadRowAsync(state, document);

            if (write == PendingWrite.Delete)
                await DeleteAsync(state, document, rows);
            else if (document.IsNew)
                await InsertAsync(state, document, rows);
            else
                await UpdateAsync(state, document, rows);
        }

        if (rows.HasWork)
            await rows.WriteAsync(await _unit.BeginAsync());
    }

    private async Task InsertAsync(CollectionState state, TrackedDocument document, IndexRowWriter rows)
    {
        var row = document.Row;
        row.Version = 1;
        VersionOf(document.Entity)?.Set(document.Entity, row.Version);
        row.Content = _store.Configuration.ContentSerializer.Serialize(document.Entity);

        var connection = await _unit.BeginAsync();
        await connection.ExecuteAsync(state.Table.Insert, row.Id, row.Type, row.Content, row.Version);
        document.IsNew = false;
        document.IsInserted = true;
        await rows.AddAsync(document, oldContent: null, connection);
    }

    private async Task UpdateAsync(CollectionState state, TrackedDocument document, IndexRowWriter rows)
    {
        var row = document.Row;
        var version = VersionOf(document.Entity);
        var content = _store.Configuration.ContentSerializer.Serialize(document.Entity);
        if (content == row.Content)
        {
            // Saved as it was: only an index that knows it differently, such as a new one, would have something to write.
            var trial = new IndexRowWriter(_store, state);
            await trial.AddAsync(document, row.Content, await _unit.ConnectAsync());
            if (!trial.HasWork)
                return;
        }

        if (version is not null)
        {
            if (version.Get(document.Entity) is var expected and not 0 && expected != row.Version)
                throw new ConcurrencyException(row.Clone());
            version.Set(document.Entity, row.Version + 1);
            content = _store.Configuration.ContentSerializer.Serialize(document.Entity);
        }

        var connection = await _unit.BeginAsync();
        if (await connection.ExecuteAsync(state.Table.Update, content, row.Version + 1, row.Id, row.Version) != 1)
            throw new ConcurrencyException(row.Clone());

        var old = row.Content;
        row.Version++;
        row.Content = content;
        await rows.AddAsync(document, old, connection);
    }

    private async Task DeleteAsync(CollectionState state, TrackedDocument document, IndexRowWriter rows)
    {
        var connection = await _unit.BeginAsync();
        if (await connection.ExecuteAsync(state.Table.Delete, document.Row.Id, document.Row.Version) != 1)
            throw new ConcurrencyException(document.Row.Clone());

        await rows.RemoveAsync(document, connection);
        state.Map.Remove(document);
    }

    // The object came from elsewhere with an id. Its version, where it has one, still has to be the database's.
    private async Task ReadRowAsync(CollectionState state, TrackedDocument document)
    {
        var row = document.Row;
        var expected = row.Version == TrackedDocument.UnknownVersion ? VersionOf(document.Entity)?.Get(document.Entity) ?? 0 : row.Version;
        var connection = await _unit.BeginAsync();
        using var lease = connection.Rent(state.Table.SelectById + " = @p0", [row.Id]);
        await using DbDataReader reader = await lease.Command.ExecuteReaderAsync();
        if (!await reader.ReadAsync() || (expected > 0 && reader.GetInt64(3) != expected))
            throw new ConcurrencyException(new Document { Id = row.Id, Type = row.Type, Version = Math.Max(expected, 0) });

        row.Type = reader.GetString(1);
        row.Content = reader.GetString(2);
        row.Version = reader.GetInt64(3);
        document.IsRowUnread = false;
    }
}
