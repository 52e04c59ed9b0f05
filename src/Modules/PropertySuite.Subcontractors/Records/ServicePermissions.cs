using OrchardCore.Security.Permissions;

namespace PropertySuite.Subcontractors;

/// <summary>Stored names of the permissions.</summary>
public static class ServicePermissions
{
    /// <summary>See companies, contracts, inspections and scores.</summary>
    public const string View = "ViewServices";

    /// <summary>Keep companies, contracts, bids and statements.</summary>
    public const string Manage = "ManageServices";

    /// <summary>Inspect services and follow findings up.</summary>
    public const string Inspect = "InspectServices";

    /// <summary>Score bids.</summary>
    public const string Evaluate = "EvaluateBids";

    /// <summary>Award, waive, approve statements, renew and end contracts.</summary>
    public const string Decide = "DecideServices";

    /// <summary>Record statements as paid.</summary>
    public const string Pay = "PayServices";

    /// <summary>Serve under the own company's contracts: the contractor's pages.</summary>
    public const string Serve = "ServeContracts";
}

/// <summary>The module's permissions, and who usually holds them.</summary>
public sealed class Permissions : IPermissionProvider
{
    private static readonly Permission View = new(ServicePermissions.View, "See service companies, contracts, inspections and scores");
    private static readonly Permission Manage = new(ServicePermissions.Manage, "Keep service companies, contracts, bids and statements", [View]);
    private static readonly Permission Inspect = new(ServicePermissions.Inspect, "Inspect services and follow findings up");
    private static readonly Permission Evaluate = new(ServicePermissions.Evaluate, "Score bids of service companies");
    private static readonly Permission Decide = new(ServicePermissions.Decide, "Award, waive, approve statements, renew and end service contracts", isSecurityCritical: true);
    private static readonly Permission Pay = new(ServicePermissions.Pay, "Record statements of service companies for payment");
    private static readonly Permission Serve = new(ServicePermissions.Serve, "Serve under the own company's contracts: sign, answer, object, bid");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([View, Manage, Inspect, Evaluate, Decide, Pay, Serve]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [View, Manage, Inspect, Evaluate, Decide, Pay] },
        new() { Name = "Manager", Permissions = [View, Manage, Inspect, Evaluate, Decide, Pay] },
        new() { Name = "Supervisor", Permissions = [View, Manage, Inspect, Evaluate] },
        new() { Name = "Engineer", Permissions = [View, Inspect, Evaluate] },
        new() { Name = "Cashier", Permissions = [View, Pay] },
        new() { Name = "Contractor", Permissions = [Serve] },
    ];
}
