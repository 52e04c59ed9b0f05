using System.Text;

namespace YesSql.Internals;

/// <summary>The clauses of one select statement, each kept until the text is asked for.</summary>
internal sealed class SqlBuilder(ISqlDialect dialect, string tablePrefix) : ISqlBuilder
{
    private readonly List<string> _orders = [];
    private readonly StringBuilder _where = new();
    private readonly StringBuilder _joins = new();
    private string _selector = "*";
    private string _from = "";
    private string _group = "";
    private string _trail = "";
    private string? _skip;
    private string? _take;

    public bool HasOrder => _orders.Count > 0;

    public void Select()
    {
    }

    public void Selector(string selector) => _selector = selector;

    public void Table(string table, string? alias, string? schema)
    {
        _from = dialect.QuoteForTableName(tablePrefix + table, schema);
        if (!string.IsNullOrEmpty(alias))
            _from += " as " + dialect.QuoteForAliasName(alias);
    }

    /// <summary>The first table, both names quoted.</summary>
    public void From(string quotedTable, string quotedAlias) => _from = quotedTable + " as " + quotedAlias;

    public void Join(string join) => _joins.Append(' ').Append(join);

    public void WhereAnd(string clause)
    {
        if (_where.Length > 0)
            _where.Append(" and ");
        _where.Append(clause);
    }

    public void GroupBy(string orderBy) => _group = orderBy;

    public void ThenOrderBy(string orderBy) => _orders.Add(orderBy);

    public void ThenOrderByDescending(string orderBy) => _orders.Add(orderBy + " desc");

    public void Trail(params string[] segments) => _trail += string.Concat(segments);

    public void Skip(string skip) => _skip = skip;

    public void Take(string take) => _take = take;

    public string ToSqlString()
    {
        if (_skip is not null || _take is not null)
        {
            dialect.Page(this, _skip, _take);
            _skip = _take = null;
        }

        var sql = new StringBuilder(256).Append("select ").Append(_selector).Append(" from ").Append(_from).Append(_joins);
        if (_where.Length > 0)
            sql.Append(" where ").Append(_where);
        if (_group.Length > 0)
            sql.Append(" group by ").Append(_group);
        if (_orders.Count > 0)
            sql.Append(" order by ").AppendJoin(", ", _orders);
        return sql.Append(_trail).ToString();
    }
}

/// <summary>The contract's view of a string builder.</summary>
internal sealed class TextBuilder(StringBuilder text) : IStringBuilder
{
    public IStringBuilder Append(string value)
    {
        text.Append(value);
        return this;
    }
}
