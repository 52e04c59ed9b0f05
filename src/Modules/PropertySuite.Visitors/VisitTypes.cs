namespace PropertySuite.Visitors;

/// <summary>Names of the content types, and of the kind in numbers.</summary>
public static class VisitTypes
{
    /// <summary>A visit.</summary>
    public const string Visit = "Visit";

    /// <summary>A badge.</summary>
    public const string Badge = "Badge";

    /// <summary>Kind in numbers and in history.</summary>
    public const string Number = "VIS";
}
