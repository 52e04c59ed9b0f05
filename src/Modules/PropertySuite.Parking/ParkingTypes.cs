namespace PropertySuite.Parking;

/// <summary>Names of the content types, and of the kinds in numbers and in history.</summary>
public static class ParkingTypes
{
    /// <summary>An area: a garage's level, a yard, a street.</summary>
    public const string Area = "ParkingArea";

    /// <summary>A space of an area.</summary>
    public const string Space = "ParkingSpace";

    /// <summary>A vehicle with its plate.</summary>
    public const string Vehicle = "Vehicle";

    /// <summary>An application for a space.</summary>
    public const string Application = "ParkingApplication";

    /// <summary>A lease of a space.</summary>
    public const string Lease = "ParkingLease";

    /// <summary>A violation of the parking rules.</summary>
    public const string Violation = "ParkingViolation";

    /// <summary>Kind of applications in numbers.</summary>
    public const string ApplicationNumber = "PRK";

    /// <summary>Kind of leases in numbers.</summary>
    public const string LeaseNumber = "PRL";

    /// <summary>Kind of violations in numbers.</summary>
    public const string ViolationNumber = "PRV";

    /// <summary>Kind of vehicles in history.</summary>
    public const string VehicleKind = "VEH";

    /// <summary>Kind of spaces in history.</summary>
    public const string SpaceKind = "SPC";
}
