namespace YesSql.Sql.Schema;

/// <summary>The columns of a new table.</summary>
public interface ICreateTableCommand : ISchemaCommand
{
    ICreateTableCommand Column(string columnName, Type dbType, Action<ICreateColumnCommand>? column = null);

    ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand>? column = null);

    /// <summary>A column that is wide enough for an id.</summary>
    ICreateTableCommand Column(IdentityColumnSize identityColumnSize, string columnName, Action<ICreateColumnCommand>? column = null) =>
        Column(columnName, identityColumnSize == IdentityColumnSize.Int64 ? typeof(long) : typeof(int), column);
}

/// <summary>The changes of a table.</summary>
public interface IAlterTableCommand : ISchemaCommand
{
    void AddColumn(string columnName, Type dbType, Action<IAddColumnCommand>? column = null);

    void AddColumn<T>(string columnName, Action<IAddColumnCommand>? column = null);

    void AlterColumn(string columnName, Action<IAlterColumnCommand>? column = null);

    void RenameColumn(string columnName, string newName);

    void DropColumn(string columnName);

    void CreateIndex(string indexName, params string[] columnNames);

    void DropIndex(string indexName);
}
