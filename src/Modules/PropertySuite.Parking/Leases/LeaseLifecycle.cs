using System.Text.Json.Serialization;
using PropertySuite.Core;
using static PropertySuite.Parking.LeaseState;

namespace PropertySuite.Parking;

/// <summary>Where a lease stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeaseState>))]
public enum LeaseState
{
    /// <summary>Signed, and begins later.</summary>
    Reserved,

    Active,

    /// <summary>Thirty days to go, or fewer.</summary>
    Expiring,

    /// <summary>Ended early; the last day is still to come.</summary>
    Ending,

    /// <summary>Over, and the space is still held.</summary>
    Grace,

    Released,
}

/// <summary>What can be done with a lease.</summary>
public static class LeaseVerbs
{
    public static readonly Verb Begin = new("begin", "Begin the lease");

    public static readonly Verb Reserve = new("reserve", "Reserve the space");

    public static readonly Verb MoveIn = new("move-in", "The first day has come");

    public static readonly Verb Warn = new("warn", "Thirty days to go");

    public static readonly Verb Renew = new("renew", "Renew the lease");

    public static readonly Verb Terminate = new("terminate", "End the lease early");

    public static readonly Verb Expire = new("expire", "The last day is over");

    public static readonly Verb Release = new("release", "Release the space");

    /// <summary>Noted: fifteen or three days to go.</summary>
    public static readonly Verb Remind = new("remind", "Reminder sent");

    /// <summary>Noted: another plate.</summary>
    public static readonly Verb ChangePlate = new("change-plate", "The plate has changed");
}

/// <summary>How a lease lives (PRK-10, PRK-11).</summary>
public static class LeaseLifecycle
{
    private static readonly Role<LeasePart> Tenant = Roles.With<LeasePart>("Tenant", ParkingPermissions.Apply, (lease, actor) => actor.Holds(lease.Holder.UnitId));
    private static readonly Role<LeasePart> Desk = Roles.With<LeasePart>("Desk", ParkingPermissions.Handle);
    private static readonly Role<LeasePart> Timer = Roles.Clock<LeasePart>();

    /// <summary>The table. What the clock does is judged by the days of the community (<see cref="LeasePart.Tick"/>).</summary>
    public static readonly Lifecycle<LeasePart, LeaseState> Table = Lifecycle
        .Of<LeasePart, LeaseState>(typeof(LeaseLifecycle), lease => lease.State, (lease, state) => lease.State = state)
        .Start(Active, LeaseVerbs.Begin).By(Desk)
        .Start(Reserved, LeaseVerbs.Reserve).By(Desk)
        .From(Reserved).To(Active, LeaseVerbs.MoveIn).By(Timer)
        .From(Active).To(Expiring, LeaseVerbs.Warn).By(Timer)
        .From(Expiring).To(Active, LeaseVerbs.Renew).By(Desk, Tenant)
        .From(Active, Grace).To(Active, LeaseVerbs.Renew).By(Desk)
        .From(Active, Expiring).To(Grace, LeaseVerbs.Expire).By(Timer)
        .From(Grace).To(Released, LeaseVerbs.Release).By(Desk, Timer)
        .From(Active, Expiring, Ending).To(Released, LeaseVerbs.Release).By(Timer)
        .From(Reserved, Active, Expiring).To(Ending, LeaseVerbs.Terminate).By(Desk).AskingReason()
        .Noting(LeaseVerbs.Remind, LeaseVerbs.ChangePlate);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(LeaseState state) => state switch
    {
        Reserved => "Begins later",
        Active => "Running",
        Expiring => "Ends soon",
        Ending => "Ends early",
        Grace => "Over, space still held",
        Released => "Released",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(LeaseState state) => state switch
    {
        Reserved => "new",
        Active => "run",
        Expiring or Ending or Grace => "wait",
        _ => "done",
    };
}
