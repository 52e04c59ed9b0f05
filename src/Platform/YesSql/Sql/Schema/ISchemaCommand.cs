namespace YesSql.Sql.Schema;

/// <summary>A change of the schema.</summary>
public interface ISchemaCommand
{
    /// <summary>The table, or the key, that is changed.</summary>
    string Name { get; }

    List<ITableCommand> TableCommands { get; }
}

/// <summary>A change of a table.</summary>
public interface ITableCommand : ISchemaCommand;

public interface IDropTableCommand : ISchemaCommand;

public interface ISqlStatementCommand : ISchemaCommand
{
    string Sql { get; }
}

public interface ICreateForeignKeyCommand : ISchemaCommand
{
    string SrcTable { get; }

    string[] SrcColumns { get; }

    string DestTable { get; }

    string[] DestColumns { get; }
}

public interface IDropForeignKeyCommand : ISchemaCommand
{
    string SrcTable { get; }
}

public interface IAddIndexCommand : ITableCommand
{
    string IndexName { get; }

    string[] ColumnNames { get; }
}

public interface IDropIndexCommand : ITableCommand
{
    string IndexName { get; }
}
