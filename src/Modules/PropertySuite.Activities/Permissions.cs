using OrchardCore.Security.Permissions;

namespace PropertySuite.Activities;

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    private static readonly Permission ViewActivities = new(ActivityPermissions.View, "See activities and who has registered");
    private static readonly Permission EditActivities = new(ActivityPermissions.Edit, "Write, publish and hold activities");
    private static readonly Permission ApproveActivities = new(ActivityPermissions.Approve, "Approve activities that cost more than the office's limit");
    private static readonly Permission CheckAttendance = new(ActivityPermissions.Attend, "Note who came to an activity");
    private static readonly Permission TakePart = new(ActivityPermissions.TakePart, "Register for activities, and help as a volunteer");

    private static readonly Permission[] Everything = [ViewActivities, EditActivities, ApproveActivities, CheckAttendance];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([TakePart, .. Everything]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [TakePart] },
        new() { Name = "Resident", Permissions = [TakePart] },
        new() { Name = "Operator", Permissions = [TakePart] },
        new() { Name = "Employee", Permissions = [TakePart] },
        new() { Name = "Editor", Permissions = [ViewActivities, EditActivities, CheckAttendance] },
        new() { Name = "Desk", Permissions = [ViewActivities, CheckAttendance] },
        new() { Name = "Manager", Permissions = Everything },
        new() { Name = "Administrator", Permissions = Everything },
    ];
}
