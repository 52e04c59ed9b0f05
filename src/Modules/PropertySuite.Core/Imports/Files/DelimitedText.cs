using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PropertySuite.Core.Imports;

/// <summary>Reads text with separators: commas, semicolons or tabs, whichever the headings use.</summary>
public static class DelimitedText
{
    private static readonly char[] _separators = [';', '\t', ','];

    /// <exception cref="RefusedException">Not text, too much of it, or quotation marks that do not match.</exception>
    public static Sheet Read(byte[] file, string fileName)
    {
        var text = TextEncoding.Decode(file);
        var name = Path.GetFileNameWithoutExtension(fileName);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text).ToString(),
            HasHeaderRecord = false,
            MaxFieldSize = ImportLimits.CellText * 2,
            DetectColumnCountChanges = false,
            IgnoreBlankLines = false,
            BadDataFound = bad => throw new UnmatchedQuotesException(bad.Context.Parser?.Row ?? 0),
        };

        var rows = new List<SheetRow>();
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        try
        {
            while (parser.Read())
            {
                if (parser.Record is not { } record) continue;
                if (record.Length > ImportLimits.Columns && record.Skip(ImportLimits.Columns).Any(field => field.Length > 0)) throw ImportRefusals.TooManyColumns.With(ImportLimits.Columns);
                var cells = new Dictionary<int, SheetCell>();
                for (var column = 0; column < Math.Min(record.Length, ImportLimits.Columns); column++)
                {
                    // The guard that exports put before what looks like a formula.
                    var value = record[column].Trim();
                    if (value.Length > 1 && value[0] == '\'' && !char.IsLetterOrDigit(value[1])) value = value[1..];
                    if (value.Length > 0) cells[column] = new SheetCell(value);
                }

                if (cells.Count > 0) rows.Add(new SheetRow(parser.Row, cells));
                if (rows.Count > ImportLimits.Rows + 1) throw ImportRefusals.TooManyRows.With(ImportLimits.Rows);
            }
        }
        catch (UnmatchedQuotesException exception)
        {
            throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{name}!{exception.Row}"), ImportRefusals.Quotes.With());
        }
        catch (CsvHelperException)
        {
            throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{name}!{parser.Row}"), ImportRefusals.TooLong.With(ImportLimits.CellText));
        }

        return new Sheet(name, rows);
    }

    /// <summary>The separator that the first line has most of, outside quotation marks.</summary>
    private static char SeparatorOf(string text)
    {
        var counts = new int[_separators.Length];
        var quoted = false;
        foreach (var c in text.AsSpan().TrimStart())
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\r' or '\n') break;
            if (Array.IndexOf(_separators, c) is >= 0 and var at) counts[at]++;
        }

        var most = counts.Max();
        return most == 0 ? ',' : _separators[Array.IndexOf(counts, most)];
    }

    private sealed class UnmatchedQuotesException(int row) : Exception
    {
        public int Row { get; } = row;
    }
}

/// <summary>A file that cannot be read from some place on.</summary>
/// <param name="place">Sheet and row or cell.</param>
/// <param name="refused">What is wrong there.</param>
public sealed class UnreadableException(string place, RefusedException refused) : Exception(refused.Message)
{
    public string Place { get; } = place;

    public RefusedException Refused { get; } = refused;
}
