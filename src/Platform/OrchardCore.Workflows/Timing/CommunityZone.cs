#nullable enable
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Workflows;

/// <summary>The community's time zone, whoever is acting: a person's own zone has no say in a deadline.</summary>
internal sealed class CommunityZone(ISiteService sites, IClock clock)
{
    public async Task<TimeZoneInfo> GetAsync()
    {
        var site = await sites.GetSiteSettingsAsync();
        var id = string.IsNullOrEmpty(site.TimeZoneId) ? clock.GetSystemTimeZone().TimeZoneId : site.TimeZoneId;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
    }
}
