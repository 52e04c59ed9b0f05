using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using static PropertySuite.Parking.SpaceUse;

namespace PropertySuite.Parking;

/// <summary>What a space is like.</summary>
/// <param name="AreaId">Its area.</param>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Number">Number on the ground.</param>
/// <param name="Accessible">For people with reduced mobility.</param>
/// <param name="Charger">With a charging point.</param>
public sealed record SpaceFacts(string AreaId, string AreaCode, int Level, string Number, SpaceKind Kind, SpaceSize Size, SpaceOwnership Ownership, bool Accessible, bool Charger);

/// <summary>A space (PRK-01, PRK-03). Whether it is free is said by the rights to it, not here.</summary>
public sealed class SpacePart : ContentPart
{
    /// <summary>A space that serves for something else holds its days for so long, so that no right can slip in at the moment of the change.</summary>
    public const int UseMonths = 24;

    /// <summary>What it is like.</summary>
    [JsonInclude] public SpaceFacts Facts { get; private set; } = new("", "", 0, "", SpaceKind.Car, SpaceSize.Medium, SpaceOwnership.Community, false, false);

    /// <summary>What it serves for.</summary>
    [JsonInclude] public SpaceUse Use { get; internal set; }

    /// <summary>Since when, where that was a change; null where it always did.</summary>
    [JsonInclude] public DateOnly? UseFrom { get; private set; }

    /// <summary>Unit that it belongs to, where it was sold.</summary>
    [JsonInclude] public string? UnitId { get; private set; }

    /// <summary>Code of that unit.</summary>
    [JsonInclude] public string? UnitCode { get; private set; }

    /// <summary>Area and number, <c>P1-017</c>.</summary>
    [JsonIgnore] public string Code => $"{Facts.AreaCode}-{Facts.Number}";

    /// <summary>What the space itself takes out of the days to let.</summary>
    public HeldRight? Held(string spaceId) =>
        Use == ToLet || UseFrom is not { } from ? null : new HeldRight(spaceId, Period.Of(from, UseMonths), "use", "", UnitId, UnitCode);

    /// <summary>Says what the space is like.</summary>
    public void Describe(SpaceFacts facts)
    {
        if (facts.Number.Trim() is not { Length: >= 1 and <= 10 } number) throw ParkingRefusals.SpaceNumberMissing.At("Number");
        Facts = facts with { Number = number };
    }

    /// <summary>Says from the beginning what the space serves for: an import, which knows of no change.</summary>
    internal void Serve(SpaceUse use, string? unitId, string? unitCode) => (Use, UnitId, UnitCode) = (use, use == Sold ? unitId : null, use == Sold ? unitCode : null);

    /// <summary>Lets the space serve for something else from today on.</summary>
    /// <exception cref="RefusedException">Not this person's, or a reason is missing.</exception>
    public Step Change(Verb verb, Actor by, DateTime atUtc, DateOnly today, string? reason, string? unitId = null, string? unitCode = null)
    {
        if (verb == SpaceVerbs.Sell && unitId is null) throw ParkingRefusals.UnitMissing.At("Unit");
        var step = SpaceLifecycle.Table.Take(this, verb, by, atUtc, reason);
        UseFrom = Use == ToLet ? null : today;
        (UnitId, UnitCode) = Use == Sold ? (unitId, unitCode) : (null, null);
        return step;
    }
}

/// <summary>What can be done with a space.</summary>
public static class SpaceVerbs
{
    public static readonly Verb Sell = new("sell", "Book the sale");

    public static readonly Verb ForGuests = new("for-guests", "Keep it for guests");

    public static readonly Verb ForStaff = new("for-staff", "Keep it for the staff");

    public static readonly Verb Close = new("close", "Take out of service");

    public static readonly Verb Open = new("open", "Let it again");

    /// <summary>All, in the table's order.</summary>
    public static readonly IReadOnlyList<Verb> All = [Sell, ForGuests, ForStaff, Close, Open];
}

/// <summary>What a space serves for. That a right to it stands in the way is said by the database (<see cref="Occupancy"/>).</summary>
public static class SpaceLifecycle
{
    private static readonly Role<SpacePart> Manager = Roles.With<SpacePart>("Manager", ParkingPermissions.Manage);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<SpacePart, SpaceUse> Table = Lifecycle
        .Of<SpacePart, SpaceUse>(typeof(SpaceLifecycle), space => space.Use, (space, use) => space.Use = use)
        .From(ToLet, Guests, Staff).To(OutOfService, SpaceVerbs.Close).By(Manager).AskingReason()
        .From(ToLet).To(Guests, SpaceVerbs.ForGuests).By(Manager).AskingReason()
        .From(ToLet).To(Staff, SpaceVerbs.ForStaff).By(Manager).AskingReason()
        .From(ToLet).To(Sold, SpaceVerbs.Sell).By(Manager).AskingReason()
        .From(Sold, Guests, Staff, OutOfService).To(ToLet, SpaceVerbs.Open).By(Manager).AskingReason();

    /// <summary>English name, translated in the context of this class.</summary>
    public static string Name(SpaceUse use) => use switch
    {
        ToLet => "To let",
        Sold => "Sold",
        Guests => "For guests",
        Staff => "For the staff",
        _ => "Out of service",
    };

    /// <summary>Shape of a use's dot.</summary>
    public static string Dot(SpaceUse use) => use switch { ToLet => "new", Sold => "run", OutOfService => "stop", _ => "done" };
}
