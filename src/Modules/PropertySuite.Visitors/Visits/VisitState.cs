using System.Text.Json.Serialization;

namespace PropertySuite.Visitors;

/// <summary>Where a visit stands. Stored by name; changed by <see cref="VisitLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitState>))]
public enum VisitState
{
    /// <summary>Announced by the host; the pass is out (VIS-01).</summary>
    Invited,

    /// <summary>Stands at the desk without an invitation; the host is asked (VIS-02).</summary>
    WalkIn,

    /// <summary>The host said yes.</summary>
    Confirmed,

    /// <summary>The host said no.</summary>
    Refused,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Inside (VIS-06).</summary>
    CheckedIn,

    /// <summary>Left (VIS-06).</summary>
    CheckedOut,

    /// <summary>Given up before coming in.</summary>
    Cancelled,

    /// <summary>The window passed without a visit.</summary>
    Expired,
}
