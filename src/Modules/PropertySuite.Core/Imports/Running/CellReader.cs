using System.Globalization;
using System.Text.RegularExpressions;

namespace PropertySuite.Core.Imports;

/// <summary>Reads cells by the kind of their column, as people type them in the three languages.</summary>
public static partial class CellReader
{
    private static readonly HashSet<string> _yes = new(StringComparer.Ordinal) { "yes", "y", "true", "1", "x", "si", "s", "verdadero", "是", "对", "真", "有" };
    private static readonly HashSet<string> _no = new(StringComparer.Ordinal) { "no", "n", "false", "0", "falso", "-", "否", "不", "假", "无" };

    private static readonly string[] _days =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy'年'M'月'd'日'",
    ];

    private static readonly string[] _times = ["H:mm", "H:mm:ss", "H.mm", "H'时'mm'分'"];

    /// <summary>The value; null for an empty cell.</summary>
    /// <param name="choices">Values of a choice by what may be written for them, folded.</param>
    /// <exception cref="RefusedException">The cell does not hold what the column asks for.</exception>
    public static object? Read(ImportColumn column, SheetCell? given, IReadOnlyDictionary<string, string> choices, string offered)
    {
        if (given is not { } cell)
            return column.Required ? throw ImportRefusals.Missing.With() : null;
        if (cell.Wrong is { } wrong) throw wrong;
        if (cell.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || cell.Text.Contains('\uFFFD', StringComparison.Ordinal)) throw ImportRefusals.Controls.With();
        return column.Kind switch
        {
            ImportKind.Text => Text(cell.Text, column.MaxLength),
            ImportKind.Whole => Whole(cell),
            ImportKind.Decimal => Number(cell),
            ImportKind.Day => Day(cell),
            ImportKind.Moment => Moment(cell),
            ImportKind.YesNo => YesNo(cell),
            ImportKind.Choice => choices.TryGetValue(SearchText.Fold(cell.Text), out var value) ? value : throw ImportRefusals.NotChoice.With(offered),
            _ => throw new InvalidOperationException($"Unknown kind {column.Kind}."),
        };
    }

    /// <summary>A number with a point or a comma; a separator of thousands where it cannot be mistaken.</summary>
    public static decimal Number(SheetCell cell)
    {
        if (cell.Moment is not null) throw ImportRefusals.NotDecimal.With();
        if (cell.Number is not null) return decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored) ? stored : throw ImportRefusals.NotDecimal.With();
        var text = Space().Replace(cell.Text, "").TrimEnd('%', '€').Replace('−', '-');
        if (!Figure().IsMatch(text)) throw ImportRefusals.NotDecimal.With();

        var point = text.LastIndexOfAny(['.', ',']);
        if (point >= 0)
        {
            var separator = text[point];
            var others = text[..point].IndexOfAny(['.', ',']) >= 0;
            var after = text.Length - point - 1;
            if (!others && after == 3 && text[..point].TrimStart('-', '+') is { Length: > 0 and <= 3 } before && before != "0") throw ImportRefusals.Thousands.With(cell.Text);
            // 1.234.567: only thousands.
            text = text[..point].Contains(separator, StringComparison.Ordinal)
                ? after == 3 ? text.Replace(separator.ToString(), "", StringComparison.Ordinal) : throw ImportRefusals.NotDecimal.With()
                : text[..point].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + "." + text[(point + 1)..];
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw ImportRefusals.NotDecimal.With();
    }

    private static string Text(string text, int most) => text.Length <= most ? text : throw ImportRefusals.TooLong.With(most);

    private static int Whole(SheetCell cell)
    {
        try
        {
            var number = Number(cell);
            return number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : throw ImportRefusals.NotWhole.With();
        }
        catch (RefusedException refused) when (refused.Code == ImportRefusals.NotDecimal.Code)
        {
            throw ImportRefusals.NotWhole.With();
        }
    }

    private static DateOnly Day(SheetCell cell)
    {
        if (cell.Moment is { } moment) return moment.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(moment) : throw ImportRefusals.NotDay.With();
        if (cell.Number is { } number and >= 18_264 and < 73_051 && number == Math.Truncate(number)) return DateOnly.FromDateTime(new DateTime(1899, 12, 30).AddDays(number));
        return DateOnly.TryParseExact(Trimmed(cell.Text), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1850 and < 2200 ? day : throw ImportRefusals.NotDay.With();
    }

    private static DateTime Moment(SheetCell cell)
    {
        if (cell.Moment is { } moment) return moment;
        var parts = Trimmed(cell.Text).Split([' ', 'T'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var dayText, var timeText]
            && DateOnly.TryParseExact(dayText, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParseExact(timeText, _times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? day.ToDateTime(time)
            : throw ImportRefusals.NotMoment.With();
    }

    // Days of text files may carry a midnight that a program has added.
    private static string Trimmed(string text) => text.EndsWith(" 00:00:00", StringComparison.Ordinal) ? text[..^9] : text.EndsWith("T00:00:00", StringComparison.Ordinal) ? text[..^9] : text;

    private static bool YesNo(SheetCell cell)
    {
        var word = SearchText.Fold(cell.Text);
        return cell.YesNo ?? (_yes.Contains(word) ? true : _no.Contains(word) ? false : throw ImportRefusals.NotYesNo.With());
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d+)?$|^[+-]?\d+(?:[.,]\d+)?$")]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\s\u00A0\u202F']")]
    private static partial Regex Space();
}
