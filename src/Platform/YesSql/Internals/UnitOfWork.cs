using System.Data;
using System.Data.Common;

namespace YesSql.Internals;

/// <summary>
/// One connection and at most one transaction on it. Usually a session has its own; a recipe hands one to the sessions of all its
/// steps, which then write without committing, until the owner commits the whole or rolls it back.
/// </summary>
internal sealed class UnitOfWork(Store store) : IAsyncDisposable
{
    private static readonly AsyncLocal<UnitOfWork?> AmbientUnit = new();

    private readonly List<Func<Task>> _committed = [];
    private readonly Dictionary<object, object> _items = [];
    private readonly List<Session> _sessions = [];
    private StoreConnection? _connection;

    public Store Store => store;

    public DbTransaction? Transaction => _connection?.Transaction;

    /// <summary>Whether it has asked the database for anything since it last gave its connection back.</summary>
    public bool IsConnected => _connection is not null;

    /// <summary>Set when a session in it failed: the whole can only be rolled back.</summary>
    public bool IsFaulted { get; private set; }

    /// <summary>The sessions that write in it, outermost first.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>What belongs to the life of this transaction, cleared at its end.</summary>
    public IDictionary<object, object> Items => _items;

    public void Join(Session session) => _sessions.Add(session);

    public void Leave(Session session) => _sessions.Remove(session);

    /// <summary>The unit of work that the flow of control is in, where it is one of this database.</summary>
    public static UnitOfWork? Ambient(Store store) =>
        AmbientUnit.Value is { } unit && unit.Store.DatabaseIdentity == store.DatabaseIdentity ? unit : null;

    /// <summary>
    /// Until the result is disposed, every session made in this flow of control for the same database, by whatever scope or store,
    /// takes part in this unit of work. Call it in the method that runs the steps.
    /// </summary>
    public IDisposable MakeAmbient()
    {
        var outer = AmbientUnit.Value;
        AmbientUnit.Value = this;
        return new Restoration(outer);
    }

    public async ValueTask<StoreConnection> ConnectAsync() => _connection ??= await store.Pool.RentAsync();

    public async ValueTask<StoreConnection> BeginAsync(IsolationLevel isolation = IsolationLevel.Unspecified)
    {
        var connection = await ConnectAsync();
        if (connection.Transaction is not null)
            return connection;

        await store.Pool.EnterWriterAsync(store.Dialect.WriterTimeout);
        try
        {
            connection.Transaction = await store.Dialect.BeginWriteAsync(
                connection.Connection, isolation == IsolationLevel.Unspecified ? store.Configuration.IsolationLevel : isolation);
        }
        catch
        {
            store.Pool.LeaveWriter();
            throw;
        }

        return connection;
    }

    /// <summary>Runs after the commit, and not at all when there is none.</summary>
    public void OnCommitted(Func<Task> action) => _committed.Add(action);

    public async Task CommitAsync()
    {
        await CommitTransactionAsync();
        await RunCommittedAsync();
    }

    /// <summary>Commits; what waits for the commit is run by <see cref="RunCommittedAsync"/>.</summary>
    public async Task CommitTransactionAsync()
    {
        if (IsFaulted)
        {
            await RollbackAsync();
            throw new InvalidOperationException("A part of this unit of work failed, so the whole was rolled back.");
        }

        if (_connection?.Transaction is { } transaction)
        {
            try
            {
                await transaction.CommitAsync();
            }
            catch
            {
                await RollbackAsync();
                throw;
            }

            EndTransaction(_connection);
            await transaction.DisposeAsync();
        }

        _items.Clear();
        Release();
    }

    public async Task RunCommittedAsync()
    {
        Func<Task>[] actions = [.. _committed];
        _committed.Clear();
        foreach (var action in actions)
            await action();
    }

    public async Task RollbackAsync()
    {
        _committed.Clear();
        _items.Clear();
        if (_connection?.Transaction is { } transaction)
        {
            try
            {
                await transaction.RollbackAsync();
            }
            catch (DbException)
            {
                // Some errors (a full disk, a broken connection) have rolled back already; the connection is not trusted again.
                _connection.IsBroken = true;
            }
            catch (InvalidOperationException)
            {
                _connection.IsBroken = true;
            }

            EndTransaction(_connection);
            await transaction.DisposeAsync();
        }

        Release();
    }

    /// <summary>Rolls back and refuses a later commit.</summary>
    public Task FailAsync()
    {
        IsFaulted = true;
        return RollbackAsync();
    }

    /// <summary>Gives the connection back while no transaction needs it.</summary>
    public void Release()
    {
        if (_connection is { Transaction: null } connection)
        {
            _connection = null;
            store.Pool.Return(connection);
        }
    }

    public async ValueTask DisposeAsync() => await RollbackAsync();

    private void EndTransaction(StoreConnection connection)
    {
        connection.Transaction = null;
        store.Pool.LeaveWriter();
    }

    private sealed class Restoration(UnitOfWork? outer) : IDisposable
    {
        public void Dispose() => AmbientUnit.Value = outer;
    }
}
