using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PropertySuite.Community.Units;

/// <summary>
/// A unit's code as it stands on the door: building, floor of two digits, letter (<c>B-07-C</c>), or for shops,
/// offices and stores a series and a number (<c>LC-01</c>).
/// </summary>
/// <remarks>People type <c>b7c</c>, <c>B-7-C</c> or <c>b 07 c</c> and mean the same door; all become one code.</remarks>
public sealed partial record UnitCode
{
    /// <summary>The longest code the register keeps.</summary>
    public const int MaxLength = 16;

    private UnitCode(string value) => Value = value;

    /// <summary>Upper case, parts joined by hyphens, numbers of at least two digits.</summary>
    public string Value { get; }

    /// <summary>Reads a code however it was typed.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnitCode? code)
    {
        code = null;
        var match = Pattern().Match((text ?? "").Trim());
        if (!match.Success) return false;

        var parts = new List<string> { match.Groups["series"].Value.ToUpperInvariant(), Number(match.Groups["number"].Value) };
        if (match.Groups["door"].Success) parts.Add(match.Groups["door"].Value.ToUpperInvariant());
        var value = string.Join('-', parts);
        if (value.Length > MaxLength) return false;

        code = new UnitCode(value);
        return true;
    }

    /// <summary>The code of a door on a floor of a building.</summary>
    /// <param name="floor">From 0, the ground floor; floors below it carry their units by number.</param>
    public static UnitCode Of(string building, int floor, string door) =>
        TryParse($"{building}-{floor.ToString(CultureInfo.InvariantCulture)}-{door}", out var code)
            ? code
            : throw new FormatException($"No unit code can be made of {building}, {floor}, {door}.");

    public override string ToString() => Value;

    private static string Number(string digits) => digits.TrimStart('0').PadLeft(2, '0');

    // Letters of the series or building may end in a digit only where a separator follows: "P1-118", "N2-03".
    [GeneratedRegex(@"^(?:(?<series>[A-Za-z]{1,4})[\s\-./]*(?<number>\d{1,4})|(?<series>[A-Za-z]{1,3}\d)[\s\-./]+(?<number>\d{1,4}))(?:[\s\-./]*(?<door>[A-Za-z]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
