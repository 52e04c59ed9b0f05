using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using YesSql.Indexes;

namespace YesSql;

/// <summary>One database of documents: its configuration, its index descriptions, the maker of sessions.</summary>
public interface IStore : IDisposable
{
    /// <param name="withTracking">False for a session that answers a new object for each row and so cannot save what it read.</param>
    ISession CreateSession(bool withTracking = true);

    IStore RegisterIndexes(IEnumerable<IIndexProvider> indexProviders, string? collection = null);

    IConfiguration Configuration { get; }

    /// <summary>Creates the tables of the default collection where they are missing.</summary>
    Task InitializeAsync();

    Task InitializeCollectionAsync(string collection);

    IEnumerable<IndexDescriptor> Describe(Type target, string? collection = null);

    ITypeService TypeNames { get; }
}

/// <summary>What a store is made of.</summary>
public interface IConfiguration
{
    IAccessorFactory IdentifierAccessorFactory { get; set; }

    IAccessorFactory VersionAccessorFactory { get; set; }

    IsolationLevel IsolationLevel { get; set; }

    IConnectionFactory ConnectionFactory { get; set; }

    IContentSerializer ContentSerializer { get; set; }

    IIdGenerator IdGenerator { get; set; }

    ILogger Logger { get; set; }

    string TablePrefix { get; set; }

    /// <summary>The database schema that holds the tables; null or empty for the database's default.</summary>
    string? Schema { get; set; }

    int CommandsPageSize { get; set; }

    bool QueryGatingEnabled { get; set; }

    bool EnableThreadSafetyChecks { get; set; }

    HashSet<Type> ConcurrentTypes { get; }

    ITableNameConvention TableNameConvention { get; set; }

    ICommandInterpreter CommandInterpreter { get; set; }

    ISqlDialect SqlDialect { get; set; }

    IdentityColumnSize IdentityColumnSize { get; set; }
}

/// <summary>The width of id columns.</summary>
public enum IdentityColumnSize
{
    Int32,
    Int64,
}

/// <summary>Makes connections that are not open yet.</summary>
public interface IConnectionFactory
{
    DbConnection CreateConnection();

    Type DbConnectionType { get; }
}

/// <summary>Turns documents into text and back.</summary>
public interface IContentSerializer
{
    string Serialize(object item);

    object Deserialize(string content, Type type);
}

/// <summary>The names that types have in the document table.</summary>
public interface ITypeService
{
    string this[Type t] { get; set; }

    /// <returns>The type of that name; <see cref="object"/> where it is not known.</returns>
    Type this[string s] { get; }
}

/// <summary>The names of tables, without the prefix.</summary>
public interface ITableNameConvention
{
    string GetDocumentTable(string? collection = null);

    string GetIndexTable(Type indexType, string? collection = null);
}

/// <summary>Gives ids to new documents.</summary>
public interface IIdGenerator
{
    Task InitializeAsync(IStore store);

    Task InitializeCollectionAsync(IConfiguration configuration, string collection);

    long GetNextId(string? collection);

    Task<long> GetNextIdAsync(string? collection);
}

/// <summary>Reads and writes one property of a document.</summary>
public interface IAccessor<T>
{
    T Get(object obj);

    void Set(object obj, T value);
}

/// <summary>Finds the accessor of a type.</summary>
public interface IAccessorFactory
{
    /// <returns>Null where the type has no such property.</returns>
    IAccessor<T>? CreateAccessor<T>(Type tContainer);
}
