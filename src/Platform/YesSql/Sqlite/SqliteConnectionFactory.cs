using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace YesSql.Sqlite;

/// <summary>Connections to one database file, each set up so that an acknowledged commit survives a loss of power.</summary>
internal sealed class SqliteConnectionFactory : IConnectionFactory
{
    private readonly string _connectionString;

    /// <param name="path">The database file; created where it is missing, its folder not.</param>
    public SqliteConnectionFactory(string path) =>
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = DurableSqliteConnection.BusyTimeoutMilliseconds / 1000,
        }.ToString();

    public Type DbConnectionType => typeof(SqliteConnection);

    public DbConnection CreateConnection() => new DurableSqliteConnection(_connectionString);
}

/// <summary>Sets what SQLite keeps per connection, however the connection is opened.</summary>
internal sealed class DurableSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    public const int BusyTimeoutMilliseconds = 10_000;

    private static readonly string Settings = string.Create(
        CultureInfo.InvariantCulture,
        $"pragma busy_timeout = {BusyTimeoutMilliseconds}; pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -1000;");

    public override void Open()
    {
        base.Open();
        using var command = CreateCommand();
#pragma warning disable CA2100 // a constant text
        command.CommandText = Settings;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
