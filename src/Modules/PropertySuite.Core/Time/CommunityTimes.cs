using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>Reads the community's time zone from its site settings.</summary>
public sealed class CommunityTimes(ISiteService sites)
{
    private CommunityTime? _time;

    /// <summary>The community's time; UTC when the site names no zone that this machine knows.</summary>
    public async Task<CommunityTime> GetAsync()
    {
        if (_time is null)
        {
            var id = (await sites.GetSiteSettingsAsync()).TimeZoneId;
            _time = new CommunityTime(id is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc);
        }

        return _time;
    }
}
