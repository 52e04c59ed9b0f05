using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Time;

/// <summary>The time zone in the site's settings.</summary>
internal sealed class SiteTimeZoneSelector(IServiceProvider services) : ITimeZoneSelector
{
    public Task<TimeZoneSelectorResult?> GetTimeZoneAsync()
        => Task.FromResult<TimeZoneSelectorResult?>(new()
        {
            Priority = 0,
            TimeZoneId = async () => services.GetService<ISiteService>() is { } sites ? (await sites.GetSiteSettingsAsync()).TimeZoneId : null,
        });
}
