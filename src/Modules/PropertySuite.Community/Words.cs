using System.Globalization;
using System.Text;

namespace PropertySuite.Community;

/// <summary>Text as the register stores and compares it.</summary>
public static class Words
{
    /// <summary>Trimmed, with runs of white space as one space; null when nothing is left.</summary>
    public static string? OrNull(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    /// <summary>Letters and digits alone, without case and accents, words parted by one space: how names are searched (REG-12).</summary>
    /// <remarks><c>Julián O’Farrell Ñúñez</c> is found by <c>julian ofarrell nunez</c>; Chinese names stay as they are.</remarks>
    public static string Folded(string? text)
    {
        var folded = new StringBuilder();
        foreach (var character in (text ?? "").Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character)) folded.Append(char.ToLowerInvariant(character));
            else if (IsSpace(character) && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The digits alone, as phones are searched: <c>600 000 344</c> is found by <c>000344</c>.</summary>
    public static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    private static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || character is '-' or ',' or '.' or '/' or '_' ||
        char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;
}
