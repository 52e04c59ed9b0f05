using OrchardCore.Entities;
using OrchardCore.Settings;

namespace PropertySuite.Parking;

/// <summary>Section of the site's settings: times and amounts of parking. What a record began with stays with it.</summary>
public class ParkingSettings
{
    /// <summary>Hours that an offer is held without an answer.</summary>
    public int OfferHours { get; set; } = 48;

    /// <summary>Hours to pay after accepting.</summary>
    public int PaymentHours { get; set; } = 72;

    /// <summary>Days that a space is held after a lease is over.</summary>
    public int GraceDays { get; set; } = 7;

    /// <summary>The fine that the form proposes.</summary>
    public decimal Fine { get; set; } = 60;

    /// <summary>The settings within what makes sense.</summary>
    public ParkingSettings Sensible() => new()
    {
        OfferHours = Math.Clamp(OfferHours, 1, 240),
        PaymentHours = Math.Clamp(PaymentHours, 1, 720),
        GraceDays = Math.Clamp(GraceDays, 0, 31),
        Fine = Math.Clamp(Fine, 0, 10_000),
    };
}

/// <summary>The rules of this community.</summary>
public sealed class ParkingRules(ISiteService sites)
{
    /// <summary>The settings.</summary>
    public async Task<ParkingSettings> GetAsync() => (await sites.GetSiteSettingsAsync()).As<ParkingSettings>().Sensible();
}
