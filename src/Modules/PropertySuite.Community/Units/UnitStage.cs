using System.Text.Json.Serialization;

namespace PropertySuite.Community.Units;

/// <summary>How far a unit has come between the drawing and its end (B.14). Who lives there is not a stage: ties say it. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitStage>))]
public enum UnitStage
{
    Planned,
    Completed,
    HandedOver,
    Closed,
}
