using System.Text.Json.Serialization;

namespace PropertySuite.Community.People;

/// <summary>How somebody wants to be reached. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
public enum Reach
{
    /// <summary>By whatever the register holds.</summary>
    Any,
    App,
    Phone,
    Email,
    Letter,
}
