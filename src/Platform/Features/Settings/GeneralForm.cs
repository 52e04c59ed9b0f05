using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Platform.Features.Localization;

namespace PropertySuite.Platform.Features.Settings;

/// <summary>The settings that every site has.</summary>
public sealed class GeneralForm
{
    public string? SiteName { get; set; }

    /// <summary>Where people reach the site, as the office says it; empty: as the server knows it.</summary>
    public string? Address { get; set; }

    public string? TimeZoneId { get; set; }

    public string? DefaultCulture { get; set; }

    public string[] Cultures { get; set; } = [];

    /// <summary>As typed, so that what is no number can be shown again.</summary>
    public string? PageSize { get; set; }

    /// <summary>Where the server believes that people reach it; null when it does not know.</summary>
    [BindNever]
    public string? KnownAddress { get; set; }

    [BindNever]
    public IReadOnlyList<TimeZoneGroup> TimeZones { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> KnownCultures { get; set; } = [];
}
