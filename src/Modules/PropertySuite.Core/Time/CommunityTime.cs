namespace PropertySuite.Core;

/// <summary>
/// The community's clock on the wall: what a UTC moment is called there, and which moment a date and a time mean.
/// A value; takes no clock of its own.
/// </summary>
/// <remarks>
/// Twice a year an hour is missing or comes twice. A time that does not exist means the first moment after the gap.
/// A time that comes twice means its first occurrence, or its second where an end is meant, so that a window
/// that somebody writes down always covers what the person can have meant.
/// </remarks>
public sealed class CommunityTime(TimeZoneInfo zone)
{
    /// <summary>The time zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The wall's date and time of a moment.</summary>
    public DateTime At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The day that a moment belongs to.</summary>
    public DateOnly DayAt(DateTime utc) => DateOnly.FromDateTime(At(utc));

    /// <summary>The moment at which a day begins; the next day's is its exclusive end.</summary>
    public DateTime BeginningOf(DateOnly day) => ToUtc(day, TimeOnly.MinValue);

    /// <summary>The moment that a date and a time mean.</summary>
    /// <param name="day">Day of the community.</param>
    /// <param name="time">Time on its wall.</param>
    /// <param name="end">Whether an end is meant: then the second occurrence of a time that comes twice.</param>
    public DateTime ToUtc(DateOnly day, TimeOnly time, bool end = false)
    {
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
        {
            return AfterGap(wall);
        }

        if (Zone.IsAmbiguousTime(wall))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(wall);
            var offset = end ? offsets.Min() : offsets.Max();
            return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
        }

        return TimeZoneInfo.ConvertTimeToUtc(wall, Zone);
    }

    // The wall jumps; the moment after the jump is found by walking to the first wall time that exists.
    private DateTime AfterGap(DateTime wall)
    {
        var next = wall.AddTicks(-(wall.Ticks % TimeSpan.TicksPerMinute));
        while (Zone.IsInvalidTime(next))
        {
            next = next.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(next, Zone);
    }
}
