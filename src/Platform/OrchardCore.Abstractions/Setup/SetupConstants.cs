namespace OrchardCore.Abstractions.Setup;

/// <summary>Keys of what a set-up is told.</summary>
public static class SetupConstants
{
    public const string SiteName = "SiteName";
    public const string AdminUsername = "AdminUsername";
    public const string AdminUserId = "AdminUserId";
    public const string AdminEmail = "AdminEmail";
    public const string AdminPassword = "AdminPassword";
    public const string DatabaseProvider = "DatabaseProvider";
    public const string DatabaseConnectionString = "DatabaseConnectionString";
    public const string DatabaseTablePrefix = "DatabaseTablePrefix";
    public const string DatabaseName = "DatabaseName";
    public const string DatabaseSchema = "DatabaseSchema";
    public const string SiteTimeZone = "SiteTimeZone";
    public const string FeatureProfile = "FeatureProfile";
}
