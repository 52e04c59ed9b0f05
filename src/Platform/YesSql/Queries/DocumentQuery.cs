using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql.Queries;

/// <summary>A query over documents; every step changes the one state that all its views share.</summary>
internal class DocumentQuery<T>(QueryState state) : IQuery<T> where T : class
{
    protected QueryState State { get; } = state;

    public IQuery<T> Any(params Func<IQuery<T>, IQuery<T>>[] predicates)
    {
        State.AddAny(predicates.Select(PartOf).ToList());
        return this;
    }

    public async ValueTask<IQuery<T>> AnyAsync(params Func<IQuery<T>, ValueTask<IQuery<T>>>[] predicates)
    {
        State.AddAny(await PartsOfAsync(predicates));
        return this;
    }

    public IQuery<T> All(params Func<IQuery<T>, IQuery<T>>[] predicates)
    {
        State.AddAll(predicates.Select(PartOf).ToList());
        return this;
    }

    public async ValueTask<IQuery<T>> AllAsync(params Func<IQuery<T>, ValueTask<IQuery<T>>>[] predicates)
    {
        State.AddAll(await PartsOfAsync(predicates));
        return this;
    }

    public IQuery<T> With(Type indexType)
    {
        State.Use(indexType);
        return this;
    }

    public IQuery<T, TIndex> With<TIndex>() where TIndex : class, IIndex
    {
        State.Use(typeof(TIndex));
        return new DocumentQuery<T, TIndex>(State);
    }

    public IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex
    {
        State.Where(typeof(TIndex), predicate);
        return new DocumentQuery<T, TIndex>(State);
    }

    public IQuery<T> Skip(int count)
    {
        State.Skip(count);
        return this;
    }

    public IQuery<T> Take(int count)
    {
        State.Take(count);
        return this;
    }

    public async Task<T?> FirstOrDefaultAsync()
    {
        await State.Session.FlushAsync();
        var documents = await State.Session.ReadDocumentsAsync<T>(State.SelectDocuments(take: 1), State);
        return documents.Count == 0 ? null : documents[0];
    }

    public async Task<IEnumerable<T>> ListAsync()
    {
        await State.Session.FlushAsync();
        return await State.Session.ReadDocumentsAsync<T>(State.SelectDocuments(), State);
    }

    /// <remarks>The ids are read at once and the documents in portions, so that the session can be used, and can write, in between.</remarks>
    public async IAsyncEnumerable<T> ToAsyncEnumerable()
    {
        const int Portion = 100;
        await State.Session.FlushAsync();
        var ids = await State.Session.ReadIdsAsync(State.SelectDocumentIds(), State);
        for (var start = 0; start < ids.Count; start += Portion)
        {
            var portion = ids.GetRange(start, Math.Min(Portion, ids.Count - start)).ToArray();
            foreach (var document in await State.Session.GetAsync<T>(portion, State.Collection))
                yield return document;
        }
    }

    public async Task<int> CountAsync()
    {
        await State.Session.FlushAsync();
        return await State.Session.ReadCountAsync(State.CountDocuments(), State);
    }

    public string GetTypeAlias(Type t) => State.AliasOf(t);

    // A document is never answered twice here.
    public IQuery<T> NoDuplicates() => this;

    private QueryState PartOf(Func<IQuery<T>, IQuery<T>> predicate)
    {
        var part = State.Part();
        predicate(new DocumentQuery<T>(part));
        return part;
    }

    private async Task<List<QueryState>> PartsOfAsync(Func<IQuery<T>, ValueTask<IQuery<T>>>[] predicates)
    {
        var parts = new List<QueryState>();
        foreach (var predicate in predicates)
        {
            var part = State.Part();
            await predicate(new DocumentQuery<T>(part));
            parts.Add(part);
        }

        return parts;
    }
}

internal sealed class DocumentQuery<T, TIndex>(QueryState state) : DocumentQuery<T>(state), IQuery<T, TIndex>
    where T : class where TIndex : class, IIndex
{
    public IQuery<T, TIndex> Where(string sql)
    {
        State.Where(sql);
        return this;
    }

    public IQuery<T, TIndex> Where(Func<ISqlDialect, string> sql) => Where(sql(State.Session.OwnStore.Dialect));

    public IQuery<T, TIndex> WithParameter(string name, object? value)
    {
        State.SetParameter(name, value);
        return this;
    }

    public IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate)
    {
        State.Where(typeof(TIndex), predicate);
        return this;
    }

    public IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object?>> keySelector) => Order(keySelector, descending: false, first: true);

    public IQuery<T, TIndex> OrderBy(string sql) => Order(sql, descending: false, first: true);

    public IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object?>> keySelector) => Order(keySelector, descending: true, first: true);

    public IQuery<T, TIndex> OrderByDescending(string sql) => Order(sql, descending: true, first: true);

    public IQuery<T, TIndex> OrderByRandom()
    {
        State.OrderByRandom(first: true);
        return this;
    }

    public IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object?>> keySelector) => Order(keySelector, descending: false, first: false);

    public IQuery<T, TIndex> ThenBy(string sql) => Order(sql, descending: false, first: false);

    public IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object?>> keySelector) => Order(keySelector, descending: true, first: false);

    public IQuery<T, TIndex> ThenByDescending(string sql) => Order(sql, descending: true, first: false);

    public IQuery<T, TIndex> ThenByRandom()
    {
        State.OrderByRandom(first: false);
        return this;
    }

    private DocumentQuery<T, TIndex> Order(LambdaExpression key, bool descending, bool first)
    {
        State.OrderBy(typeof(TIndex), key, descending, first);
        return this;
    }

    private DocumentQuery<T, TIndex> Order(string sql, bool descending, bool first)
    {
        State.OrderBy(sql, descending, first);
        return this;
    }
}
