using System.Linq.Expressions;

namespace YesSql.Indexes;

/// <summary>Says which index rows documents of a type have.</summary>
public interface IIndexProvider
{
    void Describe(IDescriptor context);

    Type ForType();

    string? CollectionName { get; set; }
}

/// <summary>The descriptions that a provider has given.</summary>
public interface IDescriptor
{
    IEnumerable<IndexDescriptor> Describe(params Type[] types);
}

/// <summary>Base class of index providers for documents of type <typeparamref name="T"/>.</summary>
public abstract class IndexProvider<T> : IIndexProvider
{
    public abstract void Describe(DescribeContext<T> context);

    public string? CollectionName { get; set; }

    public Type ForType() => typeof(T);

    void IIndexProvider.Describe(IDescriptor context) => Describe((DescribeContext<T>)context);
}

/// <summary>Maps a document to index rows; a null row or an empty sequence means none.</summary>
public interface IMapFor<T, TIndex> where TIndex : IIndex
{
    IGroupFor<TIndex> Map(Func<T, TIndex?> map);

    IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>?> map);

    IGroupFor<TIndex> Map(Func<T, Task<TIndex?>> map);

    IGroupFor<TIndex> Map(Func<T, Task<IEnumerable<TIndex>?>> map);

    /// <summary>Only documents for which this holds have rows.</summary>
    IMapFor<T, TIndex> When(Func<T, bool> predicate);
}

/// <summary>Names the key under which mapped rows are reduced.</summary>
public interface IGroupFor<TIndex> where TIndex : IIndex
{
    IReduceFor<TIndex, TKey> Group<TKey>(Expression<Func<TIndex, TKey>> group);
}

/// <summary>Makes one row of the rows with one key.</summary>
public interface IReduceFor<TIndex, TKey> where TIndex : IIndex
{
    IDeleteFor<TIndex> Reduce(Func<IGrouping<TKey, TIndex>, TIndex> reduce);
}

/// <summary>Takes rows out of a reduced row; a null result deletes it.</summary>
public interface IDeleteFor<TIndex> where TIndex : IIndex
{
    void Delete(Func<TIndex, IEnumerable<TIndex>, TIndex?>? delete = null);
}
