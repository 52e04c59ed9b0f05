namespace PropertySuite.Visitors;

/// <summary>Stored names of the permissions.</summary>
public static class VisitPermissions
{
    /// <summary>Announce visits for one's own units.</summary>
    public const string Announce = "AnnounceVisits";

    /// <summary>Register walk-in visits and log hosts' answers.</summary>
    public const string Register = "RegisterWalkIns";

    /// <summary>Check passes, let in and see out.</summary>
    public const string Operate = "OperateGate";

    /// <summary>See all visits of the community.</summary>
    public const string View = "ViewVisits";

    /// <summary>Keep the badges.</summary>
    public const string Badges = "ManageBadges";
}
