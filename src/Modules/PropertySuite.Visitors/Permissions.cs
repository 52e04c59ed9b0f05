using OrchardCore.Security.Permissions;

namespace PropertySuite.Visitors;

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    /// <summary>Say how visits are handled.</summary>
    public static readonly Permission ManageVisits = new(VisitPermissions.Manage, "Say how visits are handled, and take anything off the watch list");

    private static readonly Permission AnnounceVisits = new(VisitPermissions.Announce, "Announce visits for one's own units");
    private static readonly Permission ViewVisits = new(VisitPermissions.View, "See all visits of the community");
    private static readonly Permission RegisterWalkIns = new(VisitPermissions.Register, "Register walk-in visits and log hosts' answers");
    private static readonly Permission OperateGate = new(VisitPermissions.Operate, "Check passes, let visitors in and see them out");
    private static readonly Permission ManageBadges = new(VisitPermissions.Badges, "Keep the visitors' badges");
    private static readonly Permission ApproveVisits = new(VisitPermissions.Approve, "Approve visits that need it, and decide what is unusual");
    private static readonly Permission KeepWatchList = new(VisitPermissions.Watch, "Keep the watch list");
    private static readonly Permission RevealVisitors = new(VisitPermissions.Reveal, "Show visitors' data that are masked, and delete them on request");

    private static readonly Permission[] Everything = [ViewVisits, RegisterWalkIns, OperateGate, ManageBadges, ApproveVisits, KeepWatchList, RevealVisitors, ManageVisits];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([AnnounceVisits, .. Everything]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [AnnounceVisits] },
        new() { Name = "Resident", Permissions = [AnnounceVisits] },
        new() { Name = "Guard", Permissions = [OperateGate, RegisterWalkIns, ViewVisits] },
        new() { Name = "Captain", Permissions = [OperateGate, RegisterWalkIns, ViewVisits, ApproveVisits, KeepWatchList, RevealVisitors] },
        new() { Name = "Desk", Permissions = [RegisterWalkIns, OperateGate, ViewVisits] },
        new() { Name = "Manager", Permissions = Everything },
        new() { Name = "Administrator", Permissions = Everything },
    ];
}
