using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Environment.Shell.Descriptor;
using OrchardCore.Environment.Shell.Events;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Environment.Shell;

/// <summary>The tenants of the application: known by their settings, started at their first use.</summary>
public interface IShellHost : IShellEvents, IShellDescriptorManagerEventHandler
{
    /// <summary>Reads the settings of all tenants. Later calls return at once.</summary>
    Task InitializeAsync();

    /// <summary>The running tenant; it is built when it is not running yet.</summary>
    Task<ShellContext> GetOrCreateShellContextAsync(ShellSettings settings);

    /// <summary>A new unit of work in the tenant.</summary>
    Task<ShellScope> GetScopeAsync(ShellSettings settings);

    /// <summary>Saves the settings and reloads the tenant.</summary>
    Task UpdateShellSettingsAsync(ShellSettings settings);

    /// <summary>Reads the tenant's settings anew; it is built again at its next use.</summary>
    Task ReloadShellContextAsync(ShellSettings settings, bool eventSource = true);

    /// <summary>Lets the tenant go when its last scope has ended; it is built again at its next use.</summary>
    Task ReleaseShellContextAsync(ShellSettings settings, bool eventSource = true);

    /// <summary>The tenants that are running now.</summary>
    IEnumerable<ShellContext> ListShellContexts();

    bool TryGetShellContext(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ShellContext? shellContext);

    bool TryGetSettings(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ShellSettings? settings);

    IEnumerable<ShellSettings> GetAllSettings();

    /// <summary>Forgets the tenant. Its folder is kept.</summary>
    Task RemoveShellSettingsAsync(ShellSettings settings);

    Task RemoveShellContextAsync(ShellSettings settings, bool eventSource = true);
}

public static class ShellHostExtensions
{
    /// <summary>A scope of the tenant, or no scope and false when there is no such tenant.</summary>
    public static async Task<(ShellScope scope, bool success)> TryGetScopeAsync(this IShellHost shellHost, string tenant)
        => shellHost.TryGetSettings(tenant, out var settings) ? (await shellHost.GetScopeAsync(settings), true) : (null!, false);

    /// <exception cref="ArgumentException">There is no such tenant.</exception>
    public static Task<ShellScope> GetScopeAsync(this IShellHost shellHost, string tenant)
        => shellHost.GetScopeAsync(shellHost.GetSettings(tenant));

    public static async Task ReloadAllShellContextsAsync(this IShellHost shellHost)
    {
        foreach (var settings in shellHost.GetAllSettings().ToArray())
            await shellHost.ReloadShellContextAsync(settings);
    }

    public static async Task ReleaseAllShellContextsAsync(this IShellHost shellHost)
    {
        foreach (var settings in shellHost.GetAllSettings().ToArray())
            await shellHost.ReleaseShellContextAsync(settings);
    }

    /// <exception cref="ArgumentException">There is no such tenant.</exception>
    public static ShellSettings GetSettings(this IShellHost shellHost, string tenant)
        => shellHost.TryGetSettings(tenant, out var settings)
            ? settings
            : throw new ArgumentException($"There is no tenant named '{tenant}'.", nameof(tenant));

    public static bool IsShellActive(this IShellHost shellHost, ShellSettings settings)
        => settings is not null && shellHost.TryGetShellContext(settings.Name, out var context) && context.IsActivated;
}
