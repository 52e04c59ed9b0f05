using System.Globalization;
using System.Text;

namespace PropertySuite.Parking;

/// <summary>Number plates, however they are typed.</summary>
public static class Plate
{
    /// <summary>The plate as it is compared: capital letters and digits, without spaces, dots and dashes. Letters of other scripts stay.</summary>
    /// <returns>Null when it is no plate: 2 to 12 letters and digits.</returns>
    public static string? Normal(string? typed)
    {
        var kept = new StringBuilder();
        foreach (var c in (typed ?? "").Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c)) kept.Append(char.ToUpperInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator) && c is not ('-' or '.' or '·' or '_' or '/')) return null;
        }

        return kept.Length is >= 2 and <= 12 ? kept.ToString() : null;
    }
}
