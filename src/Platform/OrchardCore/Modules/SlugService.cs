using System.Globalization;
using System.Text;
using OrchardCore.Modules.Services;

namespace PropertySuite.Platform.Modules;

/// <summary>Lower case, accents of Latin letters removed, letters and digits of every script kept, the rest turned into separators.</summary>
internal sealed class SlugService : ISlugService
{
    public string Slugify(string text) => Slugify(text, '-');

    public string Slugify(string text, char separator)
    {
        if (string.IsNullOrWhiteSpace(text))
            return string.Empty;

        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (rune.Value != '\'' && rune.Value != '’' && slug.Length > 0 && slug[^1] != separator)
                slug.Append(separator);
        }

        return slug.ToString().TrimEnd(separator).Normalize(NormalizationForm.FormC);
    }
}
