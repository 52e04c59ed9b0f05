using OrchardCore.Modules;

namespace Modules.Tests;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class TestClock(DateTime utcNow) : IClock
{
    public DateTime UtcNow { get; set; } = utcNow;

    public ITimeZone[] GetTimeZones() => [];

    public ITimeZone GetTimeZone(string? timeZoneId) => throw new NotSupportedException();

    public ITimeZone GetSystemTimeZone() => throw new NotSupportedException();

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => throw new NotSupportedException();
}
