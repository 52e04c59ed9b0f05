using OrchardCore.Modules;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community;

/// <summary>Days in the time zone of the site's settings. The reader's own zone must not move a lease's end.</summary>
internal sealed class CommunityCalendar(IClock clock, CommunityTimes times) : ICommunityCalendar
{
    public Task<DateOnly> TodayAsync() => DayOfAsync(clock.UtcNow);

    public async Task<DateOnly> DayOfAsync(DateTime utc) => (await times.GetAsync()).DayAt(utc);
}
