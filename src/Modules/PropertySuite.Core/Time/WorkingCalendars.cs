using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>Reads the community's working calendar from its settings.</summary>
public sealed class WorkingCalendars(ISiteService sites, CommunityTimes times, IClock clock)
{
    private WorkingCalendar? _calendar;

    /// <summary>The calendar.</summary>
    public async Task<WorkingCalendar> GetAsync()
    {
        if (_calendar is null)
        {
            var time = await times.GetAsync();
            _calendar = (await sites.GetSiteSettingsAsync()).As<WorkingHoursSettings>().ToCalendar(time, time.DayAt(clock.UtcNow).Year);
        }

        return _calendar;
    }
}
