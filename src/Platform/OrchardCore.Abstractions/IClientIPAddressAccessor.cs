using System.Net;

namespace OrchardCore;

/// <summary>The address that the current request came from, after the configured proxies.</summary>
public interface IClientIPAddressAccessor
{
    /// <summary>Null outside a request.</summary>
    Task<IPAddress?> GetIPAddressAsync();
}
