using YesSql.Indexes;
using YesSql.Internals;

namespace YesSql.Queries;

internal sealed class QueryStart(Session session, string collection) : IQuery
{
    public IQuery<T> For<T>(bool filterType = true) where T : class
    {
        var state = new QueryState(session, collection);
        if (filterType && typeof(T) != typeof(object))
            state.TypeName = session.OwnStore.TypeNames[typeof(T)];
        return new DocumentQuery<T>(state);
    }

    public IQueryIndex<T> ForIndex<T>() where T : class, IIndex
    {
        var state = new QueryState(session, collection);
        state.Use(typeof(T));
        return new IndexQuery<T>(state);
    }

    public IQuery<object> Any() => new DocumentQuery<object>(new QueryState(session, collection));
}
