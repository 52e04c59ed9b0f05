namespace OrchardCore.Modules;

/// <summary>The time, in UTC, and the time zones. Tests replace it.</summary>
public interface IClock
{
    DateTime UtcNow { get; }

    ITimeZone[] GetTimeZones();

    /// <summary>The zone with this IANA id; the system's zone when the id is null, empty or unknown.</summary>
    ITimeZone GetTimeZone(string? timeZoneId);

    ITimeZone GetSystemTimeZone();

    DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone);
}

/// <summary>A time zone by its IANA id.</summary>
public interface ITimeZone
{
    string TimeZoneId { get; set; }
}

/// <summary>The time where the community is.</summary>
public interface ILocalClock
{
    Task<DateTimeOffset> GetLocalNowAsync() => ConvertToLocalAsync(TimeProvider.System.GetUtcNow());

    Task<ITimeZone> GetLocalTimeZoneAsync();

    Task<DateTimeOffset> ConvertToLocalAsync(DateTimeOffset dateTimeOffset);

    /// <summary>Reads <paramref name="dateTime"/> as local time. A time that was skipped moves on by the length of the gap.</summary>
    Task<DateTime> ConvertToUtcAsync(DateTime dateTime);
}

/// <summary>Offers a time zone for the current request; the offer with the highest priority wins.</summary>
public interface ITimeZoneSelector
{
    /// <summary>Null when this selector has no opinion.</summary>
    Task<TimeZoneSelectorResult?> GetTimeZoneAsync();
}

public class TimeZoneSelectorResult
{
    public int Priority { get; set; }

    public Func<Task<string?>> TimeZoneId { get; set; } = static () => Task.FromResult<string?>(null);
}

public static class ClockExtensions
{
    /// <summary>Converts an instant that is stored as UTC, whatever its <see cref="DateTime.Kind"/> says.</summary>
    public static DateTimeOffset ConvertToTimeZone(this IClock clock, DateTime dateTime, ITimeZone timeZone)
        => clock.ConvertToTimeZone(AsUtc(dateTime), timeZone);

    public static Task<DateTimeOffset> ConvertToLocalAsync(this ILocalClock localClock, DateTime dateTime)
        => localClock.ConvertToLocalAsync(AsUtc(dateTime));

    private static DateTimeOffset AsUtc(DateTime dateTime) => new(DateTime.SpecifyKind(dateTime, DateTimeKind.Utc), TimeSpan.Zero);
}
