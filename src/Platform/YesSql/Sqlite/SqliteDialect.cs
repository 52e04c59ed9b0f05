using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using YesSql.Internals;

namespace YesSql.Sqlite;

/// <summary>
/// SQLite: one writer, transactions begun immediately, and few storage classes, so every type has one stored form that compares
/// and sorts as the type does (see <see cref="SqliteValues"/>).
/// </summary>
internal sealed class SqliteDialect : SqlDialectBase
{
    public override string Name => "Sqlite";

    public override bool HasSingleWriter => true;

    public override bool CanCalculateWithDecimals => false;

    public override int MaxParametersPerCommand => 32766;

    public override string IdentityColumnString => "integer primary key autoincrement";

    public override string IdentitySelectString => "; select last_insert_rowid()";

    public override string IdentityLastId => "last_insert_rowid()";

    // Deferred transactions that read and then write fail at once when somebody committed in between; Microsoft.Data.Sqlite
    // begins immediately unless asked otherwise, at the isolation that SQLite always has.
    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, IsolationLevel isolation) =>
        await connection.BeginTransactionAsync(IsolationLevel.Serializable);

    public override Expression ReadColumn(ParameterExpression reader, int ordinal, Type type) => SqliteValues.Read(reader, ordinal, type);

    public override IEnumerable<string> CreateDocumentTable(string quotedTable, string indexName) =>
    [
        $"create table if not exists {quotedTable} ([Id] integer not null primary key, [Type] text not null, [Content] text not null, [Version] bigint not null default 0)",
        $"create index if not exists {Quote(indexName)} on {quotedTable} ([Type])",
    ];

    public override string CreateIdentifierTable(string quotedTable) =>
        $"create table if not exists {quotedTable} ([dimension] text not null primary key, [nextval] bigint not null)";

    public override string SelectTable(string? schema) => "select 1 from sqlite_master where type = 'table' and name = @p0";

    public override string GetTypeName(DbType dbType, int? length, byte? precision, byte? scale) => dbType switch
    {
        DbType.Boolean => "bool",
        DbType.Byte or DbType.SByte or DbType.Int16 or DbType.UInt16 or DbType.Int32 or DbType.UInt32 => "int",
        DbType.Int64 or DbType.UInt64 => "bigint",
        DbType.Single or DbType.Double => "real",
        DbType.DateTime or DbType.DateTimeOffset => "datetime",
        DbType.Date => "date",
        DbType.Binary => "blob",

        // Declared as text: any other name gives a column numeric affinity, which would turn some of these into numbers.
        DbType.Decimal or DbType.Guid or DbType.Time => "text",
        DbType.String or DbType.StringFixedLength => "text collate nocase",
        _ => throw new NotSupportedException($"SQLite columns of type '{dbType}' are not supported."),
    };

    public override void Page(ISqlBuilder sqlBuilder, string? offset, string? limit)
    {
        sqlBuilder.Trail(" limit ", limit ?? "-1");
        if (offset is not null)
            sqlBuilder.Trail(" offset ", offset);
    }

    public override string GetCreateSchemaString(string schema) => "";

    public override string RenderMethod(string name, params string[] args) =>
        base.RenderMethod(string.Equals(name, "average", StringComparison.OrdinalIgnoreCase) ? "avg" : name, args);

    protected override void AddDefaultHandlers() => SqliteValues.AddHandlers(this);

    protected override string Quote(string name) => "[" + name.Replace("]", "", StringComparison.Ordinal) + "]";
}
