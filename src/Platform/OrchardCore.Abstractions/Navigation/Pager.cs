namespace OrchardCore.Navigation;

/// <summary>A page number counted from 1, and a page size.</summary>
public class Pager
{
    public const int PageDefault = 1;

    public Pager(PagerParameters pagerParameters, int defaultPageSize)
        : this(pagerParameters.Page, pagerParameters.PageSize, defaultPageSize)
    {
    }

    public Pager(int? page, int? pageSize, int defaultPageSize)
    {
        Page = page > 0 ? page.Value : PageDefault;
        PageSize = pageSize > 0 ? pageSize.Value : defaultPageSize;
    }

    public int Page { get; set; }

    public int PageSize { get; set; }

    /// <summary>Rows to skip before the page; for a page beyond all rows, the greatest number that can be asked for.</summary>
    public int GetStartIndex(int? page = null) => (int)Math.Min(int.MaxValue, ((page ?? Page) - 1L) * PageSize);
}

public class PagerParameters
{
    public int? Page { get; set; }

    public int? PageSize { get; set; }
}

public class PagerOptions
{
    public int PageSize { get; set; } = 10;

    public int MaxPageSize { get; set; } = 100;

    /// <summary>Upper bound of rows counted; 0: no bound.</summary>
    public int MaxPagedCount { get; set; }

    public int GetPageSize() => MaxPageSize > 0 && PageSize > MaxPageSize ? MaxPageSize : PageSize;
}

/// <summary>A page told by the row before or after it, where counting rows would cost too much.</summary>
public class PagerSlim
{
    public PagerSlim(PagerSlimParameters pagerParameters, int pageSize)
        : this(pagerParameters.Before, pagerParameters.After, pageSize)
    {
    }

    public PagerSlim(string? before, string? after, int pageSize)
    {
        Before = before;
        After = after;
        PageSize = pageSize;
    }

    public int PageSize { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }
}

public class PagerSlimParameters
{
    public string? Before { get; set; }

    public string? After { get; set; }
}
