using System.Collections.Concurrent;

namespace PropertySuite.Platform.Shells;

/// <summary>Where each tenant's files are: its own folder, or, while it is being set up, a temporary one.</summary>
internal sealed class SiteFolders(DataFolder data)
{
    private readonly ConcurrentDictionary<string, string> _temporary = new(StringComparer.OrdinalIgnoreCase);

    public string PathOf(string tenant) => _temporary.TryGetValue(tenant, out var folder) ? folder : data.SiteOf(tenant);

    /// <summary>Sends the tenant to another folder until the result is disposed.</summary>
    public IDisposable Redirect(string tenant, string folder)
    {
        if (!_temporary.TryAdd(tenant, folder))
            throw new InvalidOperationException($"The site '{tenant}' is being set up already.");
        return new Redirection(_temporary, tenant);
    }

    private sealed class Redirection(ConcurrentDictionary<string, string> temporary, string tenant) : IDisposable
    {
        public void Dispose() => temporary.TryRemove(tenant, out _);
    }
}
