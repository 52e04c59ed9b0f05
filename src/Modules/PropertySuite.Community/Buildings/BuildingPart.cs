using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Community.Buildings;

/// <summary>A tower, a garage or a row of shops (REG-01).</summary>
public sealed class BuildingPart : ContentPart
{
    /// <summary>The first part of its units' codes, <c>B</c>; unique.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    /// <summary>As residents say it, "Tower B".</summary>
    [JsonInclude] public string Name { get; private set; } = "";

    /// <summary>0 is the ground floor, −1 the first below it.</summary>
    [JsonInclude] public int LowestFloor { get; private set; }

    [JsonInclude] public int TopFloor { get; private set; }

    /// <summary>Doors on a floor as built; what the picture draws where no unit is registered yet.</summary>
    [JsonInclude] public int DoorsPerFloor { get; private set; }

    /// <summary>Order in lists and from left to right in the picture of the community.</summary>
    [JsonInclude] public int Order { get; private set; }

    [JsonIgnore] public int Floors => TopFloor - LowestFloor + 1;

    public void Call(string code, string name)
    {
        var normalised = (code ?? "").Trim().ToUpperInvariant();
        if (normalised.Length is 0 or > 4 || !normalised.All(char.IsAsciiLetterOrDigit)) throw Refusals.BuildingCodeMalformed.At(nameof(Code));
        (Code, Name) = (normalised, Words.OrNull(name) ?? normalised);
    }

    public void Build(int lowestFloor, int topFloor, int doorsPerFloor, int order)
    {
        if (topFloor < lowestFloor || doorsPerFloor < 1) throw Refusals.BuildingFloorsReversed.At(nameof(TopFloor));
        (LowestFloor, TopFloor, DoorsPerFloor, Order) = (lowestFloor, topFloor, doorsPerFloor, order);
    }
}
