using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Ties;

/// <summary>Binds a person to a unit for a time (REG-03, REG-04). Never deleted and never moved: it is ended, and a new one begins.</summary>
public sealed class TiePart : ContentPart
{
    [JsonInclude] public string UnitId { get; private set; } = "";

    [JsonInclude] public string PersonId { get; private set; } = "";

    [JsonInclude] public TieKind Kind { get; private set; }

    /// <summary>Part of the title, above 0 to 100, for owners alone.</summary>
    [JsonInclude] public decimal? SharePercent { get; private set; }

    /// <summary>First day, in the community's calendar.</summary>
    [JsonInclude] public DateOnly From { get; private set; }

    /// <summary>First day without the tie, as agreed at the beginning (a lease's end) or by <see cref="End"/>; null while open.</summary>
    [JsonInclude] public DateOnly? Until { get; private set; }

    /// <summary>Lives or works in the unit.</summary>
    [JsonInclude] public bool AtHome { get; private set; }

    /// <summary>Receives the unit's bills.</summary>
    [JsonInclude] public bool PaysBills { get; private set; }

    /// <summary>Days, hours or relation, as a reader should know them: "Mon, Thu", "daughter".</summary>
    [JsonInclude] public string? Note { get; private set; }

    /// <summary>Who ended it and why; null while it runs, or where it ran out as agreed.</summary>
    [JsonInclude] public TieEnd? Ended { get; private set; }

    /// <summary>Begins the tie.</summary>
    /// <param name="sharePercent">Required for owners, refused for others.</param>
    /// <param name="until">Exclusive; null for an open end.</param>
    /// <exception cref="RefusedException">The share or the days make no sense.</exception>
    public void Begin(string unitId, string personId, TieKind kind, DateOnly from, DateOnly? until = null, decimal? sharePercent = null)
    {
        if (kind == TieKind.Owner && sharePercent is null) throw Refusals.ShareMissing.At(nameof(SharePercent));
        if (kind != TieKind.Owner && sharePercent is not null) throw Refusals.ShareOnlyForOwners.At(nameof(SharePercent));
        if (sharePercent is <= 0 or > 100) throw Refusals.ShareOutOfRange.At(nameof(SharePercent));
        if (until <= from) throw Refusals.EndBeforeBeginning.At(nameof(Until));
        (UnitId, PersonId, Kind, SharePercent, From, Until) = (unitId, personId, kind, sharePercent, from, until);
    }

    /// <summary>How the person lives with the unit.</summary>
    public void Tell(bool atHome, bool paysBills, string? note = null) =>
        (AtHome, PaysBills, Note) = (atHome, paysBills, Words.OrNull(note));

    /// <summary>Ends the tie: from that day on its rights are gone.</summary>
    /// <param name="on">First day without the tie. Ahead of today it takes effect when the day comes.</param>
    /// <param name="why">Sale, end of lease, moved out; kept in the history.</param>
    public void End(DateOnly on, string? why, string? byUserId, DateTime atUtc)
    {
        if (Ended is not null) throw Refusals.AlreadyEnded.With();
        if (on < From) throw Refusals.EndBeforeBeginning.At(nameof(TieEnd.On));
        if (Until is { } agreed && on > agreed) throw Refusals.AlreadyEnded.With();
        if (Words.OrNull(why) is not { } reason) throw Refusals.ReasonMissing.At(nameof(TieEnd.Why));
        (Until, Ended) = (on, new TieEnd(on, reason, byUserId, atUtc));
    }

    /// <summary>From its first day until just before its end.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Whether both hold on some same day; a tie ended on the day it began holds on none.</summary>
    public bool Overlaps(TiePart other) =>
        Until != From && other.Until != other.From &&
        (other.Until is null || From < other.Until) && (Until is null || other.From < Until);

    /// <summary>The tie as other modules know it.</summary>
    public TieSummary ToSummary() =>
        new(ContentItem?.ContentItemId ?? "", UnitId, PersonId, Kind, SharePercent, From, Until, AtHome, PaysBills);
}
