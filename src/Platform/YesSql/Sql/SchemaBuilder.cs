using System.Data.Common;
using YesSql.Internals;
using YesSql.Sql.Schema;
using YesSql.Sqlite;

namespace YesSql.Sql;

/// <summary>Runs changes of the schema on a connection, inside its transaction.</summary>
internal sealed class SchemaBuilder(IConfiguration configuration, StoreConnection connection) : ISchemaBuilder
{
    public string TablePrefix => configuration.TablePrefix;

    public ISqlDialect Dialect => configuration.SqlDialect;

    public DbConnection Connection => connection.Connection;

    public DbTransaction Transaction => connection.Transaction ?? throw new InvalidOperationException("The schema is changed inside a transaction.");

    public ITableNameConvention TableNameConvention => configuration.TableNameConvention;

    public bool ThrowOnError => true;

    public Task AlterTableAsync(string name, Action<IAlterTableCommand> table)
    {
        var command = new AlterTableCommand(name);
        table(command);
        return RunAsync(command);
    }

    public Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string? collection) =>
        AlterTableAsync(TableNameConvention.GetIndexTable(indexType, collection), table);

    public Task CreateForeignKeyAsync(string name, string srcTable, string[] srcColumns, string destTable, string[] destColumns) =>
        RunAsync(new CreateForeignKeyCommand(name, srcTable, srcColumns, destTable, destColumns));

    public async Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string? collection)
    {
        var name = TableNameConvention.GetIndexTable(indexType, collection);
        ICreateTableCommand command = new CreateTableCommand(name);
        command.Column(configuration.IdentityColumnSize, "Id", column => column.Identity());
        command.Column(configuration.IdentityColumnSize, "DocumentId", column => column.NotNull());
        table(command);
        await RunAsync(command);
        await AlterTableAsync(name, alter => alter.CreateIndex("IDX_FK_" + name, "DocumentId"));
    }

    public async Task CreateReduceIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string? collection)
    {
        var name = TableNameConvention.GetIndexTable(indexType, collection);
        ICreateTableCommand command = new CreateTableCommand(name);
        command.Column(configuration.IdentityColumnSize, "Id", column => column.Identity());
        table(command);
        await RunAsync(command);

        var bridge = IndexTable.BridgeName(name);
        var rowId = indexType.Name + "Id";
        ICreateTableCommand ties = new CreateTableCommand(bridge);
        ties.Column(configuration.IdentityColumnSize, rowId, column => column.NotNull());
        ties.Column(configuration.IdentityColumnSize, "DocumentId", column => column.NotNull());
        await RunAsync(ties);
        await AlterTableAsync(bridge, alter => alter.CreateIndex("IDX_FK_" + bridge, rowId, "DocumentId"));
        await AlterTableAsync(bridge, alter => alter.CreateIndex("IDX_FK_" + bridge + "_DocumentId", "DocumentId"));
    }

    public Task CreateTableAsync(string name, Action<ICreateTableCommand> table)
    {
        ICreateTableCommand command = new CreateTableCommand(name);
        table(command);
        return RunAsync(command);
    }

    public Task DropForeignKeyAsync(string srcTable, string name) => RunAsync(new DropForeignKeyCommand(srcTable, name));

    public Task DropMapIndexTableAsync(Type indexType, string? collection = null) =>
        DropTableAsync(TableNameConvention.GetIndexTable(indexType, collection));

    public async Task DropReduceIndexTableAsync(Type indexType, string? collection = null)
    {
        var name = TableNameConvention.GetIndexTable(indexType, collection);
        await DropTableAsync(IndexTable.BridgeName(name));
        await DropTableAsync(name);
    }

    public Task DropTableAsync(string name) => RunAsync(new DropTableCommand(name));

    public async Task CreateSchemaAsync(string schema)
    {
        if (Dialect.GetCreateSchemaString(schema) is { Length: > 0 } statement)
            await ExecuteAsync(statement);
    }

    private async Task RunAsync(ISchemaCommand command)
    {
        if (Dialect is SqliteDialect sqlite && command is IAlterTableCommand)
        {
            foreach (var change in command.TableCommands.OfType<IAlterColumnCommand>())
                await SqliteColumnType.ChangeAsync(this, sqlite, change);
        }

        foreach (var statement in configuration.CommandInterpreter.CreateSql([command]))
            await ExecuteAsync(statement);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // names come from migrations, which are code
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = Transaction;
        await command.ExecuteNonQueryAsync();
    }
}
