using OrchardCore.Security.Permissions;

namespace PropertySuite.Decoration;

/// <summary>Stored names of the permissions.</summary>
public static class DecorationPermissions
{
    /// <summary>Apply for works in one's own units.</summary>
    public const string Apply = "ApplyForWorks";

    /// <summary>See all works of the community.</summary>
    public const string View = "ViewWorks";

    /// <summary>Check applications, issue permits.</summary>
    public const string Handle = "HandleWorks";

    /// <summary>Review applications, inspect sites, accept works.</summary>
    public const string Inspect = "InspectWorks";

    /// <summary>Stop works.</summary>
    public const string Stop = "StopWorks";

    /// <summary>Approve, reject, extend, settle, and say what works cost.</summary>
    public const string Decide = "DecideWorks";
}

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    /// <summary>Says what works cost, too.</summary>
    public static readonly Permission Decide = new(DecorationPermissions.Decide, "Approve and reject works, extend, settle, and say what they cost");

    private static readonly Permission Apply = new(DecorationPermissions.Apply, "Apply for works in one's own units");
    private static readonly Permission View = new(DecorationPermissions.View, "See all works of the community");
    private static readonly Permission Handle = new(DecorationPermissions.Handle, "Check applications for works and issue permits");
    private static readonly Permission Inspect = new(DecorationPermissions.Inspect, "Review applications for works, inspect sites, accept works");
    private static readonly Permission Stop = new(DecorationPermissions.Stop, "Stop works");

    private static readonly Permission[] Everything = [View, Handle, Inspect, Stop, Decide];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Apply, .. Everything]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [Apply] },
        new() { Name = "Resident", Permissions = [Apply] },
        new() { Name = "Operator", Permissions = [Apply] },
        new() { Name = "Desk", Permissions = [View, Handle] },
        new() { Name = "Cashier", Permissions = [View] },
        new() { Name = "Engineer", Permissions = [View, Inspect, Stop] },
        new() { Name = "Captain", Permissions = [View, Stop] },
        new() { Name = "Guard", Permissions = [View] },
        new() { Name = "Supervisor", Permissions = [View, Handle, Stop] },
        new() { Name = "Manager", Permissions = Everything },
        new() { Name = "Administrator", Permissions = Everything },
    ];
}
