using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Shells;

/// <summary>Addresses of tenants, looked up by host and first segment of the path without touching the others.</summary>
internal sealed class RunningShellTable : IRunningShellTable
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, ShellSettings> _byAddress = ImmutableDictionary.Create<string, ShellSettings>(StringComparer.OrdinalIgnoreCase);
    private ImmutableDictionary<string, string[]> _addresses = ImmutableDictionary.Create<string, string[]>(StringComparer.OrdinalIgnoreCase);

    public void Add(ShellSettings settings)
    {
        lock (_gate)
        {
            Forget(settings.Name);
            var prefix = settings.RequestUrlPrefix ?? string.Empty;
            string[] keys = settings.RequestUrlHosts.Length == 0
                ? [Key(string.Empty, prefix)]
                : [.. settings.RequestUrlHosts.Select(host => Key(host, prefix))];
            foreach (var key in keys)
                _byAddress = _byAddress.SetItem(key, settings);
            _addresses = _addresses.SetItem(settings.Name, keys);
        }
    }

    public void Remove(ShellSettings settings)
    {
        lock (_gate)
            Forget(settings.Name);
    }

    public ShellSettings? Match(HostString host, PathString path, bool fallbackToDefault = true)
    {
        var table = _byAddress;
        var segment = FirstSegment(path);

        // Host with port, host alone, *.domain for each parent, and at last no host; in each with prefix before without.
        foreach (var candidate in HostsOf(host))
        {
            if (segment.Length > 0 && table.TryGetValue(Key(candidate, segment), out var prefixed))
                return prefixed;
            if (table.TryGetValue(Key(candidate, string.Empty), out var found) && (candidate.Length > 0 || fallbackToDefault || !found.IsDefaultShell()))
                return found;
        }

        return null;
    }

    private static IEnumerable<string> HostsOf(HostString host)
    {
        if (host.HasValue)
        {
            if (host.Port is not null)
                yield return host.Value!;
            yield return host.Host;
            for (var dot = host.Host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.Host.IndexOf('.', dot + 1))
                yield return "*" + host.Host[dot..];
        }

        yield return string.Empty;
    }

    private static string FirstSegment(PathString path)
    {
        if (!path.HasValue)
            return string.Empty;
        var text = path.Value.AsSpan(1);
        var slash = text.IndexOf('/');
        return (slash < 0 ? text : text[..slash]).ToString();
    }

    private static string Key(string host, string prefix) => host + "/" + prefix;

    private void Forget(string name)
    {
        if (!_addresses.TryGetValue(name, out var keys))
            return;
        foreach (var key in keys)
        {
            if (_byAddress.TryGetValue(key, out var owner) && owner.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                _byAddress = _byAddress.Remove(key);
        }

        _addresses = _addresses.Remove(name);
    }
}
