using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Features.Localization;

/// <summary>The time zones as people look for them: by part of the world and city, with what the clock there is ahead or behind.</summary>
public sealed class TimeZoneList(IClock clock, IStringLocalizer<TimeZoneList> S)
{
    /// <param name="chosen">A zone that is listed in any case; null: none.</param>
    public IReadOnlyList<TimeZoneGroup> Groups(string? chosen)
        => [.. clock.GetTimeZones()
            .Select(zone => zone.TimeZoneId)
            .Where(id => Region(id) is not null)
            .Union(chosen is not null && TimeZoneInfo.TryFindSystemTimeZoneById(chosen, out _) ? [chosen] : [])
            .GroupBy(id => Region(id) ?? S["Other"].Value)
            .OrderBy(group => group.Key, StringComparer.CurrentCulture)
            .Select(group => new TimeZoneGroup(group.Key, [.. group
                .Select(id => new TimeZoneChoice(id, NameOf(id)))
                .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)]))];

    /// <summary>Such as <c>Madrid (UTC+1)</c>, by the time that is not summer's.</summary>
    public string NameOf(string id)
    {
        var parts = id.Split('/');
        var city = S[parts[^1].Replace('_', ' ')].Value;

        // Cities of the same name in two states, as in America/Kentucky/Louisville, are told apart.
        var text = parts.Length > 2 ? $"{city}, {parts[1].Replace('_', ' ')}" : city;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? $"{text} ({Offset(zone.BaseUtcOffset)})" : text;
    }

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var minutes = offset.Minutes == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{minutes}");
    }

    /// <returns>Null for the names of former times, such as <c>Cuba</c> or <c>Etc/GMT+5</c>.</returns>
    private string? Region(string id) => id.Split('/')[0] switch
    {
        _ when !id.Contains('/', StringComparison.Ordinal) => null,
        "Africa" => S["Africa"].Value,
        "America" => S["America"].Value,
        "Antarctica" => S["Antarctica"].Value,
        "Arctic" => S["Arctic"].Value,
        "Asia" => S["Asia"].Value,
        "Atlantic" => S["Atlantic"].Value,
        "Australia" => S["Australia"].Value,
        "Europe" => S["Europe"].Value,
        "Indian" => S["Indian Ocean"].Value,
        "Pacific" => S["Pacific"].Value,
        _ => null,
    };
}

/// <summary>The time zones of a part of the world.</summary>
public sealed record TimeZoneGroup(string Region, IReadOnlyList<TimeZoneChoice> Zones);

/// <param name="Id">As <c>Europe/Madrid</c>.</param>
public sealed record TimeZoneChoice(string Id, string Text);
