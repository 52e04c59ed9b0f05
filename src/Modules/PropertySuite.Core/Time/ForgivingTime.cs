using System.Globalization;

namespace PropertySuite.Core;

/// <summary>
/// Reads times and dates as people type them: <c>9</c>, <c>930</c>, <c>9.30</c>, <c>21h</c>, <c>9:30 pm</c>;
/// <c>13/11</c>, <c>13.11.2026</c>, <c>2026-11-13</c>, <c>11月13日</c>. Text fields are used since the native ones
/// follow the device and not the reader's language.
/// </summary>
public static class ForgivingTime
{
    /// <summary>Reads a time of day.</summary>
    /// <returns>Null when the text is not a time.</returns>
    public static TimeOnly? ReadTime(string? text)
    {
        var typed = Clean(text).Replace("h", ":", StringComparison.Ordinal).Replace('.', ':').Replace('：', ':').Replace("点", ":", StringComparison.Ordinal).Replace("时", ":", StringComparison.Ordinal).Replace("分", "", StringComparison.Ordinal);
        int? half = typed.EndsWith("pm", StringComparison.Ordinal) ? 12 : typed.EndsWith("am", StringComparison.Ordinal) ? 0 : null;
        var digits = (half is null ? typed : typed[..^2]).TrimEnd(':');
        if (digits.Length is 0 or > 5 || digits.Any(c => !char.IsAsciiDigit(c) && c != ':'))
        {
            return null;
        }

        var parts = digits.Contains(':', StringComparison.Ordinal)
            ? digits.Split(':')
            : digits.Length <= 2 ? [digits, "0"] : [digits[..^2], digits[^2..]];
        if (parts.Length != 2 || !int.TryParse(parts[0], out var hour) || !int.TryParse(parts[1], out var minute))
        {
            return null;
        }

        if (half is { } add)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + add;
        }

        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>Reads a date; a date without a year is the next such day, counted from today.</summary>
    /// <param name="text">As typed, day before month.</param>
    /// <param name="today">Today in the community.</param>
    /// <returns>Null when the text is not a date.</returns>
    public static DateOnly? ReadDate(string? text, DateOnly today)
    {
        var typed = Clean(text).Replace("年", "-", StringComparison.Ordinal).Replace("月", "-", StringComparison.Ordinal).Replace("日", "", StringComparison.Ordinal).Replace("号", "", StringComparison.Ordinal);
        var numbers = typed.Split(['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length is < 2 or > 3 || !numbers.All(n => n.Length <= 4 && n.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var values = numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var chinese = (text ?? "").Contains('月', StringComparison.Ordinal);
        return values switch
        {
            [var year, var month, var day] when year > 31 => Make(year, month, day),
            [var day, var month, var year] => Make(year < 100 ? 2000 + year : year, month, day),
            [var month, var day] when chinese => Next(month, day, today),
            [var day, var month] => Next(month, day, today),
            _ => null,
        };
    }

    private static DateOnly? Next(int month, int day, DateOnly today) =>
        Make(today.Year, month, day) is { } date && date >= today ? date : Make(today.Year + 1, month, day);

    private static DateOnly? Make(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static string Clean(string? text) => (text ?? "").Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
}
