using System.Linq.Expressions;

namespace YesSql.Indexes;

/// <summary>One mapping, with the generic types taken away for the session's sake.</summary>
internal abstract class IndexMapping(Type indexType)
{
    public Type IndexType { get; } = indexType;

    /// <summary>Whether a document can have more than one row.</summary>
    public bool MayHaveManyRows { get; protected set; }

    public bool IsReduced => GroupProperty is not null;

    /// <summary>The column whose value is the key of a reduced row.</summary>
    public string? GroupProperty { get; protected set; }

    public abstract bool AppliesTo(object document);

    public abstract ValueTask<IReadOnlyList<IIndex>> MapAsync(object document);

    public abstract object? KeyOf(IIndex row);

    public abstract IIndex Reduce(IReadOnlyList<IIndex> rows);

    /// <summary>The reduced row without the given rows, or null where nothing is left of it.</summary>
    public abstract IIndex? Without(IIndex reduced, IReadOnlyList<IIndex> rows);

    public IndexDescriptor ToDescriptor() => new(this);
}

internal sealed class IndexMapping<T, TIndex>() : IndexMapping(typeof(TIndex)), IMapFor<T, TIndex>, IGroupFor<TIndex> where TIndex : IIndex
{
    private static readonly ValueTask<IReadOnlyList<IIndex>> NoRows = new([]);

    private Func<T, bool>? _when;
    private Func<T, ValueTask<IReadOnlyList<IIndex>>> _map = static _ => NoRows;
    private Func<TIndex, object?>? _key;
    private Func<IReadOnlyList<IIndex>, TIndex>? _reduce;
    private Func<TIndex, IEnumerable<TIndex>, TIndex?>? _delete;

    public IGroupFor<TIndex> Map(Func<T, TIndex?> map)
    {
        _map = document => new(map(document) is { } row ? [row] : []);
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>?> map)
    {
        MayHaveManyRows = true;
        _map = document => new(Rows(map(document)));
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, Task<TIndex?>> map)
    {
        _map = async document => await map(document) is { } row ? [row] : [];
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, Task<IEnumerable<TIndex>?>> map)
    {
        MayHaveManyRows = true;
        _map = async document => Rows(await map(document));
        return this;
    }

    public IMapFor<T, TIndex> When(Func<T, bool> predicate)
    {
        var before = _when;
        _when = before is null ? predicate : document => before(document) && predicate(document);
        return this;
    }

    public IReduceFor<TIndex, TKey> Group<TKey>(Expression<Func<TIndex, TKey>> group)
    {
        var body = group.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : group.Body;
        GroupProperty = body is MemberExpression member
            ? member.Member.Name
            : throw new NotSupportedException($"Rows are grouped by one property, not by '{group.Body}'.");
        MayHaveManyRows = true;
        var key = group.Compile();
        _key = row => key(row);
        return new Reduction<TKey>(this, key);
    }

    public override bool AppliesTo(object document) => document is T typed && (_when is null || _when(typed));

    public override ValueTask<IReadOnlyList<IIndex>> MapAsync(object document) => AppliesTo(document) ? _map((T)document) : NoRows;

    public override object? KeyOf(IIndex row) => _key!((TIndex)row);

    public override IIndex Reduce(IReadOnlyList<IIndex> rows) =>
        _reduce is null ? throw new InvalidOperationException($"The index '{IndexType}' is grouped but not reduced.") : _reduce(rows);

    public override IIndex? Without(IIndex reduced, IReadOnlyList<IIndex> rows) =>
        _delete is null ? null : _delete((TIndex)reduced, rows.Cast<TIndex>());

    private static IReadOnlyList<IIndex> Rows(IEnumerable<TIndex>? rows)
    {
        if (rows is null)
            return [];

        var list = new List<IIndex>();
        foreach (var row in rows)
        {
            if (row is not null)
                list.Add(row);
        }

        return list;
    }

    private sealed class Reduction<TKey>(IndexMapping<T, TIndex> mapping, Func<TIndex, TKey> key) : IReduceFor<TIndex, TKey>, IDeleteFor<TIndex>
    {
        public IDeleteFor<TIndex> Reduce(Func<IGrouping<TKey, TIndex>, TIndex> reduce)
        {
            mapping._reduce = rows => reduce(rows.Cast<TIndex>().GroupBy(key).Single());
            return this;
        }

        public void Delete(Func<TIndex, IEnumerable<TIndex>, TIndex?>? delete = null) => mapping._delete = delete;
    }
}
