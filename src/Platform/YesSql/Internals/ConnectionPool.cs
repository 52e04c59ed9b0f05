using System.Data.Common;

namespace YesSql.Internals;

/// <summary>Keeps a few open connections of one store, and lets one writer of this process in at a time where the database has one.</summary>
internal sealed class ConnectionPool(Func<DbConnection> create, bool singleWriter) : IDisposable
{
    private const int MaximumIdle = 4;

    private readonly Stack<StoreConnection> _idle = new();
    private readonly SemaphoreSlim? _writer = singleWriter ? new SemaphoreSlim(1, 1) : null;
    private bool _disposed;

    public async ValueTask<StoreConnection> RentAsync()
    {
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var idle))
                return idle;
        }

        var connection = create();
        try
        {
            await connection.OpenAsync();
            return new StoreConnection(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Return(StoreConnection connection)
    {
        lock (_idle)
        {
            if (!_disposed && !connection.IsBroken && connection.Transaction is null && _idle.Count < MaximumIdle)
            {
                _idle.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    /// <summary>
    /// Waits for its turn to write. Waiting here is fair and holds no thread; the database's own busy timeout is left for
    /// writers of other processes.
    /// </summary>
    /// <exception cref="TimeoutException">Another writer did not finish in time.</exception>
    public async ValueTask EnterWriterAsync(TimeSpan timeout)
    {
        if (_writer is not null && !await _writer.WaitAsync(timeout))
        {
            throw new TimeoutException(
                $"Another unit of work has kept the database locked for writing for more than {timeout.TotalSeconds:0} seconds. "
                + "A scope that has written must be committed before another scope, opened inside it, writes.");
        }
    }

    public void LeaveWriter() => _writer?.Release();

    /// <summary>Closes the connections that nobody uses, so that the database's files can be moved.</summary>
    public void Clear()
    {
        lock (_idle)
        {
            while (_idle.TryPop(out var connection))
                connection.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_idle)
            _disposed = true;
        Clear();
    }
}
