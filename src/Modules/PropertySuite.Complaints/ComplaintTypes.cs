namespace PropertySuite.Complaints;

/// <summary>Names of content types and kinds of record.</summary>
public static class ComplaintTypes
{
    /// <summary>A case of the service desk.</summary>
    public const string Complaint = "Complaint";

    /// <summary>A work order.</summary>
    public const string WorkOrder = "WorkOrder";

    /// <summary>Kind of a case in numbers, history and queues.</summary>
    public const string ComplaintNumber = "CMP";

    /// <summary>Kind of a work order in numbers, history and queues.</summary>
    public const string WorkOrderNumber = "WO";
}

/// <summary>Context in which states, kinds and categories are translated on the module's own pages.</summary>
public sealed class ComplaintTexts;
