using YesSql.Sql.Schema;

namespace YesSql.Sql;

internal class SchemaCommand(string name) : ISchemaCommand
{
    public string Name { get; } = name;

    public List<ITableCommand> TableCommands { get; } = [];
}

internal sealed class DropTableCommand(string name) : SchemaCommand(name), IDropTableCommand;

internal sealed class CreateForeignKeyCommand(string name, string srcTable, string[] srcColumns, string destTable, string[] destColumns)
    : SchemaCommand(name), ICreateForeignKeyCommand
{
    public string SrcTable { get; } = srcTable;

    public string[] SrcColumns { get; } = srcColumns;

    public string DestTable { get; } = destTable;

    public string[] DestColumns { get; } = destColumns;
}

internal sealed class DropForeignKeyCommand(string srcTable, string name) : SchemaCommand(name), IDropForeignKeyCommand
{
    public string SrcTable { get; } = srcTable;
}

internal sealed class CreateTableCommand(string name) : SchemaCommand(name), ICreateTableCommand
{
    public ICreateTableCommand Column(string columnName, Type dbType, Action<ICreateColumnCommand>? column = null)
    {
        var command = new ColumnCommand(Name, columnName, dbType);
        column?.Invoke(command);
        TableCommands.Add(command);
        return this;
    }

    public ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand>? column = null) => Column(columnName, typeof(T), column);
}

internal sealed class AlterTableCommand(string name) : SchemaCommand(name), IAlterTableCommand
{
    public void AddColumn(string columnName, Type dbType, Action<IAddColumnCommand>? column = null)
    {
        var command = new AddColumnCommand(Name, columnName, dbType);
        column?.Invoke(command);
        TableCommands.Add(command);
    }

    public void AddColumn<T>(string columnName, Action<IAddColumnCommand>? column = null) => AddColumn(columnName, typeof(T), column);

    public void AlterColumn(string columnName, Action<IAlterColumnCommand>? column = null)
    {
        var command = new AlterColumnCommand(Name, columnName);
        column?.Invoke(command);
        TableCommands.Add(command);
    }

    public void RenameColumn(string columnName, string newName) => TableCommands.Add(new RenameColumnCommand(Name, columnName, newName));

    public void DropColumn(string columnName) => TableCommands.Add(new DropColumnCommand(Name, columnName));

    public void CreateIndex(string indexName, params string[] columnNames) => TableCommands.Add(new AddIndexCommand(Name, indexName, columnNames));

    public void DropIndex(string indexName) => TableCommands.Add(new DropIndexCommand(Name, indexName));
}

internal sealed class AddIndexCommand(string table, string indexName, string[] columnNames) : SchemaCommand(table), IAddIndexCommand
{
    public string IndexName { get; } = indexName;

    public string[] ColumnNames { get; } = columnNames;
}

internal sealed class DropIndexCommand(string table, string indexName) : SchemaCommand(table), IDropIndexCommand
{
    public string IndexName { get; } = indexName;
}
