using System.Globalization;

namespace PropertySuite.Core;

/// <summary>A shift that begins on a day of the week.</summary>
/// <param name="Day">Day on which it begins.</param>
/// <param name="From">When it begins, on the community's wall.</param>
/// <param name="Until">When it ends; not later than <paramref name="From"/> means on the next day, so that 0:00 to 0:00 is the whole day.</param>
public sealed record WorkingShift(DayOfWeek Day, TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether it ends on the day after.</summary>
    public bool EndsNextDay => Until <= From;
}

/// <summary>Reads and writes the hours of a day as people type them: <c>9-14, 16-20</c>, <c>9:00–17:00</c>, <c>22:00-6:00</c>.</summary>
public static class WorkingHoursText
{
    private static readonly char[] BetweenShifts = [',', ';', '/', '、', '，', '；', '\n', '\r'];
    private static readonly char[] BetweenTimes = ['-', '–', '—', '~', '至', '到'];

    /// <summary>Reads the hours of a day; empty text is a day without any.</summary>
    /// <returns>Null when the text cannot be read.</returns>
    public static IReadOnlyList<WorkingShift>? Read(DayOfWeek day, string? typed)
    {
        var shifts = new List<WorkingShift>();
        foreach (var piece in (typed ?? "").Split(BetweenShifts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = piece.Split(BetweenTimes, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || ForgivingTime.ReadTime(ends[0]) is not { } from || ReadEnd(ends[1]) is not { } until)
            {
                return null;
            }

            shifts.Add(new(day, from, until));
        }

        return shifts;
    }

    /// <summary>The hours of a day as they are shown and can be typed again; empty for none.</summary>
    public static string Write(IEnumerable<WorkingShift> shifts) => string.Join(", ", shifts.OrderBy(shift => shift.From)
        .Select(shift => $"{Time(shift.From)}–{(shift.Until == TimeOnly.MinValue ? "24:00" : Time(shift.Until))}"));

    private static TimeOnly? ReadEnd(string typed) =>
        typed.Replace(" ", "", StringComparison.Ordinal) is "24" or "24:00" or "24.00" or "24h" ? TimeOnly.MinValue : ForgivingTime.ReadTime(typed);

    private static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
