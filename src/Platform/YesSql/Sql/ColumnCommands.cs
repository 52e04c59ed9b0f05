using YesSql.Sql.Schema;

namespace YesSql.Sql;

internal class ColumnCommand(string table, string columnName, Type dbType) : SchemaCommand(table), ICreateColumnCommand
{
    public string ColumnName { get; } = columnName;

    public byte? Scale { get; private set; }

    public byte? Precision { get; private set; }

    public Type DbType { get; private set; } = dbType;

    public object? Default { get; private set; }

    public int? Length { get; private set; }

    public bool IsUnique { get; private set; }

    public bool IsNotNull { get; private set; }

    public bool IsPrimaryKey { get; private set; }

    public bool IsIdentity { get; private set; }

    public IColumnCommand WithDefault(object? @default)
    {
        Default = @default;
        return this;
    }

    public IColumnCommand WithLength(int? length)
    {
        Length = length;
        return this;
    }

    public IColumnCommand Unlimited() => WithLength(int.MaxValue);

    public ICreateColumnCommand PrimaryKey()
    {
        IsPrimaryKey = true;
        return this;
    }

    public ICreateColumnCommand Identity()
    {
        IsIdentity = true;
        IsPrimaryKey = true;
        return this;
    }

    public ICreateColumnCommand WithPrecision(byte? precision)
    {
        Precision = precision;
        return this;
    }

    public ICreateColumnCommand WithScale(byte? scale)
    {
        Scale = scale;
        return this;
    }

    public ICreateColumnCommand NotNull()
    {
        IsNotNull = true;
        return this;
    }

    public ICreateColumnCommand Nullable()
    {
        IsNotNull = false;
        return this;
    }

    public ICreateColumnCommand Unique()
    {
        IsUnique = true;
        return this;
    }

    public ICreateColumnCommand NotUnique()
    {
        IsUnique = false;
        return this;
    }

}

internal sealed class AddColumnCommand(string table, string columnName, Type dbType) : ColumnCommand(table, columnName, dbType), IAddColumnCommand;

internal sealed class AlterColumnCommand(string table, string columnName) : SchemaCommand(table), IAlterColumnCommand
{
    public string ColumnName { get; } = columnName;

    public byte? Scale { get; private set; }

    public byte? Precision { get; private set; }

    public Type DbType { get; private set; } = typeof(string);

    public object? Default { get; private set; }

    public int? Length { get; private set; }

    public IColumnCommand WithDefault(object? @default)
    {
        Default = @default;
        return this;
    }

    public IColumnCommand WithLength(int? length)
    {
        Length = length;
        return this;
    }

    public IColumnCommand Unlimited() => WithLength(int.MaxValue);

    public IAlterColumnCommand WithType(Type dbType, int? length)
    {
        (DbType, Length) = (dbType, length);
        return this;
    }

    public IAlterColumnCommand WithType(Type dbType, byte precision, byte scale)
    {
        (DbType, Precision, Scale) = (dbType, precision, scale);
        return this;
    }
}

internal sealed class DropColumnCommand(string table, string columnName) : ColumnCommand(table, columnName, typeof(string)), IDropColumnCommand;

internal sealed class RenameColumnCommand(string table, string columnName, string newColumnName)
    : ColumnCommand(table, columnName, typeof(string)), IRenameColumnCommand
{
    public string NewColumnName { get; } = newColumnName;
}
