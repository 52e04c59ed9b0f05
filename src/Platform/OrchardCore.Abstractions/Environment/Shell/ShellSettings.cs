using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Environment.Shell.Models;

namespace OrchardCore.Environment.Shell;

/// <summary>One tenant: its name, its addresses, its state, and what is configured for it alone.</summary>
public class ShellSettings : IDisposable
{
    public const string DefaultShellName = "Default";

    public static readonly char[] HostSeparators = [',', ' '];

    private readonly ShellConfiguration _settings;
    private readonly ShellConfiguration _configuration;

    public ShellSettings()
        : this(new ShellConfiguration(), new ShellConfiguration())
    {
    }

    /// <param name="settings">The values kept in <c>tenants.json</c>.</param>
    /// <param name="configuration">Everything else that is configured for the tenant.</param>
    public ShellSettings(ShellConfiguration settings, ShellConfiguration configuration)
    {
        _settings = settings;
        _configuration = configuration;
    }

    /// <summary>A copy that can be changed without the original noticing.</summary>
    public ShellSettings(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = new ShellConfiguration(settings._settings);
        _configuration = new ShellConfiguration(settings._configuration);
        Name = settings.Name;
    }

    public string Name { get; set; } = string.Empty;

    public bool Disposed { get; private set; }

    /// <summary>Whether these settings may be released with the last scope that uses them.</summary>
    public bool Disposable { get; internal set; }

    /// <summary>Changes each time the settings are saved.</summary>
    public string? VersionId
    {
        get => _settings["VersionId"];
        set
        {
            // The first version names the tenant for good.
            if (string.IsNullOrEmpty(_settings["TenantId"]))
                _settings["TenantId"] = _settings["VersionId"] ?? value;
            _settings["VersionId"] = value;
        }
    }

    /// <summary>Given once, when the tenant is first saved, and never changed.</summary>
    public string TenantId => _settings["TenantId"] ?? _settings["VersionId"] ?? string.Empty;

    /// <summary>One or more host names, separated by commas or spaces; empty when the tenant has none of its own.</summary>
    public string? RequestUrlHost
    {
        get => _settings["RequestUrlHost"];
        set => _settings["RequestUrlHost"] = value;
    }

    public string[] RequestUrlHosts
        => RequestUrlHost?.Split(HostSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The first segment of the tenant's addresses; empty when it answers at the root.</summary>
    public string? RequestUrlPrefix
    {
        get => _settings["RequestUrlPrefix"]?.Trim(' ', '/');
        set => _settings["RequestUrlPrefix"] = value;
    }

    public TenantState State
    {
        get => Enum.TryParse<TenantState>(_settings["State"], true, out var state) ? state : TenantState.Uninitialized;
        set => _settings["State"] = value.ToString();
    }

    /// <summary>The configuration that the tenant sees, rooted at <c>OrchardCore</c>.</summary>
    public IShellConfiguration ShellConfiguration => _configuration;

    public string? this[string key]
    {
        get => _configuration[key];
        set => _configuration[key] = value;
    }

    internal IEnumerable<KeyValuePair<string, string?>> StoredValues => _settings.OwnValues;

    internal IEnumerable<KeyValuePair<string, string?>> ConfiguredValues => _configuration.OwnValues;

    public Task EnsureConfigurationAsync() => Task.CompletedTask;

    public void Dispose()
    {
        if (Disposed)
            return;
        Disposed = true;
        _settings.Release();
        _configuration.Release();
        GC.SuppressFinalize(this);
    }
}
