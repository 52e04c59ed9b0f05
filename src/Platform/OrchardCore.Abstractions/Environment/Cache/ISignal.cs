using Microsoft.Extensions.Primitives;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace OrchardCore.Environment.Cache;

/// <summary>Tokens by which a tenant's caches learn that something has changed.</summary>
public interface ISignal : IModularTenantEvents
{
    IChangeToken GetToken(string key);

    Task SignalTokenAsync(string key);
}

public static class SignalExtensions
{
    /// <summary>Signals when the current scope has ended well.</summary>
    public static void DeferredSignalToken(this ISignal _, string key) => ShellScope.AddDeferredSignal(key);
}
