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

    /// <summary>Approve visits that need it, and decide what is unusual.</summary>
    public const string Approve = "ApproveVisits";

    /// <summary>Keep the watch list.</summary>
    public const string Watch = "KeepWatchList";

    /// <summary>Show visitors' data that are masked, and delete them on request.</summary>
    public const string Reveal = "RevealVisitors";

    /// <summary>Say how visits are handled, and take anything off the watch list.</summary>
    public const string Manage = "ManageVisits";
}
