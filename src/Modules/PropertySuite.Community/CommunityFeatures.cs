namespace PropertySuite.Community;

/// <summary>Ids of this module's features.</summary>
public static class CommunityFeatures
{
    public const string Community = "PropertySuite.Community";
}

/// <summary>Names of this module's content types.</summary>
public static class CommunityTypes
{
    public const string Building = "Building";
    public const string Entrance = "Entrance";
    public const string Unit = "Unit";
    public const string Person = "Person";
    public const string Tie = "Tie";
}
