using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Platform.Features.Localization;

namespace PropertySuite.Platform.Features.Settings;

/// <summary>The settings that every site has.</summary>
public sealed class GeneralForm
{
    public string? SiteName { get; set; }

    public string? TimeZoneId { get; set; }

    public string? DefaultCulture { get; set; }

    public string[] Cultures { get; set; } = [];

    /// <summary>As typed, so that what is no number can be shown again.</summary>
    public string? PageSize { get; set; }

    [BindNever]
    public IReadOnlyList<TimeZoneGroup> TimeZones { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> KnownCultures { get; set; } = [];
}
