using System.Text.Json.Serialization;

namespace PropertySuite.Visitors;

/// <summary>Why a visitor did not come in (VIS-11). Stored by name; figures are made by it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalKind>))]
public enum RefusalKind
{
    /// <summary>The host said no.</summary>
    Host,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>On the watch list.</summary>
    WatchList,

    /// <summary>Sells from door to door.</summary>
    Solicitor,

    /// <summary>Behaves badly.</summary>
    Behaviour,

    /// <summary>Says to be somebody else.</summary>
    FalseIdentity,

    /// <summary>The office did not approve.</summary>
    NotApproved,

    /// <summary>Anything else; the reason says what.</summary>
    Other,
}

/// <summary>A refusal on a visit.</summary>
/// <param name="Kind">Why, for figures.</param>
/// <param name="Why">Why, in words; null when the kind says it all.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record VisitRefusal(RefusalKind Kind, string? Why, DateTime AtUtc);

/// <summary>What goes with a kind of refusal.</summary>
public static class RefusalKinds
{
    /// <summary>Those that a guard chooses from.</summary>
    public static readonly IReadOnlyList<RefusalKind> AtTheGate = [RefusalKind.Solicitor, RefusalKind.Behaviour, RefusalKind.FalseIdentity, RefusalKind.WatchList, RefusalKind.NoAnswer, RefusalKind.Other];

    /// <summary>English name, translated in the context of <see cref="VisitLifecycle"/>.</summary>
    public static string Name(RefusalKind kind) => kind switch
    {
        RefusalKind.Host => "Not received by the host",
        RefusalKind.NoAnswer => "Nobody answered",
        RefusalKind.WatchList => "On the watch list",
        RefusalKind.Solicitor => "Sells at the door",
        RefusalKind.Behaviour => "Behaviour",
        RefusalKind.FalseIdentity => "False identity",
        RefusalKind.NotApproved => "Not approved",
        RefusalKind.Other => "Another reason",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
