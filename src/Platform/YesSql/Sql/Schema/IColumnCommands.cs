namespace YesSql.Sql.Schema;

/// <summary>The options of a column, new or changed.</summary>
public interface IColumnCommand : ITableCommand
{
    string ColumnName { get; }

    byte? Scale { get; }

    byte? Precision { get; }

    Type DbType { get; }

    object? Default { get; }

    /// <summary>The longest text in characters, where the database minds it; null for 255.</summary>
    int? Length { get; }

    IColumnCommand WithDefault(object? @default);

    IColumnCommand WithLength(int? length);

    IColumnCommand Unlimited();
}

/// <summary>The options of a new column.</summary>
public interface ICreateColumnCommand : IColumnCommand
{
    bool IsUnique { get; }

    bool IsNotNull { get; }

    bool IsPrimaryKey { get; }

    bool IsIdentity { get; }

    ICreateColumnCommand PrimaryKey();

    ICreateColumnCommand Identity();

    ICreateColumnCommand WithPrecision(byte? precision);

    ICreateColumnCommand WithScale(byte? scale);

    ICreateColumnCommand NotNull();

    ICreateColumnCommand Nullable();

    /// <summary>No two rows may have the same value; several may have none.</summary>
    ICreateColumnCommand Unique();

    ICreateColumnCommand NotUnique();
}

/// <summary>A column added to a table.</summary>
public interface IAddColumnCommand : ICreateColumnCommand;

/// <summary>A column whose type or default changes.</summary>
public interface IAlterColumnCommand : IColumnCommand
{
    IAlterColumnCommand WithType(Type dbType, int? length);

    IAlterColumnCommand WithType(Type dbType, byte precision, byte scale);
}

public interface IDropColumnCommand : IColumnCommand;

public interface IRenameColumnCommand : IColumnCommand
{
    string NewColumnName { get; }
}
