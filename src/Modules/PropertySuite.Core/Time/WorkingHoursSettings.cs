using System.Globalization;

namespace PropertySuite.Core;

/// <summary>Section of the site's settings: when the community works. Deadlines count these hours.</summary>
public class WorkingHoursSettings
{
    /// <summary>Hours by the English name of the day, as typed: <c>9:00–14:00, 16:00–20:00</c>; a day that is missing has none. No day at all: Monday to Friday, 9 to 18.</summary>
    public Dictionary<string, string> Hours { get; set; } = [];

    /// <summary>Holidays, a day such as <c>2026-12-25</c> on each line; <c>12-25</c> comes every year.</summary>
    public string? Holidays { get; set; }

    /// <summary>The hours of a day; what cannot be read is none.</summary>
    public IReadOnlyList<WorkingShift> Of(DayOfWeek day) => WorkingHoursText.Read(day, TextOf(day)) ?? [];

    /// <summary>The hours of a day as they are shown.</summary>
    public string TextOf(DayOfWeek day) => Hours.Count == 0
        ? day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "" : "9:00–18:00"
        : Hours.GetValueOrDefault(day.ToString()) ?? "";

    /// <summary>The calendar of these settings.</summary>
    /// <param name="time">The community's time.</param>
    /// <param name="year">This year: holidays that come every year are those of the year before and the two after.</param>
    public WorkingCalendar ToCalendar(CommunityTime time, int year) =>
        new(time, Enum.GetValues<DayOfWeek>().SelectMany(Of), ReadHolidays(year).Days);

    /// <summary>The holidays, and what of them cannot be read.</summary>
    public (IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Unread) ReadHolidays(int year)
    {
        List<DateOnly> days = [];
        List<string> unread = [];
        foreach (var line in (Holidays ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
            else if (DateOnly.TryParseExact("2024-" + line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly))
            {
                days.AddRange(Enumerable.Range(year - 1, 4).Where(each => yearly.Day <= DateTime.DaysInMonth(each, yearly.Month)).Select(each => new DateOnly(each, yearly.Month, yearly.Day)));
            }
            else
            {
                unread.Add(line);
            }
        }

        return (days, unread);
    }
}
