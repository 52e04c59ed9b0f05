namespace PropertySuite.Parking;

/// <summary>Stored names of the permissions.</summary>
public static class ParkingPermissions
{
    /// <summary>Apply for a space and keep the vehicles of one's own units.</summary>
    public const string Apply = "ApplyForParking";

    /// <summary>See spaces, applications, leases and vehicles.</summary>
    public const string View = "ViewParking";

    /// <summary>Handle applications, vehicles and leases.</summary>
    public const string Handle = "HandleParking";

    /// <summary>Keep areas, spaces and prices, and decide what is unusual.</summary>
    public const string Manage = "ManageParking";

    /// <summary>Look a plate up at the gate.</summary>
    public const string Check = "CheckPlates";

    /// <summary>Report violations and put notices on windscreens.</summary>
    public const string Report = "ReportParkingViolations";
}
