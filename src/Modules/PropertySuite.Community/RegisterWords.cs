using Microsoft.Extensions.Localization;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Units;

namespace PropertySuite.Community;

/// <summary>The register's kinds and states in the reader's words.</summary>
public sealed class RegisterWords(IStringLocalizer<RegisterWords> S)
{
    public string Of(UnitKind kind) => kind switch
    {
        UnitKind.Flat => S["Flat"],
        UnitKind.Shop => S["Shop"],
        UnitKind.Office => S["Office"],
        UnitKind.Garage => S["Garage"],
        _ => S["Store room"],
    };

    public string Of(UnitState state) => state switch
    {
        UnitState.NotHandedOver => S["Not handed over"],
        UnitState.OwnerOccupied => S["Owner-occupied"],
        UnitState.Let => S["Let"],
        UnitState.Vacant => S["Vacant"],
        UnitState.Decorating => S["Works under way"],
        _ => S["Closed"],
    };

    public string Of(TieKind kind) => kind switch
    {
        TieKind.Owner => S["Owner"],
        TieKind.Tenant => S["Tenant"],
        TieKind.Family => S["Family"],
        TieKind.Operator => S["Operator"],
        _ => S["Staff"],
    };

    public string Of(Reach reach) => reach switch
    {
        Reach.App => S["App"],
        Reach.Phone => S["Phone"],
        Reach.Email => S["E-mail"],
        Reach.Letter => S["By letter only"],
        _ => S["Any way"],
    };

    /// <summary>What a line of the history says was done.</summary>
    public string Verb(string verb) => verb switch
    {
        "tie-begun" => S["Tie begun"],
        "tie-ended" => S["Tie ended"],
        "unit-handed-over" => S["Handed over"],
        "unit-closed" => S["Unit closed"],
        _ => verb,
    };

    /// <summary>"Ground floor", "Floor 7", "Basement 1".</summary>
    public string Floor(int floor) => floor switch
    {
        0 => S["Ground floor"],
        < 0 => S["Basement {0}", -floor],
        _ => S["Floor {0}", floor],
    };

    /// <summary>Shape of the dot beside a state: no state is told by colour alone.</summary>
    public static string Dot(UnitState state) => state switch
    {
        UnitState.NotHandedOver => "new",
        UnitState.OwnerOccupied => "done",
        UnitState.Let => "run",
        UnitState.Vacant => "wait",
        UnitState.Decorating => "offer",
        _ => "stop",
    };
}
