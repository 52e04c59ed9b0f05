using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace PropertySuite.Core.Imports;

/// <summary>A heading of a file and the column that it stands for.</summary>
/// <param name="Column">Where it stands, from 0.</param>
/// <param name="Text">As written.</param>
/// <param name="ColumnId">The list's column; null when it is passed over.</param>
public sealed record ImportHeading(int Column, string Text, string? ColumnId);

/// <summary>Something that is wrong, with its place.</summary>
/// <param name="Place"><c>Unidades!C17</c>.</param>
/// <param name="Sentence">In the reader's language.</param>
/// <param name="Value">What stands there; null when the cell is empty or no cell is meant.</param>
public sealed record ImportProblem(string Place, string Sentence, string? Value = null);

/// <summary>Understands headings and words of files in every language of the suite.</summary>
public sealed class ImportWords(IStringLocalizerFactory localizers)
{
    private static readonly string[] _cultures = ["en", "es", "zh-Hans"];

    /// <summary>The text in the reader's language.</summary>
    public string Say(ImportList list, string text) => text.Length == 0 ? "" : localizers.Create(list.Texts)[text].Value;

    /// <summary>A name in all languages, folded.</summary>
    public IEnumerable<string> Everywhere(ImportList list, string text)
    {
        foreach (var culture in _cultures)
        {
            using var scope = CultureScope.Create(culture, culture);
            yield return SearchText.Fold(localizers.Create(list.Texts)[text].Value);
        }
    }

    /// <summary>What may be written for the values of a choice, folded.</summary>
    public IReadOnlyDictionary<string, string> Choices(ImportList list, ImportColumn column)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in column.Choices)
        {
            words.TryAdd(SearchText.Fold(choice.Value), choice.Value);
            foreach (var word in Everywhere(list, choice.Name)) words.TryAdd(word, choice.Value);
        }

        return words;
    }

    /// <summary>The choices as the reader says them.</summary>
    public string Offered(ImportList list, ImportColumn column) => string.Join(", ", column.Choices.Select(choice => Say(list, choice.Name)));

    /// <summary>Guesses which columns headings stand for; what was chosen before comes first.</summary>
    /// <param name="chosen">Column ids by heading, empty for those passed over; null for none.</param>
    public IReadOnlyList<ImportHeading> Headings(ImportList list, SheetRow first, IReadOnlyDictionary<string, string>? chosen)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        // A name counts before other words for it, and these before ids, which files of programs carry.
        Func<ImportColumn, IEnumerable<string>>[] ways = [column => Everywhere(list, column.Name), column => column.AlsoCalled.Select(name => SearchText.Fold(name)), column => [SearchText.Fold(column.Id)]];
        foreach (var way in ways)
        {
            foreach (var column in list.Columns)
            {
                foreach (var name in way(column)) names.TryAdd(Plain(name), column.Id);
            }
        }

        return [.. first.Cells.OrderBy(cell => cell.Key).Select(cell =>
        {
            var text = cell.Value.Text;
            var id = chosen is not null && chosen.TryGetValue(text, out var choice)
                ? choice.Length > 0 && list.Columns.Any(column => column.Id == choice) ? choice : null
                : names.GetValueOrDefault(Plain(SearchText.Fold(text)));
            return new ImportHeading(cell.Key, text, id);
        })];
    }

    // A star marks what is required; what stands in brackets is a unit.
    private static string Plain(string folded)
    {
        var bracket = folded.IndexOfAny(['(', '（', '[']);
        return (bracket > 0 ? folded[..bracket] : folded).Trim(' ', '*', ':', '.', '：').Replace('_', ' ').Replace('-', ' ');
    }
}
