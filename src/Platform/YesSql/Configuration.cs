using System.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using YesSql.Internals;
using YesSql.Sqlite;

namespace YesSql;

/// <summary>The configuration of a store. A connection factory has to be given; the rest has defaults for SQLite.</summary>
public class Configuration : IConfiguration
{
    private IConnectionFactory? _connectionFactory;
    private ICommandInterpreter? _commandInterpreter;

    public IAccessorFactory IdentifierAccessorFactory { get; set; } = new PropertyAccessorFactory("Id");

    public IAccessorFactory VersionAccessorFactory { get; set; } = new PropertyAccessorFactory("Version");

    public IsolationLevel IsolationLevel { get; set; } = IsolationLevel.ReadCommitted;

    public IConnectionFactory ConnectionFactory
    {
        get => _connectionFactory ?? throw new InvalidOperationException("The store has no connection factory.");
        set => _connectionFactory = value;
    }

    public IContentSerializer ContentSerializer { get; set; } = new JsonContentSerializer();

    public string TablePrefix { get; set; } = "";

    public string? Schema { get; set; }

    public int CommandsPageSize { get; set; } = 500;

    public bool QueryGatingEnabled { get; set; }

    public bool EnableThreadSafetyChecks { get; set; }

    public IIdGenerator IdGenerator { get; set; } = new BlockIdGenerator();

    public ILogger Logger { get; set; } = NullLogger.Instance;

    public HashSet<Type> ConcurrentTypes { get; } = [];

    public ITableNameConvention TableNameConvention { get; set; } = new DefaultTableNameConvention();

    public ICommandInterpreter CommandInterpreter
    {
        get => _commandInterpreter ??= new SqliteCommandInterpreter(this);
        set => _commandInterpreter = value;
    }

    public ISqlDialect SqlDialect { get; set; } = new SqliteDialect();

    public IdentityColumnSize IdentityColumnSize { get; set; } = IdentityColumnSize.Int64;
}
