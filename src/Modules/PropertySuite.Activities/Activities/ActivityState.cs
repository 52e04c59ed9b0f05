using System.Text.Json.Serialization;

namespace PropertySuite.Activities;

/// <summary>Where an activity stands. Stored by name; changed by <see cref="ActivityLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityState>))]
public enum ActivityState
{
    /// <summary>An idea that is being written.</summary>
    Draft,

    /// <summary>Waits for the manager, because of its cost (ACT-04).</summary>
    Proposed,

    /// <summary>The manager agreed to the cost.</summary>
    Approved,

    /// <summary>Will be published by the clock.</summary>
    Scheduled,

    /// <summary>On the public site; nobody registers yet, or nobody needs to.</summary>
    Published,

    /// <summary>Residents register (ACT-07).</summary>
    Open,

    /// <summary>Every place is taken; the waiting list is open (ACT-08).</summary>
    Full,

    /// <summary>Registration is over.</summary>
    Closed,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>What it was like has been published (ACT-17).</summary>
    Summarised,

    /// <summary>Does not take place at its time; a new one is not known yet.</summary>
    Postponed,

    /// <summary>Does not take place.</summary>
    Cancelled,
}

/// <summary>Groups of states that questions are asked by.</summary>
public static class ActivityStates
{
    /// <summary>On the public site and still to come.</summary>
    public static readonly IReadOnlyList<ActivityState> Ahead = [ActivityState.Published, ActivityState.Open, ActivityState.Full, ActivityState.Closed];

    /// <summary>Not told to anybody yet.</summary>
    public static readonly IReadOnlyList<ActivityState> Unpublished = [ActivityState.Draft, ActivityState.Proposed, ActivityState.Approved, ActivityState.Scheduled];

    /// <summary>Those in which the office still writes.</summary>
    public static readonly IReadOnlyList<ActivityState> Written = [.. Unpublished, .. Ahead, ActivityState.Postponed];

    /// <summary>Names of <see cref="Ahead"/>, as rows have them.</summary>
    public static readonly string[] AheadNames = [.. Ahead.Select(state => state.ToString())];

    /// <summary>Names of <see cref="Unpublished"/>, as rows have them.</summary>
    public static readonly string[] UnpublishedNames = [.. Unpublished.Select(state => state.ToString())];
}

/// <summary>Who may come. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>Whoever lives or works here.</summary>
    Everybody,

    /// <summary>Owners, and operators of a shop or office (ACT-10).</summary>
    Holders,
}

/// <summary>What goes with an audience.</summary>
public static class Audiences
{
    /// <summary>English name, translated in the context of <see cref="ActivityLifecycle"/>.</summary>
    public static string Name(Audience audience) => audience switch
    {
        Audience.Everybody => "Everybody who lives or works here",
        Audience.Holders => "Owners and operators",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };
}
