using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace YesSql.Internals;

/// <summary>
/// An open connection with the commands prepared on it. Preparing costs more than running for most statements here, and the
/// texts are few, so a command stays with its connection for as long as the pool keeps it.
/// </summary>
internal sealed class StoreConnection(DbConnection connection) : IDisposable
{
    private const int MaximumCommands = 128;

    private static readonly Meter s_meter = new("YesSql");
    private static readonly Counter<long> s_statements = s_meter.CreateCounter<long>("yessql.statements", description: "SQL statements run");

    private readonly Dictionary<string, PreparedCommand> _commands = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = connection;

    public DbTransaction? Transaction { get; set; }

    /// <summary>True after a failure that leaves the connection's state unknown: it is not used again.</summary>
    public bool IsBroken { get; set; }

    public async ValueTask<int> ExecuteAsync(string sql, params object?[] values)
    {
        using var lease = Rent(sql, values);
        return await lease.Command.ExecuteNonQueryAsync();
    }

    public async ValueTask<object?> ScalarAsync(string sql, params object?[] values)
    {
        using var lease = Rent(sql, values);
        return await lease.Command.ExecuteScalarAsync() is { } value and not DBNull ? value : null;
    }

    /// <param name="values">Stored forms, for the parameters @p0, @p1 …</param>
    public Lease Rent(string sql, IReadOnlyList<object?> values)
    {
        var lease = Rent(sql);
        var parameters = lease.Command.Parameters;
        while (parameters.Count < values.Count)
            Add(lease.Command, "@p" + parameters.Count.ToString(CultureInfo.InvariantCulture));

        for (var i = 0; i < values.Count; i++)
            parameters[i].Value = values[i] ?? DBNull.Value;
        return lease;
    }

    /// <param name="values">Stored forms by parameter name.</param>
    public Lease Rent(string sql, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var lease = Rent(sql);
        var parameters = lease.Command.Parameters;
        for (var i = 0; i < values.Count; i++)
        {
            if (i >= parameters.Count)
                Add(lease.Command, values[i].Key);
            else if (parameters[i].ParameterName != values[i].Key)
                parameters[i].ParameterName = values[i].Key;
            parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return lease;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Command.Dispose();
        _commands.Clear();
        Connection.Dispose();
    }

    private static void Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
    }

    private Lease Rent(string sql)
    {
        s_statements.Add(1);
        if (_commands.TryGetValue(sql, out var prepared))
        {
            if (prepared.IsRented)
                return new Lease(new PreparedCommand(Create(sql)), ownsCommand: true);
        }
        else if (_commands.Count < MaximumCommands)
        {
            _commands.Add(sql, prepared = new PreparedCommand(Create(sql)));
        }
        else
        {
            return new Lease(new PreparedCommand(Create(sql)), ownsCommand: true);
        }

        prepared.IsRented = true;
        prepared.Command.Transaction = Transaction;
        return new Lease(prepared, ownsCommand: false);
    }

    private DbCommand Create(string sql)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // the text is made by the query translator; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = Transaction;
        return command;
    }

    internal sealed class PreparedCommand(DbCommand command)
    {
        public DbCommand Command { get; } = command;

        public bool IsRented { get; set; }
    }

    internal readonly struct Lease(PreparedCommand prepared, bool ownsCommand) : IDisposable
    {
        public DbCommand Command => prepared.Command;

        public void Dispose()
        {
            if (ownsCommand)
                prepared.Command.Dispose();
            else
                prepared.IsRented = false;
        }
    }
}
