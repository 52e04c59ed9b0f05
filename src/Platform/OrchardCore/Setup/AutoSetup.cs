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
            foreach (var value in site.GetChildren().Where(child => !string.IsNullOrEmpty(child.Value)))
                context.Properties[NameOf(value.Key)] = value.Value!;

            await setup.SetupAsync(context);
            if (context.Errors.Count > 0)
                errors[name] = string.Join(" ", context.Errors.Values);
        }

        return errors;
    }

    // Names of the configuration are those of the set-up, in whatever case; recipes read further ones as parameters.
    private static string NameOf(string key)
        => s_names.FirstOrDefault(name => name.Equals(key, StringComparison.OrdinalIgnoreCase)) ?? key;

    private static readonly string[] s_names =
    [
        SetupConstants.SiteName, SetupConstants.SiteTimeZone, SetupService.SiteCulture, SetupConstants.AdminUsername, SetupConstants.AdminUserId, SetupConstants.AdminEmail, SetupConstants.AdminPassword,
        SetupConstants.DatabaseProvider, SetupConstants.DatabaseConnectionString, SetupConstants.DatabaseTablePrefix, SetupConstants.DatabaseName,
        SetupConstants.DatabaseSchema, SetupConstants.FeatureProfile, SetupService.RecipeName,
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
