using MiniExcelLibs;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.Modules;
using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>A list, ready to be written: everything is in the reader's language and the community's time.</summary>
public sealed record ListView(
    string Caption,
    IReadOnlyList<ListTab> Tabs,
    IReadOnlyList<ListHeading> Headings,
    IReadOnlyList<IReadOnlyList<ListCell>> Rows,
    bool IsSearchable,
    string? View,
    string? Search,
    int Total,
    int Page,
    int Pages,
    string? Previous,
    string? Next,
    string? ExportUrl,
    string Empty)
{
    /// <summary>Filters of the list.</summary>
    public IReadOnlyList<ListFilterView> Filters { get; init; } = [];

    /// <summary>Address of the same rows as a spreadsheet; null when there is none.</summary>
    public string? XlsxUrl { get; init; }

    /// <summary>Column that the list is sorted by; null is its own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether anything narrows the list besides its view.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Search) || Filters.Any(filter => filter.Value is not null);

    /// <summary>Where the partial view lies.</summary>
    public const string Partial = "~/Areas/PropertySuite.Core/Views/Shared/List.cshtml";
}

/// <summary>A saved view as a tab.</summary>
public sealed record ListTab(string Text, string Url, bool IsCurrent)
{
    /// <summary>How many rows it has; null where nobody counted.</summary>
    public int? Count { get; init; }

    /// <summary>Whether the count is of what is overdue.</summary>
    public bool IsLate { get; init; }
}

/// <summary>A heading; its address sorts by it.</summary>
/// <param name="Text">Words.</param>
/// <param name="Url">Address that sorts by it; null when it cannot be sorted by.</param>
/// <param name="Sorted"><c>ascending</c>, <c>descending</c> or null.</param>
public sealed record ListHeading(string Text, string? Url, string? Sorted);

/// <summary>A cell as it is written.</summary>
public sealed record ListCell(CellKind Kind, string Text, string? Href, string? Dot, string? Look)
{
    /// <summary>The deadline; null for other kinds.</summary>
    public DeadlineView? Due { get; init; }

    /// <summary>A second line under the text; null for none.</summary>
    public string? Note { get; init; }
}

/// <summary>Writes lists for people and for spreadsheets.</summary>
public sealed class ListWriter(IStringLocalizerFactory localizers, CommunityTimes times, Deadlines deadlines, IOptions<AdminOptions> admin, IClock clock)
{
    /// <summary>The moment that views such as "today" are about.</summary>
    public async Task<ListMoment> MomentAsync(DateTime nowUtc)
    {
        var time = await times.GetAsync();
        var today = time.DayAt(nowUtc);
        return new ListMoment(nowUtc, time.BeginningOf(today), time.BeginningOf(today.AddDays(1)), today);
    }

    /// <summary>A page of a list for its view.</summary>
    /// <param name="definition">The list.</param>
    /// <param name="page">What was read.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="caption">What the list shows, in the reader's language.</param>
    /// <param name="empty">What to say when it is empty, in the reader's language.</param>
    /// <param name="exportUrl">Address of the export without its query; null when there is none.</param>
    /// <param name="xlsxUrl">Address of the same as a spreadsheet, without its query; null when there is none.</param>
    public async Task<ListView> ViewAsync<TIndex>(ListDefinition<TIndex> definition, ListPage page, ListRequest request, string caption, string empty, string? exportUrl = null, string? xlsxUrl = null)
        where TIndex : class, IIndex
    {
        var texts = localizers.Create(definition.Texts);
        var time = await times.GetAsync();
        var today = time.DayAt(clock.UtcNow);
        var current = request.View ?? (definition.Views.Count > 0 ? definition.Views[0].Id : null);
        IReadOnlyList<ListFilterView> filters = [.. definition.Filters.Select(filter => Field(filter, request, texts, today))];

        return new ListView(
            caption,
            [.. definition.Views.Select(view => new ListTab(texts[view.Name], Query(new ListRequest { View = view.Id }, null, 1), view.Id == current))],
            [.. definition.Columns.Select(column => Heading(column.Id, texts[column.Heading], column.SortBy is not null, request))],
            [.. page.Rows.Select(row => (IReadOnlyList<ListCell>)[.. row.Select(cell => Write(cell, texts, time))])],
            definition.IsSearchable,
            current,
            request.Search,
            page.Total,
            page.Page,
            page.Pages,
            page.Page > 1 ? Query(request, request.Sort, page.Page - 1) : null,
            page.Page < page.Pages ? Query(request, request.Sort, page.Page + 1) : null,
            // A file has no place to say that a filter cannot be read.
            exportUrl is null || filters.Any(filter => filter.IsWrong) ? null : exportUrl + Query(request, request.Sort, 1),
            empty)
        {
            Sort = request.Sort,
            XlsxUrl = xlsxUrl is null || filters.Any(filter => filter.IsWrong) ? null : xlsxUrl + Query(request, request.Sort, 1),
            Filters = filters,
        };
    }

    /// <summary>Writes a list as CSV, UTF-8.</summary>
    public async Task ExportAsync<TIndex>(ListDefinition<TIndex> definition, IAsyncEnumerable<IReadOnlyList<Cell>> rows, TextWriter writer)
        where TIndex : class, IIndex
    {
        var texts = localizers.Create(definition.Texts);
        var time = await times.GetAsync();
        await CsvExport.WriteLineAsync(writer, definition.Columns.Select(column => texts[column.Heading].Value));
        await foreach (var row in rows)
        {
            await CsvExport.WriteLineAsync(writer, row.Select(cell => Export(cell, texts, time)));
        }
    }

    /// <summary>Writes a list as a spreadsheet. Cells are text, numbers and dates, never formulas.</summary>
    public async Task ExportXlsxAsync<TIndex>(ListDefinition<TIndex> definition, IAsyncEnumerable<IReadOnlyList<Cell>> rows, string sheet, Stream file)
        where TIndex : class, IIndex
    {
        var texts = localizers.Create(definition.Texts);
        var time = await times.GetAsync();
        var headings = definition.Columns.Select(column => texts[column.Heading].Value).ToList();
        var written = new List<Dictionary<string, object?>>();
        await foreach (var row in rows)
        {
            written.Add(row.Select((cell, at) => (headings[at], Value: Value(cell, texts, time))).ToDictionary(pair => pair.Item1, pair => pair.Value, StringComparer.Ordinal));
        }

        if (written.Count == 0)
        {
            written.Add(headings.ToDictionary(heading => heading, _ => (object?)null, StringComparer.Ordinal));
        }

        await MiniExcel.SaveAsAsync(file, written, sheetName: sheet);
    }

    private static object? Value(Cell cell, IStringLocalizer texts, CommunityTime time) => cell.Kind switch
    {
        CellKind.Moment or CellKind.Due => cell.AtUtc is { } utc ? time.At(utc) : null,
        CellKind.Number => int.TryParse(cell.Text, out var number) ? number : cell.Text,
        CellKind.Word or CellKind.State => cell.Text.Length == 0 ? "" : texts[cell.Text].Value,
        _ => cell.Text,
    };

    private static ListFilterView Field<TIndex>(ListFilter<TIndex> filter, ListRequest request, IStringLocalizer texts, DateOnly today)
        where TIndex : class, IIndex
    {
        var typed = request.Filled.Where(pair => pair.Id == filter.Id).Select(pair => pair.Value).FirstOrDefault();
        var day = filter.Kind == ListFilterKind.Day ? ListDay.Read(typed, today) : null;
        return new ListFilterView(
            $"Where[{filter.Id}]",
            texts[filter.Name],
            filter.Kind,
            day is { } read ? ListDay.Show(read) : typed,
            [.. filter.Choices.Select(choice => choice.IsWord ? choice with { Text = texts[choice.Text] } : choice)],
            filter.Kind == ListFilterKind.Day ? ListDay.Show(today) : null,
            filter.Kind == ListFilterKind.Day && typed is not null && day is null);
    }

    private static ListHeading Heading(string id, string text, bool sortable, ListRequest request)
    {
        var sorted = request.Sort == id ? "ascending" : request.Sort == "-" + id ? "descending" : null;
        return new(text, sortable ? Query(request, sorted == "ascending" ? "-" + id : id, 1) : null, sorted);
    }

    private ListCell Write(Cell cell, IStringLocalizer texts, CommunityTime time) => new(
        cell.Kind,
        cell.Kind switch
        {
            CellKind.Moment or CellKind.Due => cell.AtUtc is { } utc ? Moments.Short(time.At(utc)) : "",
            CellKind.Word or CellKind.State => cell.Text.Length == 0 ? "" : texts[cell.Text],
            _ => cell.Text,
        },
        cell.Href?.Replace("~admin/", $"~/{admin.Value.AdminUrlPrefix}/", StringComparison.Ordinal),
        cell.Dot,
        cell.Look)
    {
        Note = cell.Note,
        Due = cell is { Kind: CellKind.Due, AtUtc: { } dueUtc } ? deadlines.Say(dueUtc, clock.UtcNow, time) : null,
    };

    // A date that spreadsheets sort; text is guarded, since visitors write their own names.
    private static string Export(Cell cell, IStringLocalizer texts, CommunityTime time) => cell.Kind switch
    {
        CellKind.Moment or CellKind.Due => cell.AtUtc is { } utc ? time.At(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "",
        CellKind.Number => cell.Text,
        CellKind.Word or CellKind.State => CsvExport.AsText(cell.Text.Length == 0 ? "" : texts[cell.Text].Value),
        _ => CsvExport.AsText(cell.Text),
    };

    private static string Query(ListRequest request, string? sort, int page)
    {
        var query = new QueryBuilder();
        if (request.View is { Length: > 0 } view) query.Add("View", view);
        if (request.Search is { Length: > 0 } search) query.Add("Search", search);
        foreach (var (id, value) in request.Filled) query.Add($"Where[{id}]", value);
        if (sort is { Length: > 0 }) query.Add("Sort", sort);
        if (page > 1) query.Add("Page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.ToQueryString().Value is { Length: > 0 } text ? text : "?";
    }
}
