using System.Data.Common;
using YesSql.Sql.Schema;

namespace YesSql.Sql;

/// <summary>Changes the schema inside the current transaction. Table names are given without the prefix.</summary>
public interface ISchemaBuilder
{
    string TablePrefix { get; }

    ISqlDialect Dialect { get; }

    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    ITableNameConvention TableNameConvention { get; }

    bool ThrowOnError { get; }

    Task AlterTableAsync(string name, Action<IAlterTableCommand> table);

    Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string? collection);

    Task CreateForeignKeyAsync(string name, string srcTable, string[] srcColumns, string destTable, string[] destColumns);

    /// <summary>Creates the table of a map index: Id, DocumentId and the columns given.</summary>
    Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string? collection);

    /// <summary>Creates the table of a reduce index, and the one that ties its rows to documents.</summary>
    Task CreateReduceIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string? collection);

    Task CreateTableAsync(string name, Action<ICreateTableCommand> table);

    Task DropForeignKeyAsync(string srcTable, string name);

    Task DropMapIndexTableAsync(Type indexType, string? collection = null);

    Task DropReduceIndexTableAsync(Type indexType, string? collection = null);

    Task DropTableAsync(string name);

    Task CreateSchemaAsync(string schema);
}
