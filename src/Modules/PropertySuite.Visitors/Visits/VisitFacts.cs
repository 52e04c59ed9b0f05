using System.Text.Json.Serialization;

namespace PropertySuite.Visitors;

/// <summary>Who comes.</summary>
/// <param name="Name">As on the identity document.</param>
/// <param name="Phone">To send the pass to; null when not given.</param>
/// <param name="Persons">How many come, at least 1.</param>
/// <param name="Plate">Number plate; null when they come without a car.</param>
public sealed record VisitGuest(string Name, string? Phone, int Persons, string? Plate);

/// <summary>To whom.</summary>
/// <param name="UnitId">Content item id of the unit.</param>
/// <param name="UnitCode">Code of the unit as it was then.</param>
/// <param name="PersonId">The host; null when the desk does not know which of the household.</param>
/// <param name="PersonName">Name of the host as it was then.</param>
public sealed record VisitHost(string UnitId, string UnitCode, string? PersonId, string? PersonName);

/// <summary>The host's answer about a walk-in, by phone, by the link of a mail or on the host's page.</summary>
/// <param name="Yes">Whether the visitor may come in; null when nobody answered.</param>
/// <param name="AnsweredBy">Who answered; null when nobody did.</param>
/// <param name="NumberCalled">The number that was called; null when the answer came another way.</param>
/// <param name="LoggedById">User id of who logged it.</param>
/// <param name="LoggedByName">Name of who logged it.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record HostAnswer(bool? Yes, string? AnsweredBy, string? NumberCalled, string LoggedById, string LoggedByName, DateTime AtUtc)
{
    /// <summary>How it came.</summary>
    public AnswerChannel Channel { get; init; }
}

/// <summary>How a host's answer came. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerChannel>))]
public enum AnswerChannel
{
    /// <summary>By phone, and the desk logged it.</summary>
    Phone,

    /// <summary>On the host's own page.</summary>
    Page,

    /// <summary>By the link of a mail.</summary>
    Mail,
}

/// <summary>Where somebody comes in or goes out.</summary>
/// <param name="Id">Id of the entrance.</param>
/// <param name="Name">Its name as it was then.</param>
public sealed record GatePlace(string Id, string Name);

/// <summary>Who let the visitor in, when and where (VIS-06).</summary>
public sealed record Admission(string ById, string ByName, GatePlace Gate, DateTime AtUtc, int Persons)
{
    /// <summary>When a device that had no connection reported it, UTC; null when it was booked at once.</summary>
    public DateTime? ReportedAtUtc { get; init; }
}

/// <summary>The badge that was handed out (VIS-14).</summary>
/// <param name="BadgeId">Content item id of the badge.</param>
/// <param name="Number">Number printed on it.</param>
/// <param name="Zone">Where it is valid.</param>
/// <param name="EscortRequired">Whether its bearer must be accompanied.</param>
public sealed record GivenBadge(string BadgeId, string Number, string? Zone, bool EscortRequired);

/// <summary>What became of the badge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BadgeReturn>))]
public enum BadgeReturn
{
    /// <summary>None had been handed out.</summary>
    None,

    /// <summary>It is back.</summary>
    Returned,

    /// <summary>It is not: the badge is taken out of use.</summary>
    Lost,
}

/// <summary>Who saw the visitor out, when and where (VIS-06).</summary>
public sealed record Departure(string ById, string ByName, GatePlace Gate, DateTime AtUtc, BadgeReturn Badge);

/// <summary>What opens the gate: the pass in the QR code, and six digits for those who cannot show it.</summary>
/// <param name="PassId">128 random bits, base64url; stands in the QR code.</param>
/// <param name="Code">Six digits to say aloud.</param>
/// <param name="CodeDay">Day of the community that the digits are bound to: the first day of the window.</param>
/// <param name="LinkHash">SHA-256 of the secret in the address of the pass page, base64url.</param>
/// <param name="SealedLink">The secret itself, protected with the community's keys, so that the host can share it again.</param>
public sealed record VisitPass(string PassId, string Code, DateOnly CodeDay, string LinkHash, string SealedLink);
