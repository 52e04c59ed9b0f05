using OrchardCore.Modules;

namespace PropertySuite.Platform.Time;

/// <summary>The clock on a <see cref="TimeProvider"/>, which tests replace.</summary>
internal sealed class Clock(TimeProvider time) : IClock
{
    private static readonly Lazy<ITimeZone[]> s_zones = new(() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.HasIanaId ? zone.Id : Iana(zone)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new Zone(TimeZoneInfo.FindSystemTimeZoneById(id), id)),
    ]);

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public ITimeZone[] GetTimeZones() => [.. s_zones.Value];

    public ITimeZone GetTimeZone(string? timeZoneId)
        => !string.IsNullOrEmpty(timeZoneId) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out var zone)
            ? new Zone(zone, timeZoneId)
            : GetSystemTimeZone();

    public ITimeZone GetSystemTimeZone() => new Zone(time.LocalTimeZone, Iana(time.LocalTimeZone) ?? "UTC");

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone)
        => TimeZoneInfo.ConvertTime(dateTimeOffset, InfoOf(timeZone));

    /// <summary>The instant of a local time: the first of two when clocks go back, moved on by the gap when they go forward.</summary>
    public static DateTime ToUtc(DateTime local, ITimeZone timeZone)
    {
        var info = InfoOf(timeZone);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (info.IsInvalidTime(wall))
        {
            // The offset before the gap carries the time over it.
            var before = info.GetUtcOffset(wall.AddDays(-1));
            return DateTime.SpecifyKind(wall - before, DateTimeKind.Utc);
        }

        var offset = info.IsAmbiguousTime(wall) ? info.GetAmbiguousTimeOffsets(wall).Max() : info.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    public static TimeZoneInfo InfoOf(ITimeZone timeZone)
        => timeZone is Zone zone ? zone.Info : TimeZoneInfo.FindSystemTimeZoneById(timeZone.TimeZoneId);

    private static string? Iana(TimeZoneInfo zone)
        => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : null;

    private sealed class Zone(TimeZoneInfo info, string id) : ITimeZone
    {
        public TimeZoneInfo Info { get; } = info;

        public string TimeZoneId { get; set; } = id;

        public override string ToString() => TimeZoneId;
    }
}
