using System.Globalization;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Localization;

/// <summary>The cultures of a site, as section of its settings.</summary>
internal sealed class LocalizationSettings
{
    /// <summary>Null: the first of the supported ones, or the server's.</summary>
    public string? DefaultCulture { get; set; }

    public string[] SupportedCultures { get; set; } = [];
}

internal sealed class SiteCultures(ISiteService sites) : ILocalizationService
{
    /// <summary>The languages the suite itself is written in; a site that says nothing offers these.</summary>
    public static readonly string[] Written = ["en", "es", "zh-Hans"];

    public async Task<string> GetDefaultCultureAsync()
    {
        var settings = await sites.GetSettingsAsync<LocalizationSettings>();
        var supported = Known(settings.SupportedCultures);
        return Known([settings.DefaultCulture]).FirstOrDefault() ?? supported.FirstOrDefault() ?? Written[0];
    }

    public async Task<string[]> GetSupportedCulturesAsync()
    {
        var supported = Known((await sites.GetSettingsAsync<LocalizationSettings>()).SupportedCultures);
        return supported.Length > 0 ? supported : Written;
    }

    /// <summary>Whether the name is that of a culture with data; a mistyped one would give a culture without any.</summary>
    public static bool IsKnown(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return false;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static string[] Known(IEnumerable<string?> names)
        => [.. names.Where(IsKnown).Select(name => CultureInfo.GetCultureInfo(name!).Name).Distinct(StringComparer.OrdinalIgnoreCase)];
}
