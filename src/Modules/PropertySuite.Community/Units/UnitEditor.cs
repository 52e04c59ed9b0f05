using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Units;

/// <summary>A unit as its form holds it. Shape <c>UnitPart_Edit</c>.</summary>
public class UnitEditor
{
    public string? BuildingId { get; set; }

    /// <summary>0 is the ground floor.</summary>
    public int? Floor { get; set; }

    public string? Door { get; set; }

    /// <summary>Empty: made of building, floor and door.</summary>
    public string? Code { get; set; }

    public UnitKind Kind { get; set; }

    public string? Layout { get; set; }

    public int? Bedrooms { get; set; }

    /// <summary>As typed, with comma or point.</summary>
    public string? InnerAreaSquareMetres { get; set; }

    /// <summary>As typed, with comma or point.</summary>
    public string? BuiltAreaSquareMetres { get; set; }

    public string? GoodToKnow { get; set; }

    [BindNever] public bool IsNew { get; set; }

    /// <summary>Id and name of each building.</summary>
    [BindNever] public IReadOnlyList<KeyValuePair<string, string>> Buildings { get; set; } = [];
}
