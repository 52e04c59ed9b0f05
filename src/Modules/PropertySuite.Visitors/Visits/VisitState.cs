using System.Text.Json.Serialization;

namespace PropertySuite.Visitors;

/// <summary>Where a visit stands. Stored by name; changed by <see cref="VisitLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitState>))]
public enum VisitState
{
    /// <summary>Announced by the host; the pass is out (VIS-01).</summary>
    Invited,

    /// <summary>Stands at the desk without an invitation; the host is asked (VIS-02, VIS-03).</summary>
    WalkIn,

    /// <summary>The host said yes.</summary>
    Confirmed,

    /// <summary>The host said no, or the visitor was turned away (VIS-11).</summary>
    Refused,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Waits for the approval that the office asks for this kind (VIS-04).</summary>
    NeedsApproval,

    /// <summary>Approved (VIS-04).</summary>
    Approved,

    /// <summary>Not approved (VIS-04).</summary>
    Denied,

    /// <summary>Inside (VIS-06).</summary>
    CheckedIn,

    /// <summary>Still inside after the planned end and its grace (VIS-07).</summary>
    Overstay,

    /// <summary>Left (VIS-06).</summary>
    CheckedOut,

    /// <summary>Given up before coming in.</summary>
    Cancelled,

    /// <summary>The window passed without a visit.</summary>
    Expired,

    /// <summary>Aggression, forced entry or a false identity: an incident.</summary>
    Escalated,
}

/// <summary>Groups of states that questions are asked by.</summary>
public static class VisitStates
{
    /// <summary>May still come in, unless time ends it first.</summary>
    public static readonly IReadOnlyList<VisitState> Open =
        [VisitState.Invited, VisitState.WalkIn, VisitState.NoAnswer, VisitState.Confirmed, VisitState.NeedsApproval, VisitState.Approved];

    /// <summary>Those of <see cref="Open"/> that wait for nobody but the visitor.</summary>
    public static readonly IReadOnlyList<VisitState> Expected = [VisitState.Invited, VisitState.Confirmed, VisitState.NeedsApproval, VisitState.Approved];

    /// <summary>Names of <see cref="Open"/>, as rows have them.</summary>
    public static readonly string[] OpenNames = [.. Open.Select(state => state.ToString())];

    /// <summary>Names of <see cref="Expected"/>, as rows have them.</summary>
    public static readonly string[] ExpectedNames = [.. Expected.Select(state => state.ToString())];
}
