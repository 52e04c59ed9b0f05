using Microsoft.Extensions.Configuration;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Setup;

/// <summary>Sets up the sites that the configuration names and that are not there yet, the default one first.</summary>
internal sealed class AutoSetup(IConfiguration configuration, ShellHost host, IShellSettingsManager settingsManager, ISetupService setup)
{
    /// <returns>What went wrong, by the name of the site.</returns>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(Action<string>? tell = null)
    {
        await host.InitializeAsync();
        var errors = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var wanted = configuration.GetSection("OrchardCore:OrchardCore_AutoSetup:Tenants").GetChildren()
            .Where(site => !string.IsNullOrEmpty(site["ShellName"]))
            .OrderBy(site => site["ShellName"] != ShellSettings.DefaultShellName);
        foreach (var site in wanted)
        {
            var name = site["ShellName"]!;
            if (host.TryGetSettings(name, out var known) && !known.IsUninitialized())
                continue;

            tell?.Invoke(name);
            var context = new SetupContext { ShellSettings = SettingsOf(name, known, site) };
            foreach (var (key, property) in s_properties)
            {
                if (site[key] is { Length: > 0 } value)
                    context.Properties[property] = value;
            }

            await setup.SetupAsync(context);
            if (context.Errors.Count > 0)
                errors[name] = string.Join(" ", context.Errors.Values);
        }

        return errors;
    }

    private static readonly (string Key, string Property)[] s_properties =
    [
        ("SiteName", SetupConstants.SiteName), ("SiteTimeZone", SetupConstants.SiteTimeZone), ("AdminUsername", SetupConstants.AdminUsername),
        ("AdminEmail", SetupConstants.AdminEmail), ("AdminPassword", SetupConstants.AdminPassword), ("DatabaseProvider", SetupConstants.DatabaseProvider),
        ("DatabaseConnectionString", SetupConstants.DatabaseConnectionString), ("DatabaseTablePrefix", SetupConstants.DatabaseTablePrefix),
        ("DatabaseSchema", SetupConstants.DatabaseSchema), ("FeatureProfile", SetupConstants.FeatureProfile), ("RecipeName", SetupService.RecipeName),
    ];

    private ShellSettings SettingsOf(string name, ShellSettings? known, IConfigurationSection site)
    {
        var settings = known is null ? settingsManager.CreateDefaultSettings() : new ShellSettings(known);
        settings.Name = name;
        settings.RequestUrlHost = site["RequestUrlHost"] ?? settings.RequestUrlHost;
        settings.RequestUrlPrefix = site["RequestUrlPrefix"] ?? settings.RequestUrlPrefix;
        return settings;
    }
}
