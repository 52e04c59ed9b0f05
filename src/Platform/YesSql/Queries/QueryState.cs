using System.Linq.Expressions;
using System.Text;
using YesSql.Indexes;
using YesSql.Internals;

namespace YesSql.Queries;

/// <summary>
/// A query while it is put together: the indexes joined, the conditions, the order. A part of Any or All has a state of its own
/// that becomes one condition of the whole, and shares parameters, aliases and order with it.
/// </summary>
internal sealed class QueryState
{
    private readonly QueryState? _parent;
    private readonly List<Join> _joins = [];
    private readonly List<string> _conditions = [];
    private readonly List<(string Term, bool Descending)> _orders = [];
    private readonly ConditionWriter _writer;
    private int? _skip;
    private int? _take;

    public QueryState(Session session, string collection)
    {
        Session = session;
        Collection = collection;
        Parameters = new QueryParameters(session.OwnStore.Dialect);
        _writer = new ConditionWriter(Parameters, session.OwnStore.Dialect, type => session.OwnStore.IndexTable(type, collection));
    }

    private QueryState(QueryState parent)
    {
        _parent = parent;
        Session = parent.Session;
        Collection = parent.Collection;
        Parameters = parent.Parameters;
        _writer = parent._writer;
    }

    public Session Session { get; }

    public string Collection { get; }

    public QueryParameters Parameters { get; }

    /// <summary>The stored name of the only type that is asked for; null for any.</summary>
    public string? TypeName { get; set; }

    public bool HasPaging => _skip is not null || _take is not null;

    private SqlDialectBase Dialect => Session.OwnStore.Dialect;

    private DocumentTable Documents => Session.OwnStore.Tables(Collection);

    public QueryState Part() => new(this);

    public void Use(Type indexType) => JoinOf(indexType);

    public string AliasOf(Type type) => type == typeof(Document) ? Documents.Alias : JoinOf(type).Alias;

    public void Where(Type indexType, LambdaExpression predicate)
    {
        var join = JoinOf(indexType);
        _writer.Bind(predicate.Parameters[0], join.Alias, join.Table.Shape);
        var sql = new StringBuilder();
        _writer.Condition(sql, predicate.Body);
        _conditions.Add(sql.ToString());
    }

    public void Where(string sql) => _conditions.Add("(" + sql + ")");

    public void SetParameter(string name, object? value) =>
        Parameters.Values.Add(new(name.StartsWith('@') ? name : "@" + name, Dialect.TryConvert(value)));

    public void OrderBy(Type indexType, LambdaExpression key, bool descending, bool first)
    {
        var join = Root.JoinOf(indexType);
        _writer.Bind(key.Parameters[0], join.Alias, join.Table.Shape);
        var sql = new StringBuilder();
        _writer.Operand(sql, key.Body);
        OrderBy(sql.ToString(), descending, first);
    }

    public void OrderBy(string term, bool descending, bool first)
    {
        if (first)
            Root._orders.Clear();
        Root._orders.Add((term, descending));
    }

    public void OrderByRandom(bool first) => OrderBy(Dialect.RandomOrderByClause, descending: false, first);

    public void Skip(int count) => Root._skip = count;

    public void Take(int count) => Root._take = count;

    public void AddAny(IEnumerable<QueryState> parts) => Compose(parts, " or ");

    public void AddAll(IEnumerable<QueryState> parts) => Compose(parts, " and ");

    /// <summary>Selects whole documents, each once.</summary>
    public string SelectDocuments(int? take = null) => Select(Documents.Selection, take);

    public string SelectDocumentIds() => Select(Documents.Id, null);

    public string CountDocuments()
    {
        var sql = DocumentsWithConditions();
        sql.Selector(MayRepeatDocuments ? "count(distinct " + Documents.Id + ")" : "count(*)");
        return sql.ToSqlString();
    }

    /// <summary>Selects the rows of one index; other indexes are joined by document.</summary>
    public string SelectRows(Type indexType, int? take = null)
    {
        var sql = RowsWithConditions(indexType, out var alias);
        sql.Selector(Session.OwnStore.IndexTable(indexType, Collection).Selection(alias));
        foreach (var (term, descending) in _orders)
            Order(sql, term, descending);
        Page(sql, take, alias + "." + Dialect.QuoteForColumnName("Id"));
        return sql.ToSqlString();
    }

    public string CountRows(Type indexType)
    {
        var sql = RowsWithConditions(indexType, out _);
        sql.Selector("count(*)");
        return sql.ToSqlString();
    }

    private QueryState Root => _parent?.Root ?? this;

    private bool MayRepeatDocuments => _joins.Any(join => Session.MayHaveManyRows(join.Table.IndexType, Collection));

    private string Select(string selection, int? take)
    {
        var sql = DocumentsWithConditions();
        sql.Selector(selection);
        var repeats = MayRepeatDocuments;
        if (repeats)
            sql.GroupBy(Documents.Id);

        foreach (var (term, descending) in _orders)
            Order(sql, repeats && term != Dialect.RandomOrderByClause ? (descending ? "max(" : "min(") + term + ")" : term, descending);
        Page(sql, take, Documents.Id);
        return sql.ToSqlString();
    }

    private static void Order(SqlBuilder sql, string term, bool descending)
    {
        if (descending)
            sql.ThenOrderByDescending(term);
        else
            sql.ThenOrderBy(term);
    }

    private void Page(SqlBuilder sql, int? take, string defaultOrder)
    {
        take ??= _take;
        if (take is null && _skip is null)
            return;

        // Without an order, pages could overlap.
        if (!sql.HasOrder)
            sql.ThenOrderBy(defaultOrder);
        if (_skip is { } skip)
            sql.Skip(Set("@skip", (long)skip));
        if (take is { } count)
            sql.Take(Set("@take", (long)count));
    }

    private SqlBuilder DocumentsWithConditions()
    {
        var sql = new SqlBuilder(Dialect, "");
        sql.From(Documents.Quoted, Documents.Alias);
        foreach (var join in _joins)
            sql.Join(JoinClause(join, Documents.Id));
        foreach (var condition in _conditions)
            sql.WhereAnd(condition);
        if (TypeName is not null)
            sql.WhereAnd(Documents.Type + " = " + Set("@type", TypeName));
        return sql;
    }

    // Added once, however often the text is made: counting and listing may follow each other on one query.
    private string Set(string name, object? value)
    {
        var position = Parameters.Values.FindIndex(parameter => parameter.Key == name);
        if (position < 0)
            Parameters.Values.Add(new(name, value));
        else
            Parameters.Values[position] = new(name, value);
        return name;
    }

    private SqlBuilder RowsWithConditions(Type indexType, out string alias)
    {
        var first = JoinOf(indexType);
        alias = first.Alias;
        var sql = new SqlBuilder(Dialect, "");
        sql.From(first.Table.Quoted, first.Alias);
        foreach (var join in _joins.Where(join => join != first))
            sql.Join(JoinClause(join, first.DocumentId));
        foreach (var condition in _conditions)
            sql.WhereAnd(condition);
        return sql;
    }

    private string JoinClause(Join join, string documentId) =>
        join.Table.Bridge is { } bridge
            ? $"inner join {bridge.Quoted} as {join.BridgeAlias} on {join.BridgeAlias}.{Dialect.QuoteForColumnName("DocumentId")} = {documentId} "
              + $"inner join {join.Table.Quoted} as {join.Alias} on {join.Alias}.{Dialect.QuoteForColumnName("Id")} = {join.BridgeAlias}.{bridge.RowId}"
            : $"inner join {join.Table.Quoted} as {join.Alias} on {join.DocumentId} = {documentId}";

    private Join JoinOf(Type indexType)
    {
        foreach (var join in _joins)
        {
            if (join.Table.IndexType == indexType)
                return join;
        }

        if (!typeof(IIndex).IsAssignableFrom(indexType))
            throw new ArgumentException($"'{indexType}' is not an index.", nameof(indexType));

        var table = Session.OwnStore.IndexTable(indexType, Collection);
        var alias = Parameters.NextAlias(indexType);
        var bridge = table.Bridge is null ? null : Parameters.NextAlias(typeof(Document));
        var added = new Join(table, alias, bridge, (bridge ?? alias) + "." + Dialect.QuoteForColumnName("DocumentId"));
        _joins.Add(added);
        return added;
    }

    private void Compose(IEnumerable<QueryState> parts, string word)
    {
        var conditions = parts.Select(part => part.AsCondition()).ToList();
        if (conditions.Count > 0)
            _conditions.Add("(" + string.Join(word, conditions) + ")");
    }

    private string AsCondition()
    {
        var conditions = _conditions.Count == 0 ? "1 = 1" : string.Join(" and ", _conditions);
        if (_joins.Count == 0)
            return "(" + conditions + ")";

        var first = _joins[0];
        var sql = new StringBuilder("exists (select 1 from ");
        if (first.Table.Bridge is { } bridge)
        {
            sql.Append(bridge.Quoted).Append(" as ").Append(first.BridgeAlias).Append(" inner join ").Append(first.Table.Quoted).Append(" as ")
                .Append(first.Alias).Append(" on ").Append(first.Alias).Append('.').Append(Dialect.QuoteForColumnName("Id")).Append(" = ")
                .Append(first.BridgeAlias).Append('.').Append(bridge.RowId);
        }
        else
        {
            sql.Append(first.Table.Quoted).Append(" as ").Append(first.Alias);
        }

        foreach (var join in _joins.Skip(1))
            sql.Append(' ').Append(JoinClause(join, first.DocumentId));
        return sql.Append(" where ").Append(first.DocumentId).Append(" = ").Append(Documents.Id).Append(" and ").Append(conditions).Append(')').ToString();
    }

    private sealed record Join(IndexTable Table, string Alias, string? BridgeAlias, string DocumentId);
}
