using System.Text.Json.Serialization;

namespace PropertySuite.Decoration;

/// <summary>Where works stand. Stored by name; changed by <see cref="PermitLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermitState>))]
public enum PermitState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in; completeness is checked.</summary>
    Submitted,

    /// <summary>Something is missing.</summary>
    Returned,

    /// <summary>Engineering and the manager look at it.</summary>
    UnderReview,

    /// <summary>The applicant is asked to accept conditions.</summary>
    ConditionsProposed,

    /// <summary>Said no to.</summary>
    Rejected,

    /// <summary>Fees and deposits are to be paid.</summary>
    AwaitingPayment,

    /// <summary>The agreement is to be signed by all parties.</summary>
    AgreementToSign,

    /// <summary>The permit is out; works may begin.</summary>
    Permitted,

    /// <summary>Works go on.</summary>
    InProgress,

    /// <summary>Works are stopped.</summary>
    Suspended,

    /// <summary>Works go on while a longer time is asked for.</summary>
    ExtensionAsked,

    /// <summary>The last day has passed and works are not reported complete.</summary>
    Overrun,

    /// <summary>Reported complete; to be accepted.</summary>
    CompletionReported,

    /// <summary>Accepted; the second check comes after some months.</summary>
    Accepted,

    /// <summary>The second check is due.</summary>
    SecondCheckDue,

    /// <summary>The second check found something.</summary>
    Rectification,

    /// <summary>What is kept of the deposits is being written down.</summary>
    SettlementDraft,

    /// <summary>What is left is to be given back.</summary>
    SettlementApproved,

    /// <summary>Given back.</summary>
    Refunded,

    /// <summary>In the unit's file.</summary>
    Archived,

    /// <summary>Given up before a permit.</summary>
    Cancelled,
}

/// <summary>Groups of states.</summary>
public static class PermitStates
{
    /// <summary>States in which a unit can have no other works: everything until the works are accepted.</summary>
    public static bool IsOpen(PermitState state) => state is not (PermitState.Rejected or PermitState.Cancelled or PermitState.Accepted or PermitState.SecondCheckDue or PermitState.Rectification
        or PermitState.SettlementDraft or PermitState.SettlementApproved or PermitState.Refunded or PermitState.Archived);

    /// <summary>States in which workers come in.</summary>
    public static bool LetsWorkersIn(PermitState state) => state is PermitState.Permitted or PermitState.InProgress or PermitState.ExtensionAsked or PermitState.CompletionReported or PermitState.Rectification;

    /// <summary>States in which a permit has been issued and works are not yet accepted.</summary>
    public static bool IsOnSite(PermitState state) => state is PermitState.Permitted or PermitState.InProgress or PermitState.Suspended or PermitState.ExtensionAsked or PermitState.Overrun or PermitState.CompletionReported;

    /// <summary>States before a permit, in which an application is changed or given up.</summary>
    public static readonly PermitState[] BeforePermit = [PermitState.Draft, PermitState.Submitted, PermitState.Returned, PermitState.UnderReview, PermitState.ConditionsProposed, PermitState.AwaitingPayment, PermitState.AgreementToSign];
}
