using Microsoft.AspNetCore.Http;

namespace PropertySuite.Core;

/// <summary>What the reader of this request may do; for parts of pages that are shown to some.</summary>
public sealed class ReaderAccess(IHttpContextAccessor accessor)
{
    /// <summary>Whether the reader has every one of these permissions.</summary>
    /// <exception cref="InvalidOperationException">No enabled feature declares one of them.</exception>
    public async Task<bool> MayAsync(params IEnumerable<string> permissions)
    {
        if (accessor.HttpContext is not { } http) return false;
        foreach (var permission in permissions)
        {
            if (!await PermissionGate.MayAsync(http, permission)) return false;
        }

        return true;
    }
}
