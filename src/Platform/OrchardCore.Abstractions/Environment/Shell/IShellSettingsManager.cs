namespace OrchardCore.Environment.Shell;

/// <summary>Reads and writes the settings of tenants: <c>tenants.json</c> and each tenant's <c>appsettings.json</c>.</summary>
public interface IShellSettingsManager
{
    ShellSettings CreateDefaultSettings();

    Task<IEnumerable<ShellSettings>> LoadSettingsAsync();

    Task<IEnumerable<string>> LoadSettingsNamesAsync();

    /// <summary>Settings for a new tenant of that name when none are stored.</summary>
    Task<ShellSettings> LoadSettingsAsync(string tenant);

    Task SaveSettingsAsync(ShellSettings settings);

    Task RemoveSettingsAsync(ShellSettings settings);
}
