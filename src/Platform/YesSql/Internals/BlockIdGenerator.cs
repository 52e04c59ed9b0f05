using System.Collections.Concurrent;
using System.Globalization;

namespace YesSql.Internals;

/// <summary>
/// Ids in blocks, one sequence for all documents of a collection. Inside a write transaction a block comes from the same
/// transaction and belongs to its session alone, so a rollback takes ids and documents together.
/// </summary>
internal sealed class BlockIdGenerator(int blockSize = 64) : IIdGenerator
{
    private readonly ConcurrentDictionary<string, Block> _blocks = [];
    private Store? _store;

    public async Task InitializeAsync(IStore store)
    {
        _store = (Store)store;
        await InitializeCollectionAsync(store.Configuration, "");
    }

    public async Task InitializeCollectionAsync(IConfiguration configuration, string collection)
    {
        await using var unit = new UnitOfWork(Initialized);
        if (await (await unit.ConnectAsync()).ScalarAsync(Initialized.Sql.SelectNextId, collection) is not null)
            return;

        var connection = await unit.BeginAsync();
        if (await connection.ScalarAsync(Initialized.Sql.SelectNextId, collection) is null)
        {
            var last = Convert.ToInt64(await connection.ScalarAsync(Initialized.Tables(collection).SelectLastId), CultureInfo.InvariantCulture);
            await connection.ExecuteAsync(Initialized.Sql.InsertNextId, collection, last + 1);
        }

        await unit.CommitAsync();
    }

    public long GetNextId(string? collection) => GetNextIdAsync(collection).GetAwaiter().GetResult();

    public async Task<long> GetNextIdAsync(string? collection)
    {
        var block = _blocks.GetOrAdd(collection ?? "", static _ => new Block());
        if (block.TryTake(out var id))
            return id;

        await block.Refilling.WaitAsync();
        try
        {
            if (block.TryTake(out id))
                return id;

            await using var unit = new UnitOfWork(Initialized);
            var first = await AllocateAsync(await unit.BeginAsync(), collection ?? "", blockSize);
            await unit.CommitAsync();
            block.Fill(first + 1, first + blockSize);
            return first;
        }
        finally
        {
            block.Refilling.Release();
        }
    }

    /// <summary>Takes ids inside a transaction.</summary>
    /// <returns>The first of them.</returns>
    public async Task<long> AllocateAsync(StoreConnection connection, string collection, int count)
    {
        var next = await connection.ScalarAsync(Initialized.Sql.TakeIds, collection, (long)count)
            ?? throw new InvalidOperationException($"The collection '{collection}' was not initialised.");
        return Convert.ToInt64(next, CultureInfo.InvariantCulture) - count;
    }

    private Store Initialized => _store ?? throw new InvalidOperationException("The store was not initialised.");

    private sealed class Block
    {
        private readonly Lock _lock = new();
        private long _next;
        private long _end;

        public SemaphoreSlim Refilling { get; } = new(1, 1);

        public bool TryTake(out long id)
        {
            lock (_lock)
            {
                id = _next;
                if (_next >= _end)
                    return false;
                _next++;
                return true;
            }
        }

        public void Fill(long next, long end)
        {
            lock (_lock)
                (_next, _end) = (next, end);
        }
    }
}
