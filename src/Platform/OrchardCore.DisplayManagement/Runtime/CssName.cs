#nullable enable
using System.Collections.Concurrent;
using System.Text;

namespace PropertySuite.Platform.Display;

/// <summary>Class names made of names in code: <c>GadgetPart</c> becomes <c>gadget-part</c>.</summary>
internal static class CssName
{
    private static readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    public static string Of(string name) => _known.Count < 10_000 ? _known.GetOrAdd(name, Make) : Make(name);

    private static string Make(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var sign = name[i];
            if (!char.IsAsciiLetterOrDigit(sign))
            {
                if (result.Length > 0 && result[^1] != '-')
                    result.Append('-');
                continue;
            }

            var startsWord = char.IsAsciiLetterUpper(sign) && i > 0
                && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (startsWord && result.Length > 0 && result[^1] != '-')
                result.Append('-');

            result.Append(char.ToLowerInvariant(sign));
        }

        return result.ToString().TrimEnd('-');
    }
}
