namespace PropertySuite.Core.Search;

/// <summary>How well something is meant by what was typed.</summary>
public static class SearchRank
{
    /// <summary>The text is this very number, code, plate or name: it may be opened at once.</summary>
    public const int Exact = 100;

    /// <summary>One of them begins with the text, or ends with it as the last digits of a number do.</summary>
    public const int Edge = 50;

    /// <summary>Weight of a thing for what was typed.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="names">What the thing is called: number, code, plate, name; null ones are left out.</param>
    public static int Of(string text, params IEnumerable<string?> names)
    {
        var wanted = Bare(text);
        var best = 0;
        foreach (var name in names.Where(name => !string.IsNullOrEmpty(name)).Select(name => Bare(name!)))
        {
            if (wanted.Length == 0 || name.Length == 0) continue;
            best = Math.Max(best, name == wanted ? Exact : name.StartsWith(wanted, StringComparison.Ordinal) || name.EndsWith(wanted, StringComparison.Ordinal) ? Edge : 0);
        }

        return best;
    }

    // B-07-C and b07c, 7720-DMO and 7720 dmo are typed for the same thing.
    private static string Bare(string text) => string.Concat(SearchText.Fold(text).Where(char.IsLetterOrDigit));
}
