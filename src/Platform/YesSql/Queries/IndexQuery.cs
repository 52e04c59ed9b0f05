using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql.Queries;

/// <summary>A query over index rows.</summary>
internal sealed class IndexQuery<T>(QueryState state) : IQueryIndex<T> where T : class, IIndex
{
    public IQueryIndex<TIndex> With<TIndex>() where TIndex : class, IIndex
    {
        state.Use(typeof(TIndex));
        return new IndexQuery<TIndex>(state);
    }

    public IQueryIndex<TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex
    {
        state.Where(typeof(TIndex), predicate);
        return new IndexQuery<TIndex>(state);
    }

    public IQueryIndex<T> Where(string sql)
    {
        state.Where(sql);
        return this;
    }

    public IQueryIndex<T> Where(Func<ISqlDialect, string> sql) => Where(sql(state.Session.OwnStore.Dialect));

    public IQueryIndex<T> WithParameter(string name, object? value)
    {
        state.SetParameter(name, value);
        return this;
    }

    public IQueryIndex<T> Where(Expression<Func<T, bool>> predicate)
    {
        state.Where(typeof(T), predicate);
        return this;
    }

    public IQueryIndex<T> OrderBy(Expression<Func<T, object?>> keySelector) => Order(keySelector, descending: false, first: true);

    public IQueryIndex<T> OrderByDescending(Expression<Func<T, object?>> keySelector) => Order(keySelector, descending: true, first: true);

    public IQueryIndex<T> ThenBy(Expression<Func<T, object?>> keySelector) => Order(keySelector, descending: false, first: false);

    public IQueryIndex<T> ThenByDescending(Expression<Func<T, object?>> keySelector) => Order(keySelector, descending: true, first: false);

    public IQueryIndex<T> Skip(int count)
    {
        state.Skip(count);
        return this;
    }

    public IQueryIndex<T> Take(int count)
    {
        state.Take(count);
        return this;
    }

    public async Task<T?> FirstOrDefaultAsync() => (await ReadAsync(take: 1)).FirstOrDefault();

    public async Task<IEnumerable<T>> ListAsync() => await ReadAsync(take: null);

    public async IAsyncEnumerable<T> ToAsyncEnumerable()
    {
        foreach (var row in await ReadAsync(take: null))
            yield return row;
    }

    public async Task<int> CountAsync()
    {
        await state.Session.FlushAsync();
        return await state.Session.ReadCountAsync(state.CountRows(typeof(T)), state);
    }

    private async Task<List<T>> ReadAsync(int? take)
    {
        await state.Session.FlushAsync();
        return await state.Session.ReadRowsAsync<T>(state.SelectRows(typeof(T), take), state);
    }

    private IndexQuery<T> Order(LambdaExpression key, bool descending, bool first)
    {
        state.OrderBy(typeof(T), key, descending, first);
        return this;
    }
}
