namespace YesSql.Internals;

/// <summary>
/// Lets the writers of one database in one after the other, over all stores of this process that have it open: while a tenant is
/// reloaded there are two. Waiting here is fair and holds no thread, where waiting in the database would hold one each.
/// </summary>
internal sealed class WriterGate : IDisposable
{
    private static readonly Dictionary<string, WriterGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _database;
    private int _users;

    private WriterGate(string database) => _database = database;

    /// <summary>The gate of a database; the last user's Dispose lets it go.</summary>
    public static WriterGate Of(string database)
    {
        lock (Gates)
        {
            if (!Gates.TryGetValue(database, out var gate))
                Gates.Add(database, gate = new WriterGate(database));
            gate._users++;
            return gate;
        }
    }

    /// <exception cref="TimeoutException">Another writer did not finish in time.</exception>
    public async ValueTask EnterAsync(TimeSpan timeout)
    {
        if (!await _turn.WaitAsync(timeout))
        {
            throw new TimeoutException(
                $"Another unit of work has kept the database locked for writing for more than {timeout.TotalSeconds:0} seconds. "
                + "A scope that has written must be committed before another scope, opened inside it, writes.");
        }
    }

    public void Leave() => _turn.Release();

    public void Dispose()
    {
        lock (Gates)
        {
            if (--_users == 0)
                Gates.Remove(_database);
        }
    }
}
