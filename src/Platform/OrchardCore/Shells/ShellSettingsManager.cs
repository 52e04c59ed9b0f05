using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OrchardCore;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Environment.Shell.Models;

namespace PropertySuite.Platform.Shells;

/// <summary><c>tenants.json</c> says which tenants there are, and each tenant's <c>appsettings.json</c> what is configured for it.</summary>
internal sealed class ShellSettingsManager(IConfiguration configuration, DataFolder data) : IShellSettingsManager, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IConfigurationSection _host = configuration.GetSection("OrchardCore");

    public ShellSettings CreateDefaultSettings() => new(new ShellConfiguration(), new ShellConfiguration([_host]));

    public async Task<IEnumerable<ShellSettings>> LoadSettingsAsync()
    {
        var tenants = await DataFolder.ReadAsync(data.TenantsFile);
        var result = new List<ShellSettings>();
        foreach (var name in Names(tenants))
            result.Add(Create(name, tenants[name] as JsonObject));
        return result;
    }

    public async Task<IEnumerable<string>> LoadSettingsNamesAsync() => Names(await DataFolder.ReadAsync(data.TenantsFile));

    public async Task<ShellSettings> LoadSettingsAsync(string tenant)
        => Create(tenant, (await DataFolder.ReadAsync(data.TenantsFile))[tenant] as JsonObject);

    public async Task SaveSettingsAsync(ShellSettings settings)
    {
        await _gate.WaitAsync();
        try
        {
            settings.VersionId = IdGenerator.GenerateId();

            var own = new JsonObject();
            foreach (var (key, value) in settings.ConfiguredValues)
            {
                if (value is not null)
                    own[key] = value;
            }

            var file = Path.Combine(data.SiteOf(settings.Name), OrchardCoreConstants.Configuration.ApplicationSettingsFileName);
            if (own.Count > 0 || File.Exists(file))
                await DataFolder.WriteAsync(file, own);

            var tenants = await DataFolder.ReadAsync(data.TenantsFile);
            var entry = new JsonObject();
            foreach (var (key, value) in settings.StoredValues)
            {
                if (!string.IsNullOrEmpty(value))
                    entry[key] = value;
            }

            tenants[settings.Name] = entry;
            await DataFolder.WriteAsync(data.TenantsFile, tenants);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RemoveSettingsAsync(ShellSettings settings)
    {
        await _gate.WaitAsync();
        try
        {
            var tenants = await DataFolder.ReadAsync(data.TenantsFile);
            if (tenants.Remove(settings.Name))
                await DataFolder.WriteAsync(data.TenantsFile, tenants);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    // A tenant may also be declared in the configuration, by a child with a state.
    private IEnumerable<string> Names(JsonObject tenants)
        => tenants.Select(pair => pair.Key)
            .Concat(_host.GetChildren().Where(child => Enum.TryParse<TenantState>(child["State"], true, out _)).Select(child => child.Key))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private ShellSettings Create(string name, JsonObject? stored)
    {
        var values = _host.GetSection(name);
        var settings = new ShellConfiguration();
        foreach (var key in (string[])["VersionId", "TenantId", "RequestUrlHost", "RequestUrlPrefix", "State"])
        {
            if ((stored?[key]?.ToString() ?? values[key]) is { } value)
                settings[key] = value;
        }

        // The tenant's own file may have been made by hand, with sections, so it is read as configuration and not as a list.
        var file = Path.Combine(data.SiteOf(name), OrchardCoreConstants.Configuration.ApplicationSettingsFileName);
        var own = new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build();
        var layered = new ShellConfiguration([_host, values]);
        foreach (var (key, value) in own.AsEnumerable())
        {
            if (value is not null)
                layered[key] = value;
        }

        return new ShellSettings(settings, layered) { Name = name };
    }
}
