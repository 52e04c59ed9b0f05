using System.Text.Json.Serialization;

namespace PropertySuite.Complaints;

/// <summary>What somebody comes with (CMP-02). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComplaintKind>))]
public enum ComplaintKind
{
    /// <summary>Something is wrong.</summary>
    Complaint,

    /// <summary>Something could be better.</summary>
    Suggestion,

    /// <summary>Something is asked.</summary>
    Enquiry,

    /// <summary>Something has to be done.</summary>
    Help,

    /// <summary>Something was good.</summary>
    Praise,
}

/// <summary>How it came (CMP-03). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComplaintChannel>))]
public enum ComplaintChannel
{
    /// <summary>At the desk.</summary>
    Desk,

    /// <summary>By phone.</summary>
    Phone,

    /// <summary>By mail.</summary>
    Email,

    /// <summary>On the owners' pages.</summary>
    Web,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>On patrol.</summary>
    Patrol,

    /// <summary>From the owners' committee.</summary>
    Committee,
}

/// <summary>Where a case stands. Stored by name; changed by <see cref="ComplaintLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComplaintState>))]
public enum ComplaintState
{
    /// <summary>It is in the queue.</summary>
    Received,

    /// <summary>It was answered at once.</summary>
    Answered,

    /// <summary>It has a level and deadlines.</summary>
    Accepted,

    /// <summary>Somebody is to work on it.</summary>
    Assigned,

    /// <summary>Whoever raised it has been spoken to; it is worked on.</summary>
    InProgress,

    /// <summary>Waits for whoever raised it; the clock stands still.</summary>
    WaitingOwner,

    /// <summary>Waits for somebody else; the clock stands still.</summary>
    WaitingThird,

    /// <summary>Put off until a day; the clock stands still.</summary>
    Deferred,

    /// <summary>A solution was proposed; whoever raised it is asked.</summary>
    Proposed,

    /// <summary>Solved, and not visited again yet.</summary>
    Resolved,

    /// <summary>Not solved after all.</summary>
    Reopened,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>There was nothing in it.</summary>
    Unfounded,

    /// <summary>The same as another one, which is worked on.</summary>
    Merged,
}

/// <summary>Groups of states, and words.</summary>
public static class ComplaintStates
{
    /// <summary>Somebody has something to do.</summary>
    public static readonly IReadOnlyList<ComplaintState> Open =
    [
        ComplaintState.Received, ComplaintState.Accepted, ComplaintState.Assigned, ComplaintState.InProgress, ComplaintState.WaitingOwner, ComplaintState.WaitingThird,
        ComplaintState.Deferred, ComplaintState.Proposed, ComplaintState.Resolved, ComplaintState.Reopened,
    ];

    /// <summary>Those in which a solution is still sought.</summary>
    public static readonly IReadOnlyList<ComplaintState> Unsolved = [.. Open.Where(state => state is not (ComplaintState.Proposed or ComplaintState.Resolved))];

    /// <summary>Those in which the clock stands still.</summary>
    public static readonly IReadOnlyList<ComplaintState> Waiting = [ComplaintState.WaitingOwner, ComplaintState.WaitingThird, ComplaintState.Deferred];

    /// <summary>Names of <see cref="Open"/>, as rows have them.</summary>
    public static readonly string[] OpenNames = [.. Open.Select(state => state.ToString())];

    /// <summary>Names of <see cref="Unsolved"/>, as rows have them.</summary>
    public static readonly string[] UnsolvedNames = [.. Unsolved.Select(state => state.ToString())];

    /// <summary>English name of a kind.</summary>
    public static string Name(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "Complaint",
        ComplaintKind.Suggestion => "Suggestion",
        ComplaintKind.Enquiry => "Enquiry",
        ComplaintKind.Help => "Request for help",
        _ => "Praise",
    };

    /// <summary>English name of a channel.</summary>
    public static string Name(ComplaintChannel channel) => channel switch
    {
        ComplaintChannel.Desk => "Desk",
        ComplaintChannel.Phone => "Phone",
        ComplaintChannel.Email => "E-mail",
        ComplaintChannel.Web => "Owners' page",
        ComplaintChannel.Letter => "Letter",
        ComplaintChannel.Patrol => "Patrol",
        _ => "Committee",
    };

    /// <summary>English name of a level.</summary>
    public static string Level(int level) => level switch
    {
        1 => "Level 1, ordinary",
        2 => "Level 2, important",
        3 => "Level 3, major",
        4 => "Level 4, crisis",
        _ => "No level yet",
    };
}
