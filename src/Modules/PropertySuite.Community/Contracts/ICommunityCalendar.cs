namespace PropertySuite.Community.Contracts;

/// <summary>The community's own calendar: a day begins at midnight of its time zone, whatever zone the reader is in.</summary>
public interface ICommunityCalendar
{
    /// <summary>The day that it is now in the community.</summary>
    Task<DateOnly> TodayAsync();

    /// <summary>The community's day of a UTC instant.</summary>
    Task<DateOnly> DayOfAsync(DateTime utc);
}
