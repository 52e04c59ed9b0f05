using System.Text.Json.Serialization;

namespace PropertySuite.Community.Contracts;

/// <summary>What binds a person to a unit (REG-03). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TieKind>))]
public enum TieKind
{
    /// <summary>Holds a share of the title; several owners are co-owners.</summary>
    Owner,

    /// <summary>Holds the unit by lease.</summary>
    Tenant,

    /// <summary>Lives with an owner or tenant.</summary>
    Family,

    /// <summary>Runs the shop or office without owning it.</summary>
    Operator,

    /// <summary>Works there for the household: domestic help. Receives nobody there.</summary>
    Staff,

    /// <summary>Works there for the firm that runs it, and receives visitors of the firm.</summary>
    Employee,
}
