using System.Text.RegularExpressions;

namespace Sites.Tests.Hosting;

/// <summary>
/// Addresses of one kind differ only in the record they show and in what a list is asked for. A crawl opens some of each
/// kind, and every kind there is.
/// </summary>
internal static partial class AddressKind
{
    /// <summary>The address with its ids left out, and only the names of its query; what leads back does not count.</summary>
    public static string Of(string address)
    {
        var parts = address.Split('?', 2);
        var names = parts[^1].Split('&').Select(pair => pair.Split('=')[0]).Where(name => !name.Equals("returnUrl", StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal);
        return Id().Replace(parts[0], "{id}") + (parts.Length == 1 ? "" : "?" + string.Join('&', names));
    }

    [GeneratedRegex("(?<=/)[0-9a-z]{24,28}(?=/|$)|(?<=/)[A-Za-z0-9_-]{22}(?=/|$)")]
    private static partial Regex Id();
}
