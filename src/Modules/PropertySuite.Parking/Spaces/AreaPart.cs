using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Parking;

/// <summary>Price of a space of a kind from a day on; a new price is a new line, and old leases keep what was agreed.</summary>
/// <param name="Kind">Kind of space.</param>
/// <param name="Monthly">A month, in the community's currency.</param>
/// <param name="From">First day.</param>
public sealed record ParkingPrice(SpaceKind Kind, decimal Monthly, DateOnly From);

/// <summary>An area of spaces on one level: a garage, a yard, a street (PRK-01).</summary>
public sealed class AreaPart : ContentPart
{
    /// <summary>Short and unique, <c>P1</c>; stands before the number of a space.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    /// <summary>As people say it, "Garaje −1".</summary>
    [JsonInclude] public string Name { get; private set; } = "";

    /// <summary>0 is the ground, −1 the first below it.</summary>
    [JsonInclude] public int Level { get; private set; }

    /// <summary>Prices by kind and day, oldest first.</summary>
    [JsonInclude] public IReadOnlyList<ParkingPrice> Prices { get; private set; } = [];

    /// <summary>Says what the area is.</summary>
    public void Describe(string? code, string? name, int level)
    {
        if (code?.Trim() is not { Length: >= 1 and <= 10 } known) throw ParkingRefusals.AreaCodeMissing.At("Code");
        if (name?.Trim() is not { Length: >= 1 and <= 80 } called) throw ParkingRefusals.NameMissing.At("Name");
        (Code, Name, Level) = (known.ToUpperInvariant(), called, level);
    }

    /// <summary>Sets a price from a day on (PRK-05).</summary>
    public void Price(SpaceKind kind, decimal monthly, DateOnly from)
    {
        if (monthly is < 0 or > 10_000) throw ParkingRefusals.PriceWrong.At("Monthly");
        Prices = [.. Prices.Where(price => price.Kind != kind || price.From != from).Append(new(kind, monthly, from)).OrderBy(price => price.From)];
    }

    /// <summary>The price of a month on a day; null when none is set.</summary>
    public decimal? PriceOn(SpaceKind kind, DateOnly day) => Prices.LastOrDefault(price => price.Kind == kind && price.From <= day)?.Monthly;
}
