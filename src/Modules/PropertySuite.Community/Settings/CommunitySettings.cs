namespace PropertySuite.Community.Settings;

/// <summary>How the community is reached; a section of the site's settings, shown to the public.</summary>
public class CommunitySettings
{
    /// <summary>Street and town.</summary>
    public string? Address { get; set; }

    /// <summary>Where the office is within the community.</summary>
    public string? OfficePlace { get; set; }

    /// <summary>When the office is open, as people say it.</summary>
    public string? OfficeHours { get; set; }

    /// <summary>Reception's number.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Year in which the first owners moved in; null when nobody says.</summary>
    public int? Since { get; set; }
}
