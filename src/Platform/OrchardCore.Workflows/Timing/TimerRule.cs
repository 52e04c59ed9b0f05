#nullable enable
using System.Globalization;
using System.Xml;
using Cronos;

namespace PropertySuite.Platform.Workflows;

/// <summary>
/// When a timer is due: at the times of a schedule on the community's own clock (<c>0 8 * * *</c> is eight in the morning there, summer and
/// winter), or after a while (<c>PT3M</c>, <c>00:03:00</c>), which is the same length on the day when the clocks change.
/// </summary>
internal static class TimerRule
{
    /// <summary>Longer waits are taken for a mistake.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    /// <summary>A while, as ISO 8601 or as hours, minutes and seconds.</summary>
    /// <exception cref="FormatException">It is neither, or negative, or too long.</exception>
    public static TimeSpan Interval(string text)
    {
        text = text.Trim();
        TimeSpan length;
        try
        {
            length = text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.ParseExact(text, ["c", @"h\:mm", @"d\.hh\:mm"], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new FormatException($"\"{text}\" is not a length of time, such as PT3M or 00:03:00.", e);
        }

        return length < TimeSpan.Zero || length > Longest ? throw new FormatException($"\"{text}\" is not between nothing and ten years.") : length;
    }

    /// <summary>A schedule of five fields, or six with seconds.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static CronExpression Schedule(string text)
    {
        text = text.Trim();
        try
        {
            return CronExpression.Parse(text, text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException e)
        {
            throw new FormatException($"\"{text}\" is not a schedule, such as 0 8 * * 1: {e.Message}", e);
        }
    }

    public static DateTime? Next(string schedule, DateTime afterUtc, TimeZoneInfo zone) =>
        Schedule(schedule).GetNextOccurrence(DateTime.SpecifyKind(afterUtc, DateTimeKind.Utc), zone);
}
