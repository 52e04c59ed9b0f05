using System.Text;
using System.Text.RegularExpressions;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Takes the rights out of links, so that a text can be kept and shown: <c>https://…/Invitation?token=…</c>.</summary>
internal static partial class RightLinks
{
    private const string Hidden = "…";

    public static string Redact(string text) => Addresses().Replace(text, match => RedactAddress(match.Value));

    private static string RedactAddress(string address)
    {
        var query = address.IndexOfAny(['?', '#']);
        var path = query < 0 ? address : address[..query];
        var kept = new StringBuilder();
        var root = path.IndexOf('/', path.IndexOf("//", StringComparison.Ordinal) + 2);
        kept.Append(root < 0 ? path : path[..root]);
        if (root >= 0)
        {
            foreach (var segment in path[(root + 1)..].Split('/'))
                kept.Append('/').Append(LooksRandom(segment) ? Hidden : segment);
        }

        if (query >= 0)
            kept.Append(Values().Replace(address[query..], match => match.Groups[1].Value + Hidden));
        return kept.ToString();
    }

    // A name is written in words; what is long and has digits or changing case among its letters was drawn by lot.
    private static bool LooksRandom(string segment) =>
        segment.Length >= 12 && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '%' or '=')
        && (segment.Any(char.IsAsciiDigit) || (segment.Any(char.IsAsciiLetterLower) && segment.Skip(1).Any(char.IsAsciiLetterUpper)));

    [GeneratedRegex("""https?://[^\s<>"']+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    // Every value: which parameters carry a right is known to the page they lead to, and not here.
    [GeneratedRegex("([?&#;][^=&#;]*=)[^&#;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
