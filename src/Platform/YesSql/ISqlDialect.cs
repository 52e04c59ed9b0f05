using System.Data;

namespace YesSql;

/// <summary>The differences between databases: types, quoting, paging, functions, stored forms of values.</summary>
public interface ISqlDialect
{
    int MaxCommandsPageSize { get; }

    int MaxParametersPerCommand { get; }

    DbType ToDbType(Type type);

    /// <summary>The value in the form in which this database stores it.</summary>
    object? TryConvert(object? source);

    void ResetTypeHandlers();

    void AddTypeHandler<T, TU>(Func<T, TU> handler);

    string Name { get; }

    string CascadeConstraintsString { get; }

    string CreateTableString { get; }

    string PrimaryKeyString { get; }

    string RandomOrderByClause { get; }

    string NullColumnString { get; }

    bool SupportsBatching { get; }

    bool SupportsUnique { get; }

    bool PrefixIndex { get; }

    bool HasDataTypeInIdentityColumn { get; }

    bool SupportsIdentityColumns { get; }

    string IdentityColumnString { get; }

    string LegacyIdentityColumnString { get; }

    string IdentitySelectString { get; }

    string IdentityLastId { get; }

    byte DefaultDecimalPrecision { get; }

    byte DefaultDecimalScale { get; }

    string GetTypeName(DbType dbType, int? length, byte? precision, byte? scale);

    string GetSqlValue(object? value);

    string QuoteForTableName(string tableName, string? schema);

    string QuoteForAliasName(string alias);

    string GetDropTableString(string tableName, string? schema);

    string GetCreateSchemaString(string schema);

    string GetDropIndexString(string indexName, string tableName, string? schema);

    string QuoteForColumnName(string columnName);

    string InOperator(string values);

    string InSelectOperator(string query);

    string NotInOperator(string values);

    string NotInSelectOperator(string query);

    string GetDropForeignKeyConstraintString(string name);

    string GetAddForeignKeyConstraintString(string name, string[] srcColumns, string destQuotedTable, string[] destColumns, bool primaryKey);

    string FormatKeyName(string name);

    string FormatIndexName(string name);

    /// <summary>The order terms of a query that answers each document once, with the select columns that they need.</summary>
    IEnumerable<(string aggregate, string alias)> GetAggregateOrders(IList<string> select, IList<string> orderBy);

    void Concat(IStringBuilder builder, params Action<IStringBuilder>[] generators);

    string DefaultValuesInsert { get; }

    void Page(ISqlBuilder sqlBuilder, string? offset, string? limit);

    string RenderMethod(string name, params string[] args);

    ISqlBuilder CreateBuilder(string tablePrefix);
}

/// <summary>Collects the text of a statement.</summary>
public interface IStringBuilder
{
    IStringBuilder Append(string text);
}

/// <summary>Collects the clauses of a select statement.</summary>
public interface ISqlBuilder
{
    void Select();

    void Selector(string selector);

    /// <param name="table">A table's name without quotes and prefix.</param>
    void Table(string table, string? alias, string? schema);

    /// <param name="join">A whole join clause.</param>
    void Join(string join);

    void WhereAnd(string clause);

    void GroupBy(string orderBy);

    bool HasOrder { get; }

    void ThenOrderBy(string orderBy);

    void ThenOrderByDescending(string orderBy);

    /// <summary>Adds text after all clauses.</summary>
    void Trail(params string[] segments);

    void Skip(string skip);

    void Take(string take);

    string ToSqlString();
}
