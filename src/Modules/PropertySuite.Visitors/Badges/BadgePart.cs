using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Visitors;

/// <summary>A badge that is handed out to visitors and comes back (VIS-14).</summary>
public sealed class BadgePart : ContentPart
{
    /// <summary>Number printed on it; unique.</summary>
    [JsonInclude] public string Number { get; private set; } = "";

    /// <summary>Where it is valid; null means everywhere.</summary>
    [JsonInclude] public string? Zone { get; private set; }

    /// <summary>Whether its bearer must be accompanied.</summary>
    [JsonInclude] public bool EscortRequired { get; private set; }

    /// <summary>Since when it is lost, UTC; null while it is there.</summary>
    [JsonInclude] public DateTime? LostAtUtc { get; private set; }

    /// <summary>Puts a new badge into use.</summary>
    public void Introduce(string? number, string? zone, bool escortRequired)
    {
        if (VisitPlan.OrNull(number) is not { Length: <= 10 } printed)
        {
            throw VisitRefusals.BadgeNumberMissing.At("Number");
        }

        Number = printed;
        Zone = VisitPlan.OrNull(zone);
        EscortRequired = escortRequired;
    }

    /// <summary>Takes it out of use: it did not come back.</summary>
    public void Lose(DateTime atUtc) => LostAtUtc ??= atUtc;

    /// <summary>It has been found.</summary>
    public void Find() => LostAtUtc = null;

    /// <summary>What a visit keeps of it.</summary>
    public GivenBadge Give(string badgeId) => new(badgeId, Number, Zone, EscortRequired);
}
