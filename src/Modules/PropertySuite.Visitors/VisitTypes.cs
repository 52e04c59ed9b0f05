namespace PropertySuite.Visitors;

/// <summary>Names of the content types, and of the kind in numbers.</summary>
public static class VisitTypes
{
    /// <summary>A visit.</summary>
    public const string Visit = "Visit";

    /// <summary>A badge.</summary>
    public const string Badge = "Badge";

    /// <summary>A recurring pass.</summary>
    public const string RecurringPass = "RecurringPass";

    /// <summary>An entry of the watch list.</summary>
    public const string WatchEntry = "WatchEntry";

    /// <summary>A standing instruction of a unit.</summary>
    public const string Instruction = "StandingInstruction";

    /// <summary>A visit to the office.</summary>
    public const string OfficeVisit = "OfficeVisit";

    /// <summary>Kind in numbers and in history.</summary>
    public const string Number = "VIS";
}
