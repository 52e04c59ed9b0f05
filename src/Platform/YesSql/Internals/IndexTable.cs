using System.Globalization;
using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>The table of an index in one store, with the statements that keep it.</summary>
internal sealed class IndexTable
{
    private readonly SqlDialectBase _dialect;

    public IndexTable(Store store, Type indexType, string collection)
    {
        _dialect = store.Dialect;
        IndexType = indexType;
        Shape = IndexShape.Of(indexType, _dialect);
        Name = store.Configuration.TablePrefix + store.Configuration.TableNameConvention.GetIndexTable(indexType, collection);
        Quoted = _dialect.QuoteForTableName(Name, store.Configuration.Schema);

        var columns = Shape.Columns.Select(column => _dialect.QuoteForColumnName(column.Name)).ToArray();
        var id = _dialect.QuoteForColumnName("Id");
        var documentId = _dialect.QuoteForColumnName("DocumentId");
        var shown = Shape.HasDocumentId ? [id, documentId, .. columns] : (string[])[id, .. columns];
        string[] written = Shape.IsReduced ? columns : [documentId, .. columns];

        _shown = shown;
        Insert = written.Length == 0
            ? $"insert into {Quoted} {_dialect.DefaultValuesInsert}"
            : $"insert into {Quoted} ({string.Join(", ", written)}) values ({Parameters(0, written.Length)})";
        if (Shape.IsReduced)
            Insert += " returning " + id;
        Update = $"update {Quoted} set {string.Join(", ", columns.Select((column, i) => column + " = " + Parameter(i + 1)))} where {id} = @p0";
        DeleteById = $"delete from {Quoted} where {id} = @p0";
        DeleteByDocument = $"delete from {Quoted} where {documentId} = @p0";
        SelectByDocument = $"select {string.Join(", ", shown)} from {Quoted} where {documentId} = @p0 order by {id}";

        if (Shape.IsReduced)
        {
            var bridge = _dialect.QuoteForTableName(BridgeName(Name), store.Configuration.Schema);
            var rowId = _dialect.QuoteForColumnName(indexType.Name + "Id");
            Bridge = new BridgeStatements(
                bridge,
                rowId,
                $"insert into {bridge} ({rowId}, {documentId}) values (@p0, @p1)",
                $"delete from {bridge} where {rowId} = @p0 and {documentId} = @p1",
                $"delete from {bridge} where {rowId} = @p0");
        }
    }

    private readonly string[] _shown;

    public Type IndexType { get; }

    public IndexShape Shape { get; }

    /// <summary>The name with the prefix, without quotes.</summary>
    public string Name { get; }

    public string Quoted { get; }

    /// <summary>Answers the id of a reduced row, since its ties need it.</summary>
    public string Insert { get; }

    public string Update { get; }

    public string DeleteById { get; }

    public string DeleteByDocument { get; }

    public string SelectByDocument { get; }

    /// <summary>What ties reduced rows to documents; null for a map index.</summary>
    public BridgeStatements? Bridge { get; }

    public static string BridgeName(string tableName) => tableName + "_Document";

    /// <summary>The columns that <see cref="IndexShape.Read"/> expects.</summary>
    public string Selection(string alias) => string.Join(", ", _shown.Select(column => alias + "." + column));

    public string SelectByKey(string column, bool isNull) =>
        $"select {string.Join(", ", _shown)} from {Quoted} where {_dialect.QuoteForColumnName(column)}"
        + (isNull ? " is null" : " = @p0");

    /// <summary>The stored forms of a row's columns.</summary>
    public object?[] Values(IIndex row)
    {
        var values = Shape.Write(row);
        for (var i = 0; i < values.Length; i++)
            values[i] = _dialect.TryConvert(values[i]);
        return values;
    }

    public static bool Same(object?[] one, object?[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] is byte[] bytes && other[i] is byte[] others ? !bytes.AsSpan().SequenceEqual(others) : !Equals(one[i], other[i]))
                return false;
        }

        return true;
    }

    private static string Parameters(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(Parameter));

    private static string Parameter(int number) => "@p" + number.ToString(CultureInfo.InvariantCulture);

    internal sealed record BridgeStatements(string Quoted, string RowId, string Insert, string Delete, string DeleteAll);
}
