using System.Globalization;
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
        UnitKind.Workshop => S["Workshop"],
        UnitKind.Canteen => S["Canteen"],
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
        TieKind.Employee => S["Employee"],
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

    /// <summary>A day with its year: <c>18 Apr 2016</c>, <c>18 abr 2016</c>, <c>2016年4月18日</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day as a heading: <c>Monday 23 November</c>, <c>Lunes 23 de noviembre</c>, <c>11月23日 星期一</c>.</summary>
    public static string Heading(DateOnly day)
    {
        var culture = CultureInfo.CurrentCulture;
        var words = day.ToString(IsChinese ? "M月d日 dddd" : culture.TwoLetterISOLanguageName == "es" ? "dddd d 'de' MMMM" : "dddd d MMMM", culture);
        return char.ToUpper(words[0], culture) + words[1..];
    }

    private static bool IsChinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";

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
