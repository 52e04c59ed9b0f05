namespace PropertySuite.Core;

/// <summary>
/// When the community works: hours by day of the week, holidays, its time zone. Deadlines count working time only. A value;
/// takes no clock of its own.
/// </summary>
/// <remarks>
/// Working time is time that passes: a night shift over the hour that is missing in spring is an hour shorter, and one over
/// the hour that comes twice an hour longer. A shift belongs to the day on which it begins, also after midnight; on a holiday none
/// begins. A week without any hours is one that never closes.
/// </remarks>
/// <param name="time">The community's time.</param>
/// <param name="shifts">Shifts of the week; they may touch and overlap.</param>
/// <param name="holidays">Days on which nobody works.</param>
public sealed class WorkingCalendar(CommunityTime time, IEnumerable<WorkingShift> shifts, IEnumerable<DateOnly> holidays)
{
    private readonly ILookup<DayOfWeek, WorkingShift> _shifts = shifts.ToLookup(shift => shift.Day);
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    /// <summary>A calendar that never closes.</summary>
    public static WorkingCalendar Always(CommunityTime time) => new(time, [], []);

    /// <summary>The community's time.</summary>
    public CommunityTime Time { get; } = time;

    /// <summary>Whether it never closes.</summary>
    public bool IsAlways => _shifts.Count == 0;

    /// <summary>Whether a day is a holiday.</summary>
    public bool IsHoliday(DateOnly day) => _holidays.Contains(day);

    /// <summary>Whether a shift begins on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => IsAlways || (!IsHoliday(day) && _shifts.Contains(day.DayOfWeek));

    /// <summary>Whether a moment is working time.</summary>
    public bool IsOpen(DateTime utc) => IsAlways || Open(utc).First().From <= utc;

    /// <summary>The moment itself while it is working time, else the next opening.</summary>
    public DateTime NextOpening(DateTime utc) => IsAlways ? utc : Later(Open(utc).First().From, utc);

    /// <summary>The moment at which so much working time has passed. It may be a closing hour: eight hours from nine are over at five, not on the next morning.</summary>
    /// <param name="fromUtc">From when; outside of hours it begins to count at the next opening.</param>
    /// <param name="worked">Working time; nothing or less than nothing gives the moment itself.</param>
    public DateTime Add(DateTime fromUtc, TimeSpan worked)
    {
        if (worked <= TimeSpan.Zero)
        {
            return fromUtc;
        }

        if (IsAlways)
        {
            return fromUtc + worked;
        }

        foreach (var (from, until) in Open(fromUtc))
        {
            var begin = Later(from, fromUtc);
            if (until - begin >= worked)
            {
                return begin + worked;
            }

            worked -= until - begin;
        }

        throw new InvalidOperationException("A calendar with hours goes on for ever.");
    }

    /// <summary>The close of the so-manieth working day after the one of a moment, which does not count itself; with 0 the close of that day, or of the next working one.</summary>
    public DateTime AddDays(DateTime fromUtc, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);

        var day = Time.DayAt(fromUtc);
        var left = days;
        if (days == 0 && (!IsWorkingDay(day) || CloseOf(day) <= fromUtc))
        {
            left = 1;
        }

        while (left > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return CloseOf(day);
    }

    /// <summary>The working time between two moments; nothing when the second is not later.</summary>
    public TimeSpan Between(DateTime fromUtc, DateTime untilUtc)
    {
        if (untilUtc <= fromUtc || IsAlways)
        {
            return untilUtc <= fromUtc ? TimeSpan.Zero : untilUtc - fromUtc;
        }

        var worked = TimeSpan.Zero;
        foreach (var (from, until) in Open(fromUtc))
        {
            if (from >= untilUtc)
            {
                break;
            }

            worked += (until < untilUtc ? until : untilUtc) - Later(from, fromUtc);
        }

        return worked;
    }

    // Openings that end after a moment, in order, without overlap. Never ends.
    private IEnumerable<(DateTime From, DateTime Until)> Open(DateTime utc)
    {
        var done = utc;
        for (var day = Time.DayAt(utc).AddDays(-1); ; day = day.AddDays(1))
        {
            foreach (var (from, until) in ShiftsOf(day))
            {
                if (until > done)
                {
                    var begin = done > utc ? Later(from, done) : from;
                    done = until;
                    yield return (begin, until);
                }
            }
        }
    }

    private IEnumerable<(DateTime From, DateTime Until)> ShiftsOf(DateOnly day) => IsHoliday(day)
        ? []
        : _shifts[day.DayOfWeek].Select(shift => (
            From: Time.ToUtc(day, shift.From),
            Until: shift.Until == TimeOnly.MinValue ? Time.BeginningOf(day.AddDays(1)) : Time.ToUtc(shift.EndsNextDay ? day.AddDays(1) : day, shift.Until, end: true)))
            .Where(shift => shift.Until > shift.From)
            .OrderBy(shift => shift.From);

    private DateTime CloseOf(DateOnly day) => IsAlways ? Time.BeginningOf(day.AddDays(1)) : ShiftsOf(day).Max(shift => shift.Until);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
