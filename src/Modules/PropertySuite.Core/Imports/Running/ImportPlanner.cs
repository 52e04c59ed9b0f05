using System.Text.Json;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace PropertySuite.Core.Imports;

/// <summary>What a row does.</summary>
public enum ImportEffect
{
    /// <summary>A record is added.</summary>
    Added,

    /// <summary>A record is changed.</summary>
    Changed,

    /// <summary>The record is already as the row says; nothing is written.</summary>
    Unchanged,
}

/// <summary>A row that is in order.</summary>
/// <param name="Before">The record as it was, as JSON; null for a new one.</param>
public sealed record PlannedRow(int Number, ImportEffect Effect, string Key, ContentItem Item, string? Before);

/// <summary>What a file would do, row by row, or why it cannot be imported. Nothing is written yet.</summary>
public sealed record ImportPlan(ImportList List, ImportBook? Book, string Sheet, IReadOnlyList<ImportHeading> Headings, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Problems beyond those that are told.</summary>
    public int FurtherProblems { get; init; }

    public int Added => Rows.Count(row => row.Effect == ImportEffect.Added);

    public int Changed => Rows.Count(row => row.Effect == ImportEffect.Changed);

    public int Unchanged => Rows.Count(row => row.Effect == ImportEffect.Unchanged);

    public bool IsInOrder => Problems.Count == 0 && Rows.Count > 0;
}

/// <summary>Reads a sheet against its list: values, keys, rules. Finds every problem of a file at once.</summary>
public sealed class ImportPlanner(IContentManager contents, ImportWords words, RefusalTexts refusals, CommunityTimes times, IClock clock)
{
    /// <param name="chosen">Columns that were chosen by hand, by heading; null to guess all.</param>
    /// <param name="days">How days and moments are read; null for as they are written.</param>
    public async Task<ImportPlan> PlanAsync(ImportList list, Sheet sheet, IReadOnlyDictionary<string, string>? chosen = null, ImportDays? days = null)
    {
        var problems = new ProblemBook(refusals);
        if (sheet.Rows.Count == 0)
        {
            await problems.AddAsync(sheet.PlaceOf(1), ImportRefusals.Empty.With());
            return problems.Plan(list, null, sheet, [], []);
        }

        var headings = words.Headings(list, sheet.Rows[0], chosen);
        await CheckHeadingsAsync(list, sheet, headings, problems);
        if (sheet.Rows.Count == 1) await problems.AddAsync(sheet.PlaceOf(sheet.Rows[0].Number + 1), ImportRefusals.NoRows.With());
        if (problems.Any) return problems.Plan(list, null, sheet, headings, []);

        var columns = headings.Where(heading => heading.ColumnId is not null)
            .Select(heading => (heading.Column, Definition: list.Columns.First(column => column.Id == heading.ColumnId)))
            .Select(column => (column.Column, column.Definition, Choices: words.Choices(list, column.Definition), Offered: words.Offered(list, column.Definition)))
            .ToArray();
        var places = columns.ToDictionary(column => column.Definition.Id, column => column.Column);
        var book = await list.OpenAsync();
        var now = (await times.GetAsync()).At(clock.UtcNow);
        var read = new List<(SheetRow Row, ImportRow Values)>();
        foreach (var row in sheet.Rows.Skip(1))
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            var before = problems.Count;
            foreach (var (at, column, choices, offered) in columns)
            {
                SheetCell? cell = row.Cells.TryGetValue(at, out var found) ? found : null;
                try
                {
                    values[column.Id] = CellReader.Read(column, cell, choices, offered);
                }
                catch (RefusedException refused)
                {
                    await problems.AddAsync(sheet.PlaceOf(row.Number, at), refused, cell?.Text);
                }
            }

            if (problems.Count == before && days?.Apply(list.Columns, values, now) != false) read.Add((row, new ImportRow(row.Number, values)));
        }

        await book.PrepareAsync([.. read.Select(row => row.Values)]);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<PlannedRow>();
        foreach (var (row, values) in read)
        {
            try
            {
                rows.Add(await PlanRowAsync(list, book, values, keys));
            }
            catch (RefusedException refused)
            {
                var at = refused.Field is { } field && places.TryGetValue(field, out var place) ? place : (int?)null;
                await problems.AddAsync(at is { } column ? sheet.PlaceOf(row.Number, column) : sheet.PlaceOf(row.Number), refused, at is { } shown && row.Cells.TryGetValue(shown, out var cell) ? cell.Text : null);
            }
        }

        return problems.Plan(list, book, sheet, headings, rows);
    }

    private async Task<PlannedRow> PlanRowAsync(ImportList list, ImportBook book, ImportRow row, Dictionary<string, int> keys)
    {
        var key = book.KeyOf(row);
        if (!keys.TryAdd(key, row.Number)) throw ImportRefusals.KeyTwice.At(list.Columns.First(column => column.IsKey).Id, keys[key]);

        var existing = book.Find(key, row);
        var item = existing ?? await contents.NewAsync(list.ContentType);
        var mark = existing is null ? null : OpenedVersion.Of(item);
        var before = existing is null ? null : JsonSerializer.Serialize(item, JOptions.Default);
        book.Fill(item, row, isNew: existing is null);
        book.Accept(item, row, isNew: existing is null);
        return new PlannedRow(row.Number, existing is null ? ImportEffect.Added : OpenedVersion.Of(item) == mark ? ImportEffect.Unchanged : ImportEffect.Changed, key, item, before);
    }

    private async Task CheckHeadingsAsync(ImportList list, Sheet sheet, IReadOnlyList<ImportHeading> headings, ProblemBook problems)
    {
        var row = sheet.Rows[0].Number;
        foreach (var twice in headings.Where(heading => heading.ColumnId is not null).GroupBy(heading => heading.ColumnId!).Where(group => group.Count() > 1))
        {
            var name = words.Say(list, list.Columns.First(column => column.Id == twice.Key).Name);
            await problems.AddAsync(
                sheet.PlaceOf(row, twice.ElementAt(1).Column),
                ImportRefusals.ColumnTwice.With(name, Sheet.ColumnName(twice.First().Column), Sheet.ColumnName(twice.ElementAt(1).Column)), twice.ElementAt(1).Text);
        }

        foreach (var missing in list.Columns.Where(column => column.Required && headings.All(heading => heading.ColumnId != column.Id)))
            await problems.AddAsync(sheet.PlaceOf(row), ImportRefusals.ColumnMissing.With(words.Say(list, missing.Name)));
    }

    /// <summary>The problems of a file, the first ones in words.</summary>
    private sealed class ProblemBook(RefusalTexts refusals)
    {
        private readonly List<ImportProblem> _told = [];

        public int Count { get; private set; }

        public bool Any => Count > 0;

        public async Task AddAsync(string place, RefusedException refused, string? value = null)
        {
            if (++Count <= ImportLimits.ProblemsTold)
                _told.Add(new ImportProblem(place, await refusals.SayAsync(refused), value is { Length: > 80 } ? value[..80] + "…" : value));
        }

        public ImportPlan Plan(ImportList list, ImportBook? book, Sheet sheet, IReadOnlyList<ImportHeading> headings, IReadOnlyList<PlannedRow> rows) =>
            new(list, book, sheet.Name, headings, rows, _told) { FurtherProblems = Count - _told.Count };
    }
}
