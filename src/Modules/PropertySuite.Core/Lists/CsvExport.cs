namespace PropertySuite.Core;

/// <summary>Writes a list for spreadsheets: RFC 4180, with a guard against cells that a spreadsheet would run.</summary>
public static class CsvExport
{
    /// <summary>One line of cells.</summary>
    public static Task WriteLineAsync(TextWriter writer, IEnumerable<string> cells) =>
        writer.WriteAsync(string.Join(',', cells.Select(Quote)) + "\r\n");

    /// <summary>
    /// A cell as text that stays text: what begins like a formula gets an apostrophe before it, which spreadsheets
    /// take as "this is text". Visitors write their own names.
    /// </summary>
    public static string AsText(string? value) =>
        value is { Length: > 0 } && IsDangerous(value.TrimStart(' ', '\u00A0', '\u3000')) ? "'" + value : value ?? "";

    private static bool IsDangerous(string value) =>
        value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' or '|' or '%';

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n;") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
