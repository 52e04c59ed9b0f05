using System.Globalization;

namespace YesSql.Sqlite;

/// <summary>
/// A decimal as text whose order is the order of the numbers, exact over the whole range.
/// </summary>
/// <remarks>
/// SQLite has no decimal type: REAL rounds, plain text sorts 10 before 9, and an integer of hundredths or millionths refuses
/// whatever has more digits. Here a number is a sign, the count of digits before the point, and the digits:
/// 1250.5 is <c>p041250.5</c>. For a negative number every digit is taken from nine, so that a larger amount sorts first, and a
/// tilde ends it, so that of two with the same beginning the longer one does: -1250.5 is <c>n958749.4~</c>. The database compares
/// and sorts such a column, uses its index, and keeps it unique; sums are made where the rows are read.
/// </remarks>
internal static class SortableDecimal
{
    public static string ToText(decimal value)
    {
        if (value == 0)
            return "p00";

        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        if (digits.Contains('.', StringComparison.Ordinal))
            digits = digits.TrimEnd('0').TrimEnd('.');
        if (digits.StartsWith("0.", StringComparison.Ordinal))
            digits = digits[1..];

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? digits.Length : point).ToString("00", CultureInfo.InvariantCulture);
        return value > 0 ? "p" + whole + digits : "n" + Complement(whole) + Complement(digits) + "~";
    }

    public static decimal Parse(string text)
    {
        var digits = text[0] switch
        {
            'p' => text[3..],
            'n' => "-" + Complement(text[3..^1]),
            _ => text,
        };
        return digits.Length == 0 ? 0 : decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static string Complement(string digits) =>
        string.Create(digits.Length, digits, static (complement, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                complement[i] = source[i] == '.' ? '.' : (char)('0' + '9' - source[i]);
        });
}
