using System.Linq.Expressions;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>
/// A list as data: columns, views, search and order over an index; pages, sorting, export and markup are the same for
/// all lists. Reads index rows only, never documents.
/// </summary>
/// <remarks>An unknown view or column is refused, and never falls back to everything.</remarks>
public sealed class ListDefinition<TIndex> where TIndex : class, IIndex
{
    private readonly List<ListColumn<TIndex>> _columns = [];
    private readonly List<ListViewChoice<TIndex>> _views = [];
    private readonly List<ListFilter<TIndex>> _filters = [];
    private Func<IQueryIndex<TIndex>, string, IQueryIndex<TIndex>>? _search;
    private Expression<Func<TIndex, object?>>? _order;
    private bool _newestFirst;

    /// <summary>Starts a list.</summary>
    /// <param name="texts">Class in whose context headings, views and words are translated.</param>
    public ListDefinition(Type texts) => Texts = texts;

    /// <summary>Class in whose context headings, views and words are translated.</summary>
    public Type Texts { get; }

    /// <summary>Columns in order.</summary>
    public IReadOnlyList<ListColumn<TIndex>> Columns => _columns;

    /// <summary>Saved views; the first one is shown when none is named.</summary>
    public IReadOnlyList<ListViewChoice<TIndex>> Views => _views;

    /// <summary>Filters in order.</summary>
    public IReadOnlyList<ListFilter<TIndex>> Filters => _filters;

    /// <summary>Whether the list can be searched.</summary>
    public bool IsSearchable => _search is not null;

    /// <summary>Rows of a page.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Adds a column.</summary>
    /// <param name="id">Id in addresses.</param>
    /// <param name="heading">English heading.</param>
    /// <param name="cell">The cell of a row.</param>
    /// <param name="sortBy">Column of the index to sort by; null when it cannot be sorted by.</param>
    public ListDefinition<TIndex> Column(string id, string heading, Func<TIndex, Cell> cell, Expression<Func<TIndex, object?>>? sortBy = null)
    {
        _columns.Add(new(id, heading, cell, sortBy));
        return this;
    }

    /// <summary>Adds a view.</summary>
    /// <param name="id">Id in addresses.</param>
    /// <param name="name">English name.</param>
    /// <param name="narrow">What it narrows the list to.</param>
    public ListDefinition<TIndex> View(string id, string name, Func<IQueryIndex<TIndex>, ListMoment, IQueryIndex<TIndex>> narrow)
    {
        _views.Add(new(id, name, narrow));
        return this;
    }

    /// <summary>Adds a filter that offers values.</summary>
    /// <param name="id">Id in addresses.</param>
    /// <param name="name">English name.</param>
    /// <param name="choices">What may be chosen.</param>
    /// <param name="narrow">What a value narrows the list to.</param>
    public ListDefinition<TIndex> Filter(string id, string name, IReadOnlyList<ListChoice> choices, Func<IQueryIndex<TIndex>, string, IQueryIndex<TIndex>> narrow)
    {
        _filters.Add(new(id, name, ListFilterKind.Choice, choices, narrow));
        return this;
    }

    /// <summary>Adds a filter for a day.</summary>
    public ListDefinition<TIndex> DayFilter(string id, string name, Func<IQueryIndex<TIndex>, DateOnly, IQueryIndex<TIndex>> narrow)
    {
        _filters.Add(new(id, name, ListFilterKind.Day, [], (query, value) => narrow(query, ListDay.Parse(value))));
        return this;
    }

    /// <summary>Adds a filter for a few letters.</summary>
    public ListDefinition<TIndex> TextFilter(string id, string name, Func<IQueryIndex<TIndex>, string, IQueryIndex<TIndex>> narrow)
    {
        _filters.Add(new(id, name, ListFilterKind.Text, [], narrow));
        return this;
    }

    /// <summary>How text is looked for; it arrives folded (<see cref="SearchText.Fold"/>) and is never empty.</summary>
    public ListDefinition<TIndex> Search(Func<IQueryIndex<TIndex>, string, IQueryIndex<TIndex>> search)
    {
        _search = search;
        return this;
    }

    /// <summary>The order when none is asked for.</summary>
    public ListDefinition<TIndex> OrderedBy(Expression<Func<TIndex, object?>> key, bool newestFirst = false)
    {
        (_order, _newestFirst) = (key, newestFirst);
        return this;
    }

    /// <summary>Reads a page of the list.</summary>
    /// <exception cref="RefusedException">The view or the column is unknown.</exception>
    public async Task<ListPage> ReadAsync(ISession session, ListRequest request, ListMoment moment)
    {
        // A day that cannot be read is said at its field; showing everything instead would show too much.
        if (Unreadable(request, moment))
        {
            return new ListPage([], 0, 1, 1);
        }

        var total = await Narrow(session, request, moment).CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        var rows = await Order(Narrow(session, request, moment), request).Skip((page - 1) * PageSize).Take(PageSize).ListAsync();

        return new ListPage(Cells(rows), total, page, pages);
    }

    /// <summary>Reads all rows of a view for export, a thousand at a time.</summary>
    /// <exception cref="RefusedException">The view or the column is unknown.</exception>
    public async IAsyncEnumerable<IReadOnlyList<Cell>> ReadAllAsync(ISession session, ListRequest request, ListMoment moment)
    {
        const int Portion = 1000;
        for (var from = 0; ; from += Portion)
        {
            var rows = Cells(await Order(Narrow(session, request, moment), request).Skip(from).Take(Portion).ListAsync());
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Portion)
            {
                yield break;
            }
        }
    }

    private bool Unreadable(ListRequest request, ListMoment moment) =>
        request.Filled.Any(pair => _filters.Find(filter => filter.Id == pair.Id) is { Kind: ListFilterKind.Day } day && day.Read(pair.Value, moment.Today) is null);

    private IQueryIndex<TIndex> Narrow(ISession session, ListRequest request, ListMoment moment)
    {
        var query = session.QueryIndex<TIndex>();
        if (request.View is { Length: > 0 } id)
        {
            var view = _views.Find(view => view.Id == id) ?? throw ListRefusals.UnknownView.With();
            query = view.Narrow(query, moment);
        }
        else if (_views.Count > 0)
        {
            query = _views[0].Narrow(query, moment);
        }

        foreach (var (filterId, value) in request.Filled)
        {
            var filter = _filters.Find(filter => filter.Id == filterId);
            query = filter?.Read(value, moment.Today) is { } read ? filter.Narrow(query, read) : throw ListRefusals.UnknownFilter.With();
        }

        return SearchText.Fold(request.Search) is { Length: > 0 } text && _search is not null ? _search(query, text) : query;
    }

    private IQueryIndex<TIndex> Order(IQueryIndex<TIndex> query, ListRequest request)
    {
        if (request.Sort is { Length: > 0 } sort)
        {
            var key = _columns.Find(column => column.Id == sort.TrimStart('-'))?.SortBy ?? throw ListRefusals.UnknownColumn.With();
            return sort[0] == '-' ? query.OrderByDescending(key) : query.OrderBy(key);
        }

        return _order is null ? query : _newestFirst ? query.OrderByDescending(_order) : query.OrderBy(_order);
    }

    private List<IReadOnlyList<Cell>> Cells(IEnumerable<TIndex> rows) =>
        [.. rows.Select(row => (IReadOnlyList<Cell>)[.. _columns.Select(column => column.Cell(row))])];
}

/// <summary>A column.</summary>
public sealed record ListColumn<TIndex>(string Id, string Heading, Func<TIndex, Cell> Cell, Expression<Func<TIndex, object?>>? SortBy);

/// <summary>A saved view.</summary>
public sealed record ListViewChoice<TIndex>(string Id, string Name, Func<IQueryIndex<TIndex>, ListMoment, IQueryIndex<TIndex>> Narrow) where TIndex : class, IIndex;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Cells by row.</param>
/// <param name="Total">Rows of the whole view.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Pages">Number of pages, at least 1.</param>
public sealed record ListPage(IReadOnlyList<IReadOnlyList<Cell>> Rows, int Total, int Page, int Pages);
