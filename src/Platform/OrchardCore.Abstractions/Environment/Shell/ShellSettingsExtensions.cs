using OrchardCore.Environment.Shell.Models;
using OrchardCore.Modules;

namespace OrchardCore.Environment.Shell;

public static class ShellSettingsExtensions
{
    public static bool IsDefaultShell(this ShellSettings settings) => settings is { Name: ShellSettings.DefaultShellName };

    public static bool IsUninitialized(this ShellSettings settings) => settings is { State: TenantState.Uninitialized };

    public static bool IsInitializing(this ShellSettings settings) => settings is { State: TenantState.Initializing };

    public static bool IsRunning(this ShellSettings settings) => settings is { State: TenantState.Running };

    public static bool IsDisabled(this ShellSettings settings) => settings is { State: TenantState.Disabled };

    /// <summary>Whether the set-up has been done, whether or not the tenant is enabled.</summary>
    public static bool IsInitialized(this ShellSettings settings) => settings.IsRunning() || settings.IsDisabled();

    public static bool IsRemovable(this ShellSettings settings)
        => !settings.IsDefaultShell() && (settings.IsUninitialized() || settings.IsDisabled());

    public static bool HasConfiguration(this ShellSettings settings) => settings is { ShellConfiguration: not null };

    public static bool HasUrlPrefix(this ShellSettings settings, string urlPrefix)
        => settings is not null && (settings.RequestUrlPrefix ?? string.Empty).EqualsOrdinalIgnoreCase(urlPrefix?.Trim(' ', '/') ?? string.Empty);

    public static bool HasUrlHost(this ShellSettings settings, string urlHost)
        => settings.HasUrlHost(urlHost?.Split(ShellSettings.HostSeparators, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>Whether the tenant has one of <paramref name="urlHosts"/>; none given matches a tenant that has none.</summary>
    public static bool HasUrlHost(this ShellSettings settings, string[] urlHosts)
    {
        if (settings is null)
            return false;

        var own = settings.RequestUrlHosts;
        return urlHosts.Length == 0 ? own.Length == 0 : own.Intersect(urlHosts, StringComparer.OrdinalIgnoreCase).Any();
    }

    public static ShellSettings AsDefaultShell(this ShellSettings settings)
    {
        settings.Name = ShellSettings.DefaultShellName;
        return settings;
    }

    public static ShellSettings AsUninitialized(this ShellSettings settings) => settings.As(TenantState.Uninitialized);

    public static ShellSettings AsInitializing(this ShellSettings settings) => settings.As(TenantState.Initializing);

    public static ShellSettings AsRunning(this ShellSettings settings) => settings.As(TenantState.Running);

    public static ShellSettings AsDisabled(this ShellSettings settings) => settings.As(TenantState.Disabled);

    public static ShellSettings AsDisposable(this ShellSettings settings)
    {
        settings.Disposable = true;
        return settings;
    }

    private static ShellSettings As(this ShellSettings settings, TenantState state)
    {
        settings.State = state;
        return settings;
    }
}
