using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;

namespace YesSql.Internals;

/// <summary>What the store asks of a database beyond the public contract, and what most databases have in common.</summary>
internal abstract class SqlDialectBase : ISqlDialect
{
    private readonly ConcurrentDictionary<Type, Func<object, object>> _handlers = [];

    protected SqlDialectBase() => AddDefaultHandlers();

    public abstract string Name { get; }

    /// <summary>How long a writer waits for another.</summary>
    public virtual TimeSpan WriterTimeout => TimeSpan.FromSeconds(30);

    /// <summary>True where the whole database has one writer at a time.</summary>
    public abstract bool HasSingleWriter { get; }

    /// <summary>False where decimals are stored in a form that sorts and compares but cannot be calculated with.</summary>
    public abstract bool CanCalculateWithDecimals { get; }

    /// <summary>The character that makes % and _ ordinary in a LIKE pattern.</summary>
    public virtual char LikeEscape => '\\';

    /// <summary>An expression that reads a column that is not null.</summary>
    public abstract Expression ReadColumn(ParameterExpression reader, int ordinal, Type type);

    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, IsolationLevel isolation);

    /// <summary>The statements that create the document table, for a connection where it may exist.</summary>
    public abstract IEnumerable<string> CreateDocumentTable(string quotedTable, string indexName);

    public abstract string CreateIdentifierTable(string quotedTable);

    /// <summary>A statement that answers a row where the table named by @p0 exists.</summary>
    public abstract string SelectTable(string? schema);

    public virtual int MaxCommandsPageSize => int.MaxValue;

    public virtual int MaxParametersPerCommand => int.MaxValue;

    public virtual string CascadeConstraintsString => "";

    public virtual string CreateTableString => "create table";

    public virtual string PrimaryKeyString => "primary key";

    public virtual string RandomOrderByClause => "random()";

    public virtual string NullColumnString => "";

    public virtual bool SupportsBatching => true;

    public virtual bool SupportsUnique => true;

    public virtual bool PrefixIndex => false;

    public virtual bool HasDataTypeInIdentityColumn => false;

    public virtual bool SupportsIdentityColumns => true;

    public abstract string IdentityColumnString { get; }

    public virtual string LegacyIdentityColumnString => IdentityColumnString;

    public abstract string IdentitySelectString { get; }

    public abstract string IdentityLastId { get; }

    public virtual byte DefaultDecimalPrecision => 19;

    public virtual byte DefaultDecimalScale => 5;

    public virtual string DefaultValuesInsert => "default values";

    public virtual DbType ToDbType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            type = Enum.GetUnderlyingType(type);
        return DbTypes.TryGetValue(type, out var dbType)
            ? dbType
            : throw new NotSupportedException($"A column cannot be of type '{type}'.");
    }

    public object? TryConvert(object? source)
    {
        if (source is null)
            return null;
        if (_handlers.TryGetValue(source.GetType(), out var handler))
            return handler(source);
        return source is Enum ? Convert.ToInt64(source, CultureInfo.InvariantCulture) : source;
    }

    public void ResetTypeHandlers()
    {
        _handlers.Clear();
        AddDefaultHandlers();
    }

    public void AddTypeHandler<T, TU>(Func<T, TU> handler) => _handlers[typeof(T)] = value => handler((T)value)!;

    public abstract string GetTypeName(DbType dbType, int? length, byte? precision, byte? scale);

    /// <summary>A value as a literal, for defaults of columns; conditions use parameters.</summary>
    public virtual string GetSqlValue(object? value) => TryConvert(value) switch
    {
        null => "null",
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool truth => truth ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => throw new NotSupportedException($"A value of type '{other.GetType()}' cannot be written as a literal."),
    };

    public virtual string QuoteForTableName(string tableName, string? schema) =>
        string.IsNullOrEmpty(schema) ? Quote(tableName) : Quote(schema) + "." + Quote(tableName);

    public virtual string QuoteForAliasName(string alias) => Quote(alias);

    public virtual string QuoteForColumnName(string columnName) => Quote(columnName);

    public virtual string GetDropTableString(string tableName, string? schema) =>
        "drop table if exists " + QuoteForTableName(tableName, schema);

    public virtual string GetCreateSchemaString(string schema) => "create schema if not exists " + Quote(schema);

    public virtual string GetDropIndexString(string indexName, string tableName, string? schema) =>
        "drop index if exists " + QuoteForTableName(indexName, schema);

    public virtual string InOperator(string values) => " in (" + values + ")";

    public virtual string NotInOperator(string values) => " not in (" + values + ")";

    public virtual string InSelectOperator(string query) => " in (" + query + ")";

    public virtual string NotInSelectOperator(string query) => " not in (" + query + ")";

    public virtual string GetDropForeignKeyConstraintString(string name) => " drop constraint " + Quote(name);

    public virtual string GetAddForeignKeyConstraintString(
        string name, string[] srcColumns, string destQuotedTable, string[] destColumns, bool primaryKey) =>
        $" add constraint {Quote(name)} foreign key ({Columns(srcColumns)}) references {destQuotedTable}"
        + (primaryKey ? "" : $" ({Columns(destColumns)})");

    public virtual string FormatKeyName(string name) => name;

    public virtual string FormatIndexName(string name) => name;

    public virtual IEnumerable<(string aggregate, string alias)> GetAggregateOrders(IList<string> select, IList<string> orderBy)
    {
        for (var i = 0; i < orderBy.Count; i++)
        {
            var descending = orderBy[i].EndsWith(" desc", StringComparison.OrdinalIgnoreCase);
            var column = descending ? orderBy[i][..^5] : orderBy[i];
            yield return ((descending ? "max(" : "min(") + column + ")" + (descending ? " desc" : ""), "order_" + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    public virtual void Concat(IStringBuilder builder, params Action<IStringBuilder>[] generators)
    {
        builder.Append("(");
        for (var i = 0; i < generators.Length; i++)
        {
            if (i > 0)
                builder.Append(" || ");
            generators[i](builder);
        }

        builder.Append(")");
    }

    public abstract void Page(ISqlBuilder sqlBuilder, string? offset, string? limit);

    public virtual string RenderMethod(string name, params string[] args) => name + "(" + string.Join(", ", args) + ")";

    public ISqlBuilder CreateBuilder(string tablePrefix) => new SqlBuilder(this, tablePrefix);

    /// <summary>The stored forms of the types that a row can have.</summary>
    protected abstract void AddDefaultHandlers();

    protected abstract string Quote(string name);

    private string Columns(string[] names) => string.Join(", ", names.Select(QuoteForColumnName));

    private static readonly Dictionary<Type, DbType> DbTypes = new()
    {
        [typeof(bool)] = DbType.Boolean,
        [typeof(byte)] = DbType.Byte,
        [typeof(sbyte)] = DbType.SByte,
        [typeof(short)] = DbType.Int16,
        [typeof(ushort)] = DbType.UInt16,
        [typeof(int)] = DbType.Int32,
        [typeof(uint)] = DbType.UInt32,
        [typeof(long)] = DbType.Int64,
        [typeof(ulong)] = DbType.UInt64,
        [typeof(float)] = DbType.Single,
        [typeof(double)] = DbType.Double,
        [typeof(decimal)] = DbType.Decimal,
        [typeof(char)] = DbType.StringFixedLength,
        [typeof(string)] = DbType.String,
        [typeof(DateTime)] = DbType.DateTime,
        [typeof(DateTimeOffset)] = DbType.DateTimeOffset,
        [typeof(DateOnly)] = DbType.Date,
        [typeof(TimeOnly)] = DbType.Time,
        [typeof(TimeSpan)] = DbType.Int64,
        [typeof(Guid)] = DbType.Guid,
        [typeof(byte[])] = DbType.Binary,
    };
}
