using Microsoft.AspNetCore.Http;

namespace OrchardCore.Environment.Shell;

/// <summary>Which tenant answers at an address.</summary>
public interface IRunningShellTable
{
    void Add(ShellSettings settings);

    void Remove(ShellSettings settings);

    /// <summary>
    /// The tenant by exact host, then by <c>*.domain</c>, then without host; in each, with its prefix before without.
    /// Null when none answers there.
    /// </summary>
    ShellSettings? Match(HostString host, PathString path, bool fallbackToDefault = true);
}
