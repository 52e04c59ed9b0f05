namespace PropertySuite.Activities;

/// <summary>Stored names of the permissions.</summary>
public static class ActivityPermissions
{
    /// <summary>See activities, registrations and figures in the office.</summary>
    public const string View = "ViewActivities";

    /// <summary>Write, publish and hold activities.</summary>
    public const string Edit = "EditActivities";

    /// <summary>Approve what costs more than the office's limit.</summary>
    public const string Approve = "ApproveActivities";

    /// <summary>Keep the door: who came.</summary>
    public const string Attend = "CheckAttendance";

    /// <summary>Register oneself and one's family, and help as a volunteer.</summary>
    public const string TakePart = "TakePartInActivities";
}
