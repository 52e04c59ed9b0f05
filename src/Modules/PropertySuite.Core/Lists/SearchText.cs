using System.Globalization;
using System.Text;

namespace PropertySuite.Core;

/// <summary>Text as it is searched: lower case, without accents, so that <c>Ines</c> finds <c>Inés</c>.</summary>
public static class SearchText
{
    /// <summary>Folds what was typed and what is stored alike.</summary>
    /// <param name="parts">Words or phrases; null ones are left out.</param>
    public static string Fold(params IEnumerable<string?> parts)
    {
        var folded = new StringBuilder();
        foreach (var part in parts.Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            if (folded.Length > 0)
            {
                folded.Append(' ');
            }

            foreach (var c in part!.Trim().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                {
                    folded.Append(char.ToLowerInvariant(c));
                }
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
