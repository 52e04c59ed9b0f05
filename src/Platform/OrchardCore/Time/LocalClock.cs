using OrchardCore.Modules;

namespace PropertySuite.Platform.Time;

/// <summary>The clock of the community, or of the person where a selector with a higher priority knows it.</summary>
internal sealed class LocalClock(IClock clock, IEnumerable<ITimeZoneSelector> selectors) : ILocalClock
{
    private ITimeZone? _zone;

    public Task<DateTimeOffset> GetLocalNowAsync() => ConvertToLocalAsync(new DateTimeOffset(clock.UtcNow, TimeSpan.Zero));

    public async Task<ITimeZone> GetLocalTimeZoneAsync()
    {
        if (_zone is not null)
            return _zone;

        var offers = new List<TimeZoneSelectorResult>();
        foreach (var selector in selectors)
        {
            if (await selector.GetTimeZoneAsync() is { } offer)
                offers.Add(offer);
        }

        foreach (var offer in offers.OrderByDescending(offer => offer.Priority))
        {
            if (await offer.TimeZoneId() is { Length: > 0 } id)
                return _zone = clock.GetTimeZone(id);
        }

        return _zone = clock.GetSystemTimeZone();
    }

    public async Task<DateTimeOffset> ConvertToLocalAsync(DateTimeOffset dateTimeOffset)
        => clock.ConvertToTimeZone(dateTimeOffset, await GetLocalTimeZoneAsync());

    public async Task<DateTime> ConvertToUtcAsync(DateTime dateTime) => Clock.ToUtc(dateTime, await GetLocalTimeZoneAsync());
}
