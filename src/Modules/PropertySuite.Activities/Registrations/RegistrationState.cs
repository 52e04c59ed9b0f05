using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>Where a registration stands. Stored by name; changed by <see cref="RegistrationLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationState>))]
public enum RegistrationState
{
    /// <summary>Has its places.</summary>
    Confirmed,

    /// <summary>On the waiting list (ACT-08).</summary>
    Waiting,

    /// <summary>Places are kept for it until the offer ends.</summary>
    Offered,

    /// <summary>Given up.</summary>
    Cancelled,

    /// <summary>The offer was not taken in time.</summary>
    Lapsed,

    /// <summary>Came (ACT-12).</summary>
    Attended,

    /// <summary>Had a place and did not come.</summary>
    NoShow,
}

/// <summary>Groups of states that questions are asked by.</summary>
public static class RegistrationStates
{
    /// <summary>Counts as registered: a person has one of these for an activity.</summary>
    public static readonly IReadOnlyList<RegistrationState> Live = [RegistrationState.Confirmed, RegistrationState.Waiting, RegistrationState.Offered, RegistrationState.Attended, RegistrationState.NoShow];

    /// <summary>Still to come.</summary>
    public static readonly IReadOnlyList<RegistrationState> Open = [RegistrationState.Confirmed, RegistrationState.Waiting, RegistrationState.Offered];

    /// <summary>Holds places.</summary>
    public static readonly IReadOnlyList<RegistrationState> Placed = [RegistrationState.Confirmed, RegistrationState.Offered, RegistrationState.Attended, RegistrationState.NoShow];

    /// <summary>Names of <see cref="Open"/>, as rows have them.</summary>
    public static readonly string[] OpenNames = [.. Open.Select(state => state.ToString())];

    /// <summary>Names of <see cref="Placed"/>, as rows have them.</summary>
    public static readonly string[] PlacedNames = [.. Placed.Select(state => state.ToString())];
}

/// <summary>What can be done with a registration.</summary>
public static class RegistrationVerbs
{
    /// <summary>Takes places.</summary>
    public static readonly Verb Register = new("register", "Register");

    /// <summary>Joins the waiting list.</summary>
    public static readonly Verb Wait = new("wait", "Join the waiting list");

    /// <summary>A free place is kept for it.</summary>
    public static readonly Verb Offer = new("offer", "A place is free");

    /// <summary>Takes the place that is kept.</summary>
    public static readonly Verb Accept = new("accept", "Take the place");

    /// <summary>Nobody took the place in time.</summary>
    public static readonly Verb Lapse = new("lapse", "The offer has ended");

    /// <summary>Gives it up.</summary>
    public static readonly Verb Cancel = new("cancel", "Cancel the registration");

    /// <summary>Came.</summary>
    public static readonly Verb Attend = new("attend", "Came");

    /// <summary>Did not come after all: a mistake at the door.</summary>
    public static readonly Verb Undo = new("undo-attend", "Did not come after all");

    /// <summary>Did not come.</summary>
    public static readonly Verb Miss = new("miss", "Did not come");
}
