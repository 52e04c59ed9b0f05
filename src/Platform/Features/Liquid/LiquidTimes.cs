using System.Globalization;
using System.Text;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>
/// Moments in the community's time and the reader's way of writing. A stored moment is UTC; a text with an offset is a moment too; a
/// text without one is local time as it stands.
/// </summary>
internal static class LiquidTimes
{
    private static readonly string[] s_days = ["yyyy-MM-dd"];

    /// <summary>The usual short form of a moment, a day or a time of day.</summary>
    public static string Write(object value, LiquidSurroundings at) => value switch
    {
        DateOnly day => day.ToString("d", at.Culture),
        TimeOnly time => time.ToString("t", at.Culture),
        _ => Local(value, at) is { } moment ? moment.ToString("g", at.Culture) : string.Empty,
    };

    /// <summary>The moment in the community's time; null for what is none.</summary>
    public static DateTimeOffset? Local(object? value, LiquidSurroundings at) => value switch
    {
        DateTimeOffset moment => TimeZoneInfo.ConvertTime(moment, at.Zone),
        DateTime moment => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc), TimeSpan.Zero), at.Zone),
        DateOnly day => AsItStands(day.ToDateTime(TimeOnly.MinValue), at),
        WrittenText written => Local(written.Text, at),
        string text => Parse(text.Trim(), at),
        _ => null,
    };

    /// <summary>By a format of .NET, or of the C library when it has a percent sign.</summary>
    public static string Format(DateTimeOffset moment, string format, LiquidSurroundings at)
    {
        if (!format.Contains('%', StringComparison.Ordinal))
        {
            try
            {
                return moment.ToString(format, at.Culture);
            }
            catch (FormatException)
            {
                return format;
            }
        }

        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            var bare = format[i + 1] == '-' && i + 2 < format.Length;
            i += bare ? 2 : 1;
            text.Append(Directive(format[i], bare, moment, at));
        }

        return text.ToString();
    }

    private static string Directive(char directive, bool bare, DateTimeOffset at, LiquidSurroundings surroundings)
    {
        var culture = surroundings.Culture;
        string Number(int number, int digits) => bare ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("D" + digits, CultureInfo.InvariantCulture);
        return directive switch
        {
            'Y' => Number(at.Year, 4),
            'y' => Number(at.Year % 100, 2),
            'm' => Number(at.Month, 2),
            'B' => culture.DateTimeFormat.GetMonthName(at.Month),
            'b' or 'h' => culture.DateTimeFormat.GetAbbreviatedMonthName(at.Month),
            'd' => Number(at.Day, 2),
            'e' => at.Day.ToString(CultureInfo.InvariantCulture).PadLeft(bare ? 1 : 2),
            'j' => Number(at.DayOfYear, 3),
            'H' => Number(at.Hour, 2),
            'I' => Number((at.Hour + 11) % 12 + 1, 2),
            'M' => Number(at.Minute, 2),
            'S' => Number(at.Second, 2),
            'p' => at.ToString("tt", culture),
            'A' => culture.DateTimeFormat.GetDayName(at.DayOfWeek),
            'a' => culture.DateTimeFormat.GetAbbreviatedDayName(at.DayOfWeek),
            'u' => (((int)at.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture),
            'w' => ((int)at.DayOfWeek).ToString(CultureInfo.InvariantCulture),
            's' => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            'z' => at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal),
            'F' => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            'T' => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            'R' => at.ToString("HH:mm", CultureInfo.InvariantCulture),
            'D' or 'x' => at.ToString("d", culture),
            'X' => at.ToString("t", culture),
            'c' => at.ToString("g", culture),
            '%' => "%",
            _ => "%" + directive,
        };
    }

    private static DateTimeOffset? Parse(string text, LiquidSurroundings at)
    {
        if (text is "now" or "today")
            return Local(at.NowUtc, at);
        if (DateOnly.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return AsItStands(day.ToDateTime(TimeOnly.MinValue), at);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
            return null;
        return parsed.Kind == DateTimeKind.Unspecified ? AsItStands(parsed, at) : Local(parsed.ToUniversalTime(), at);
    }

    private static DateTimeOffset AsItStands(DateTime wall, LiquidSurroundings at)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return at.Zone.IsInvalidTime(wall)
            ? new DateTimeOffset(wall, at.Zone.GetUtcOffset(wall.AddDays(-1)))
            : new DateTimeOffset(wall, at.Zone.GetUtcOffset(wall));
    }
}
