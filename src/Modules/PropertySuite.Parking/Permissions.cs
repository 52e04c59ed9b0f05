using OrchardCore.Security.Permissions;

namespace PropertySuite.Parking;

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    private static readonly Permission ApplyForParking = new(ParkingPermissions.Apply, "Apply for a parking space and keep the vehicles of one's own units");
    private static readonly Permission ViewParking = new(ParkingPermissions.View, "See parking spaces, applications, leases and vehicles");
    private static readonly Permission HandleParking = new(ParkingPermissions.Handle, "Handle parking applications, vehicles and leases");
    private static readonly Permission ManageParking = new(ParkingPermissions.Manage, "Keep parking areas, spaces and prices, and approve fines");
    private static readonly Permission CheckPlates = new(ParkingPermissions.Check, "Look a plate up at the gate");
    private static readonly Permission ReportViolations = new(ParkingPermissions.Report, "Report parking violations");

    private static readonly Permission[] Everything = [ViewParking, HandleParking, ManageParking, CheckPlates, ReportViolations];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ApplyForParking, .. Everything]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [ApplyForParking] },
        new() { Name = "Resident", Permissions = [ApplyForParking] },
        new() { Name = "Operator", Permissions = [ApplyForParking] },
        new() { Name = "Employee", Permissions = [ApplyForParking] },
        new() { Name = "Guard", Permissions = [CheckPlates, ReportViolations] },
        new() { Name = "Captain", Permissions = [CheckPlates, ReportViolations, ViewParking] },
        new() { Name = "Desk", Permissions = [CheckPlates, ReportViolations, ViewParking, HandleParking] },
        new() { Name = "Cashier", Permissions = [ViewParking] },
        new() { Name = "Supervisor", Permissions = [CheckPlates, ReportViolations, ViewParking, HandleParking] },
        new() { Name = "Manager", Permissions = Everything },
        new() { Name = "Administrator", Permissions = Everything },
    ];
}
