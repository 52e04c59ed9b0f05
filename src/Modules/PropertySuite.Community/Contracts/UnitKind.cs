using System.Text.Json.Serialization;

namespace PropertySuite.Community.Contracts;

/// <summary>What a unit is used for by its title (REG-01). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    Flat,
    Shop,
    Office,
    Garage,
    Store,
    Workshop,
    Canteen,
}
