using OrchardCore.Security.Permissions;

namespace PropertySuite.Visitors;

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    private static readonly Permission AnnounceVisits = new(VisitPermissions.Announce, "Announce visits for one's own units");
    private static readonly Permission ViewVisits = new(VisitPermissions.View, "See all visits of the community");
    private static readonly Permission RegisterWalkIns = new(VisitPermissions.Register, "Register walk-in visits and log hosts' answers");
    private static readonly Permission OperateGate = new(VisitPermissions.Operate, "Check passes, let visitors in and see them out");
    private static readonly Permission ManageBadges = new(VisitPermissions.Badges, "Keep the visitors' badges");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
        Task.FromResult<IEnumerable<Permission>>([AnnounceVisits, ViewVisits, RegisterWalkIns, OperateGate, ManageBadges]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Owner", Permissions = [AnnounceVisits] },
        new() { Name = "Resident", Permissions = [AnnounceVisits] },
        new() { Name = "Guard", Permissions = [OperateGate, RegisterWalkIns, ViewVisits] },
        new() { Name = "Desk", Permissions = [RegisterWalkIns, OperateGate, ViewVisits] },
        new() { Name = "Manager", Permissions = [ViewVisits, RegisterWalkIns, OperateGate, ManageBadges] },
        new() { Name = "Administrator", Permissions = [ViewVisits, RegisterWalkIns, OperateGate, ManageBadges] },
    ];
}
