using System.Data.Common;

namespace YesSql.Internals;

/// <summary>Keeps a few open connections of one store.</summary>
/// <param name="gate">Where the database has one writer at a time; null where it has many.</param>
internal sealed class ConnectionPool(Func<DbConnection> create, WriterGate? gate) : IDisposable
{
    private const int MaximumIdle = 2;

    private readonly Stack<StoreConnection> _idle = new();
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

    /// <summary>Waits for its turn to write.</summary>
    public ValueTask EnterWriterAsync(TimeSpan timeout) => gate?.EnterAsync(timeout) ?? ValueTask.CompletedTask;

    public void LeaveWriter() => gate?.Leave();

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
        {
            if (_disposed)
                return;
            _disposed = true;
        }

        Clear();
        gate?.Dispose();
    }
}
