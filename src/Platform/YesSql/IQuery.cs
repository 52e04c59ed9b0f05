using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql;

/// <summary>The start of a query: over documents of a type, of any type, or over index rows.</summary>
public interface IQuery
{
    IQuery<T> For<T>(bool filterType = true) where T : class;

    IQueryIndex<T> ForIndex<T>() where T : class, IIndex;

    IQuery<object> Any();
}

/// <summary>A query over documents. A document is answered once, however many of its index rows match.</summary>
public interface IQuery<T> where T : class
{
    /// <summary>Documents for which at least one of the given conditions holds.</summary>
    IQuery<T> Any(params Func<IQuery<T>, IQuery<T>>[] predicates);

    ValueTask<IQuery<T>> AnyAsync(params Func<IQuery<T>, ValueTask<IQuery<T>>>[] predicates);

    /// <summary>Documents for which all given conditions hold, each by an index row of its own.</summary>
    IQuery<T> All(params Func<IQuery<T>, IQuery<T>>[] predicates);

    ValueTask<IQuery<T>> AllAsync(params Func<IQuery<T>, ValueTask<IQuery<T>>>[] predicates);

    IQuery<T> With(Type indexType);

    IQuery<T, TIndex> With<TIndex>() where TIndex : class, IIndex;

    IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex;

    IQuery<T> Skip(int count);

    IQuery<T> Take(int count);

    Task<T?> FirstOrDefaultAsync();

    Task<IEnumerable<T>> ListAsync();

    IAsyncEnumerable<T> ToAsyncEnumerable();

    /// <summary>The number of documents, regardless of Skip and Take.</summary>
    Task<int> CountAsync();

    /// <summary>The alias that the table of an index (or of the documents) has in the statement, for conditions written as SQL.</summary>
    string GetTypeAlias(Type t);

    IQuery<T> NoDuplicates();
}

/// <summary>A query over documents joined with an index, the current one for conditions and order.</summary>
public interface IQuery<T, TIndex> : IQuery<T> where T : class where TIndex : IIndex
{
    IQuery<T, TIndex> Where(string sql);

    IQuery<T, TIndex> Where(Func<ISqlDialect, string> sql);

    /// <summary>Gives the value of a parameter named in a condition written as SQL, with or without its at-sign.</summary>
    IQuery<T, TIndex> WithParameter(string name, object? value);

    IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate);

    IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object?>> keySelector);

    IQuery<T, TIndex> OrderBy(string sql);

    IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object?>> keySelector);

    IQuery<T, TIndex> OrderByDescending(string sql);

    IQuery<T, TIndex> OrderByRandom();

    IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object?>> keySelector);

    IQuery<T, TIndex> ThenBy(string sql);

    IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object?>> keySelector);

    IQuery<T, TIndex> ThenByDescending(string sql);

    IQuery<T, TIndex> ThenByRandom();
}

/// <summary>A query over index rows alone: no document is read.</summary>
public interface IQueryIndex<T> where T : IIndex
{
    /// <summary>Joins another index of the same document and makes it the current one.</summary>
    IQueryIndex<TIndex> With<TIndex>() where TIndex : class, IIndex;

    IQueryIndex<TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex;

    IQueryIndex<T> Where(string sql);

    IQueryIndex<T> Where(Func<ISqlDialect, string> sql);

    IQueryIndex<T> WithParameter(string name, object? value);

    IQueryIndex<T> Where(Expression<Func<T, bool>> predicate);

    IQueryIndex<T> OrderBy(Expression<Func<T, object?>> keySelector);

    IQueryIndex<T> OrderByDescending(Expression<Func<T, object?>> keySelector);

    IQueryIndex<T> ThenBy(Expression<Func<T, object?>> keySelector);

    IQueryIndex<T> ThenByDescending(Expression<Func<T, object?>> keySelector);

    IQueryIndex<T> Skip(int count);

    IQueryIndex<T> Take(int count);

    Task<T?> FirstOrDefaultAsync();

    Task<IEnumerable<T>> ListAsync();

    IAsyncEnumerable<T> ToAsyncEnumerable();

    Task<int> CountAsync();
}

/// <summary>A query with a name and parameters as properties.</summary>
public interface ICompiledQuery<T> where T : class
{
    Expression<Func<IQuery<T>, IQuery<T>>> Query();
}
