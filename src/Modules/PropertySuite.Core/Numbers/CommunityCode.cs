using OrchardCore.Entities;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>Section of the site's settings: how the community is called in numbers of records.</summary>
public class NumberSettings
{
    /// <summary>Code such as <c>JDA</c>: two to six letters or digits. Null takes the initials of the site's name.</summary>
    public string? CommunityCode { get; set; }
}

/// <summary>The community's code in numbers of records.</summary>
public sealed class CommunityCode(ISiteService sites)
{
    /// <summary>The code from the settings, else the initials of the site's name, else <c>PS</c>.</summary>
    public async Task<string> GetAsync()
    {
        var site = await sites.GetSiteSettingsAsync();
        var code = Clean(site.As<NumberSettings>().CommunityCode);
        return code.Length >= 2 ? code : Initials(site.SiteName);
    }

    private static string Initials(string? name)
    {
        var initials = Clean(string.Concat((name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0])));
        return initials.Length >= 2 ? initials : "PS";
    }

    private static string Clean(string? code)
    {
        var kept = string.Concat((code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return kept.Length <= 6 ? kept : kept[..6];
    }
}
