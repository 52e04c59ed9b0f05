using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Commands;

/// <summary>The addresses of communities on a server.</summary>
internal static class SiteAddress
{
    /// <summary>The first address of the site, ending without a slash.</summary>
    /// <param name="server">Scheme and port are taken from it, and the host when the site has none.</param>
    public static string Of(ShellSettings settings, Uri server)
    {
        var host = settings.RequestUrlHosts.FirstOrDefault(name => !name.Contains('*', StringComparison.Ordinal)) ?? server.Host;
        var authority = host.Contains(':', StringComparison.Ordinal) || server.IsDefaultPort ? host : $"{host}:{server.Port}";
        var prefix = settings.RequestUrlPrefix is { Length: > 0 } segment ? "/" + segment : string.Empty;
        return $"{server.Scheme}://{authority}{prefix}";
    }
}
