using System.Text.RegularExpressions;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>What every page has, as its text says it: a language, a title, a main heading. That no more than one is shown is seen in the browser.</summary>
internal static partial class PageText
{
    public static IEnumerable<string> FaultsOf(string html)
    {
        if (!Heading().IsMatch(html))
            yield return "no main heading";
        if (!Title().IsMatch(html))
            yield return "no title";
        if (!Language().IsMatch(html))
            yield return "no language";
    }

    [GeneratedRegex("<h1[\\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex("<title[^>]*>[^<]*[^<\\s][^<]*</title>", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("<html[^>]*\\slang=\"[a-z]{2}[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
