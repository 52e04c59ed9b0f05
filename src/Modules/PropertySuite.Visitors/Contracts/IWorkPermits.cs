namespace PropertySuite.Visitors.Contracts;

/// <summary>A permit for works in a unit, as the gate needs to know it.</summary>
/// <param name="Number">Number of the permit.</param>
/// <param name="UnitId">Unit in which works are permitted.</param>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="ValidFrom">First day, in the community's calendar.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="IsSuspended">Whether the works are stopped: then no worker comes in.</param>
public sealed record WorkPermit(string Number, string UnitId, string UnitCode, DateOnly ValidFrom, DateOnly ValidUntil, bool IsSuspended);

/// <summary>
/// Permits that workers' passes are tied to (VIS-17). A module that keeps permits registers one; while none does, the number on a pass is
/// kept as it was written.
/// </summary>
public interface IWorkPermits
{
    /// <summary>The permit with this number; null when this module has none.</summary>
    Task<WorkPermit?> FindAsync(string number);
}
