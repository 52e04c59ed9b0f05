using OrchardCore.Security.Permissions;

namespace PropertySuite.Complaints;

/// <summary>Stored names of the permissions.</summary>
public static class ComplaintPermissions
{
    /// <summary>Raise matters of one's own with the office, and follow them.</summary>
    public const string Raise = "RaiseMatters";

    /// <summary>See all cases of the community.</summary>
    public const string View = "ViewComplaints";

    /// <summary>Register, answer and accept cases.</summary>
    public const string Register = "RegisterComplaints";

    /// <summary>Work on cases and send work orders.</summary>
    public const string Handle = "HandleComplaints";

    /// <summary>Assign cases, accept major ones, and end those that are none.</summary>
    public const string Lead = "LeadComplaints";

    /// <summary>Say how cases are handled, and what is major.</summary>
    public const string Manage = "ManageComplaints";

    /// <summary>Do the work of work orders.</summary>
    public const string Work = "DoWorkOrders";
}

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    private static readonly Permission Raise = new(ComplaintPermissions.Raise, "Raise matters of one's own with the office, and follow them");
    private static readonly Permission View = new(ComplaintPermissions.View, "See all cases of the service desk");
    private static readonly Permission Register = new(ComplaintPermissions.Register, "Register, answer and accept cases");
    private static readonly Permission Handle = new(ComplaintPermissions.Handle, "Work on cases and send work orders");
    private static readonly Permission Lead = new(ComplaintPermissions.Lead, "Assign cases, accept major ones, and end those that are none");
    private static readonly Permission Manage = new(ComplaintPermissions.Manage, "Say how cases are handled");
    private static readonly Permission Work = new(ComplaintPermissions.Work, "Do the work of work orders");

    private static readonly Permission[] Everything = [View, Register, Handle, Lead, Manage, Work];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Raise, .. Everything]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [Raise] },
        new() { Name = "Resident", Permissions = [Raise] },
        new() { Name = "Operator", Permissions = [Raise] },
        new() { Name = "Employee", Permissions = [Raise] },
        new() { Name = "Desk", Permissions = [View, Register, Handle] },
        new() { Name = "Engineer", Permissions = [View, Handle, Work] },
        new() { Name = "Supervisor", Permissions = [View, Register, Handle, Lead] },
        new() { Name = "Manager", Permissions = Everything },
        new() { Name = "Administrator", Permissions = Everything },
    ];
}
