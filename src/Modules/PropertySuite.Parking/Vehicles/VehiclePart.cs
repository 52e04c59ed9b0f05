using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using static PropertySuite.Parking.VehicleState;

namespace PropertySuite.Parking;

/// <summary>Where a vehicle stands with the office.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VehicleState>))]
public enum VehicleState
{
    /// <summary>Registered; its papers have not been seen.</summary>
    Registered,

    /// <summary>Its papers have been seen.</summary>
    Verified,

    /// <summary>The gate does not open for it.</summary>
    Blocked,

    /// <summary>Not here any more.</summary>
    Removed,
}

/// <summary>What kind of vehicle. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VehicleKind>))]
public enum VehicleKind
{
    Car,
    Motorcycle,
    Bicycle,
}

/// <summary>To whom something of parking belongs: a person of a unit.</summary>
/// <param name="PersonId">Person of the register; null when only the unit is known.</param>
public sealed record Holder(string UnitId, string UnitCode, string? PersonId, string? PersonName);

/// <summary>What a vehicle is.</summary>
/// <param name="Plate">As it is compared (<see cref="PropertySuite.Parking.Plate.Normal"/>).</param>
/// <param name="Written">As it is written on the vehicle.</param>
/// <param name="Make">Make and colour, as people say it.</param>
/// <param name="Electric">Whether it charges.</param>
public sealed record VehicleFacts(string Plate, string Written, VehicleKind Kind, string? Make, bool Electric)
{
    /// <summary>Reads what was typed.</summary>
    /// <exception cref="RefusedException">It is no plate.</exception>
    public static VehicleFacts Of(string? plate, VehicleKind kind, string? make, bool electric, string field = "Plate")
    {
        if (string.IsNullOrWhiteSpace(plate)) throw ParkingRefusals.PlateMissing.At(field);
        var normal = Parking.Plate.Normal(plate) ?? throw ParkingRefusals.PlateWrong.At(field);
        return new(normal, plate.Trim().ToUpperInvariant(), kind, string.IsNullOrWhiteSpace(make) ? null : make.Trim(), electric);
    }
}

/// <summary>A vehicle (PRK-12). A new plate is a new vehicle, linked with the one before (PRK-14).</summary>
public sealed class VehiclePart : ContentPart
{
    /// <summary>Where it stands.</summary>
    [JsonInclude] public VehicleState State { get; internal set; }

    /// <summary>What it is.</summary>
    [JsonInclude] public VehicleFacts Facts { get; private set; } = new("", "", VehicleKind.Car, null, false);

    /// <summary>Whose.</summary>
    [JsonInclude] public Holder Holder { get; private set; } = new("", "", null, null);

    /// <summary>Vehicle whose plate this one's replaces; null for none.</summary>
    [JsonInclude] public string? ReplacesId { get; private set; }

    /// <summary>Vehicle that has the new plate; null while there is none.</summary>
    [JsonInclude] public string? ReplacedById { get; private set; }

    /// <summary>Why the gate does not open for it; null while it does.</summary>
    [JsonInclude] public string? BlockedFor { get; private set; }

    /// <summary>Registers a vehicle.</summary>
    public Step Register(Actor by, DateTime atUtc, VehicleFacts facts, Holder holder, string? replacesId = null)
    {
        (Facts, Holder, ReplacesId) = (facts, holder, replacesId);
        return VehicleLifecycle.Table.Begin(this, VehicleVerbs.Register, by, atUtc);
    }

    /// <summary>Takes a step.</summary>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason = null)
    {
        var step = VehicleLifecycle.Table.Take(this, verb, by, atUtc, reason);
        BlockedFor = State == Blocked ? step.Reason : null;
        return step;
    }

    /// <summary>Another vehicle has taken its place.</summary>
    internal Step GiveWayTo(string vehicleId, Actor by, DateTime atUtc)
    {
        ReplacedById = vehicleId;
        return Take(VehicleVerbs.Replace, by, atUtc);
    }
}

/// <summary>What can be done with a vehicle.</summary>
public static class VehicleVerbs
{
    public static readonly Verb Register = new("register", "Register the vehicle");

    public static readonly Verb Verify = new("verify", "Papers seen");

    public static readonly Verb Block = new("block", "Block the plate");

    public static readonly Verb Unblock = new("unblock", "Lift the block");

    public static readonly Verb Replace = new("replace", "Replaced by a new plate");

    public static readonly Verb Remove = new("remove", "Take off the register");
}

/// <summary>How a vehicle lives.</summary>
public static class VehicleLifecycle
{
    private static readonly Role<VehiclePart> Holder = Roles.With<VehiclePart>("Holder", ParkingPermissions.Apply, (vehicle, actor) => actor.Holds(vehicle.Holder.UnitId));
    private static readonly Role<VehiclePart> Desk = Roles.With<VehiclePart>("Desk", ParkingPermissions.Handle);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<VehiclePart, VehicleState> Table = Lifecycle
        .Of<VehiclePart, VehicleState>(typeof(VehicleLifecycle), vehicle => vehicle.State, (vehicle, state) => vehicle.State = state)
        .Start(Registered, VehicleVerbs.Register).By(Holder, Desk)
        .From(Registered).To(Verified, VehicleVerbs.Verify).By(Desk)
        .From(Registered, Verified).To(Blocked, VehicleVerbs.Block).By(Desk).AskingReason()
        .From(Blocked).To(Verified, VehicleVerbs.Unblock).By(Desk).AskingReason()
        .From(Registered, Verified).To(Removed, VehicleVerbs.Replace).By(Desk)
        .From(Registered, Verified).To(Removed, VehicleVerbs.Remove).By(Holder, Desk)
        .From(Blocked).To(Removed, VehicleVerbs.Remove).By(Desk);

    /// <summary>English name, translated in the context of this class.</summary>
    public static string Name(VehicleState state) => state switch
    {
        Registered => "To be verified",
        Verified => "Verified",
        Blocked => "Blocked",
        _ => "Removed",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(VehicleState state) => state switch { Registered => "new", Verified => "run", Blocked => "stop", _ => "done" };

    /// <summary>English name, translated in the context of this class.</summary>
    public static string Name(VehicleKind kind) => kind switch { VehicleKind.Car => "Car", VehicleKind.Motorcycle => "Motorcycle", _ => "Bicycle" };

    /// <summary>The kind of space that a vehicle needs.</summary>
    public static SpaceKind Needs(VehicleKind kind) => kind switch { VehicleKind.Car => SpaceKind.Car, VehicleKind.Motorcycle => SpaceKind.Motorcycle, _ => SpaceKind.Bicycle };
}
