using System.Text.Json.Serialization;

namespace PropertySuite.Parking;

/// <summary>What stands in a space. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceKind>))]
public enum SpaceKind
{
    /// <summary>A car.</summary>
    Car,

    /// <summary>A motorcycle.</summary>
    Motorcycle,

    /// <summary>A bicycle or an electric bicycle.</summary>
    Bicycle,
}

/// <summary>How large a vehicle fits. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceSize>))]
public enum SpaceSize
{
    /// <summary>Up to 3.80 m.</summary>
    Small,

    /// <summary>Up to 4.80 m.</summary>
    Medium,

    /// <summary>Longer.</summary>
    Large,
}

/// <summary>Whose the space is (PRK-03). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceOwnership>))]
public enum SpaceOwnership
{
    /// <summary>The community's.</summary>
    Community,

    /// <summary>The developer's.</summary>
    Developer,

    /// <summary>An owner's.</summary>
    Owner,

    /// <summary>Civil defence: let in peace only.</summary>
    CivilDefence,
}

/// <summary>What a space serves for. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceUse>))]
public enum SpaceUse
{
    /// <summary>It is let.</summary>
    ToLet,

    /// <summary>It belongs to a unit.</summary>
    Sold,

    /// <summary>For guests.</summary>
    Guests,

    /// <summary>For the staff.</summary>
    Staff,

    /// <summary>Out of service.</summary>
    OutOfService,
}

/// <summary>State of a space at a moment, as rights and use make it. Never stored.</summary>
public enum SpaceState
{
    /// <summary>Nobody has a right to it today or later.</summary>
    Free,

    /// <summary>Offered: held for somebody.</summary>
    Offered,

    /// <summary>A lease begins later.</summary>
    Reserved,

    /// <summary>Let.</summary>
    Let,

    /// <summary>Belongs to a unit.</summary>
    Sold,

    /// <summary>For guests.</summary>
    Guests,

    /// <summary>For the staff.</summary>
    Staff,

    /// <summary>Out of service.</summary>
    OutOfService,
}

/// <summary>English names, translated in the context of this class.</summary>
public static class SpaceWords
{
    public static string Name(SpaceKind kind) => kind switch { SpaceKind.Car => "Car", SpaceKind.Motorcycle => "Motorcycle", _ => "Bicycle" };

    public static string Name(SpaceSize size) => size switch { SpaceSize.Small => "Small", SpaceSize.Medium => "Medium", _ => "Large" };

    public static string Name(SpaceOwnership ownership) => ownership switch
    {
        SpaceOwnership.Community => "Community",
        SpaceOwnership.Developer => "Developer",
        SpaceOwnership.Owner => "Bought by an owner",
        _ => "Civil defence",
    };

    public static string Name(SpaceState state) => state switch
    {
        SpaceState.Free => "Free",
        SpaceState.Offered => "Offered",
        SpaceState.Reserved => "Reserved",
        SpaceState.Let => "Let",
        SpaceState.Sold => "Sold",
        SpaceState.Guests => "For guests",
        SpaceState.Staff => "For the staff",
        _ => "Out of service",
    };

    public static string Dot(SpaceState state) => state switch
    {
        SpaceState.Free => "new",
        SpaceState.Offered => "offer",
        SpaceState.Reserved => "wait",
        SpaceState.Let or SpaceState.Sold => "run",
        SpaceState.OutOfService => "stop",
        _ => "done",
    };
}
