using System.Text.RegularExpressions;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Setup;

/// <summary>What a site may be named and where it may answer; the same for the page, the command and the configuration.</summary>
internal static partial class SiteRules
{
    public const int MaximumName = 60;

    /// <summary>Letters and digits, beginning with a letter: it names a folder and a section of the configuration.</summary>
    public static bool IsName(string name) => name.Length <= MaximumName && NamePattern().IsMatch(name);

    /// <summary>One host name, with a port or not; <c>*.example.org</c> means those below it.</summary>
    public static bool IsHost(string host)
    {
        var text = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        var colon = text.LastIndexOf(':');
        if (colon >= 0 && Uri.CheckHostName(text) != UriHostNameType.IPv6)
        {
            if (!ushort.TryParse(text.AsSpan(colon + 1), out _))
                return false;
            text = text[..colon];
        }

        return Uri.CheckHostName(text) is not UriHostNameType.Unknown && !text.Contains('_', StringComparison.Ordinal);
    }

    public static bool IsPrefix(string prefix) => PrefixPattern().IsMatch(prefix);

    /// <summary>The other site that already answers there; null when the address is free.</summary>
    /// <param name="hosts">Empty: any host.</param>
    /// <param name="prefix">Empty: the root.</param>
    public static ShellSettings? OwnerOf(IEnumerable<ShellSettings> sites, string name, IReadOnlyCollection<string> hosts, string prefix)
        => sites.FirstOrDefault(site => !site.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && prefix.Equals(site.RequestUrlPrefix ?? string.Empty, StringComparison.OrdinalIgnoreCase)
            && (hosts.Count == 0 ? site.RequestUrlHosts.Length == 0 : site.RequestUrlHosts.Any(host => hosts.Contains(host, StringComparer.OrdinalIgnoreCase))));

    /// <returns>What is wrong with the name or the address, for the person at the console; null when nothing is.</returns>
    public static string? WhatIsWrong(ShellSettings settings, IEnumerable<ShellSettings> sites)
    {
        if (!IsName(settings.Name))
            return $"'{settings.Name}' cannot be the name of a site. Use letters a to z and digits, beginning with a letter, {MaximumName} at most.";
        if (settings.RequestUrlHosts.FirstOrDefault(host => !IsHost(host)) is { } wrong)
            return $"'{wrong}' is not a host name. It looks like alba.example.org, without http and without a slash.";

        var prefix = settings.RequestUrlPrefix ?? string.Empty;
        if (prefix.Length > 0 && !IsPrefix(prefix))
            return $"'{prefix}' cannot be a path prefix. Use letters a to z, digits and hyphens.";
        if (OwnerOf(sites, settings.Name, settings.RequestUrlHosts, prefix) is not { } owner)
            return null;
        return settings.RequestUrlHosts.Length == 0 && prefix.Length == 0
            ? $"The site '{settings.Name}' needs a host name or a path prefix of its own; without one its address is that of '{owner.Name}'."
            : $"The address {string.Join(", ", settings.RequestUrlHosts)}{(prefix.Length > 0 ? "/" + prefix : string.Empty)} belongs to the site '{owner.Name}'.";
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]*$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-zA-Z0-9-]{1,60}$")]
    private static partial Regex PrefixPattern();
}
