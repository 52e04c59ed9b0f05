namespace PropertySuite.Visitors;

/// <summary>Section of the site's settings: what the community says about visits.</summary>
public class VisitorSettings
{
    /// <summary>Most days for which a visitor's identity is kept after the visit; the settings may say less.</summary>
    public const int LongestIdentityDays = 30;

    /// <summary>Days for which name, phone, plate and photo are kept after the end of a visit.</summary>
    public int IdentityDays { get; set; } = LongestIdentityDays;

    /// <summary>Names of the kinds of visit that are offered, the most usual first; empty: those of a residential estate.</summary>
    public string[] Kinds { get; set; } = [];

    /// <summary>The same within its bounds, whatever the settings say.</summary>
    public TimeSpan KeepsIdentity => TimeSpan.FromDays(Math.Clamp(IdentityDays, 1, LongestIdentityDays));
}
