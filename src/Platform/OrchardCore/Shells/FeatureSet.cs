using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Mvc;

namespace PropertySuite.Platform.Shells;

/// <summary>
/// What tenants with the same features and route settings share: MVC, routing, views, what else depends on the modules
/// only, and the request pipeline. Tenants are told apart by the services of the request.
/// </summary>
internal sealed class FeatureSet
{
    private readonly HostServices _host;
    private readonly TenantServices _composer;
    private readonly IReadOnlyList<ServiceDescriptor> _framework;
    private readonly Dictionary<Type, object[]> _shared = [];
    private Lazy<Task<RequestDelegate>> _pipeline;

    public FeatureSet(string key, IReadOnlyList<FeatureInfo> features, ShellConfiguration configuration, HostServices host, TenantServices composer, ExtensionManager extensions)
    {
        Key = key;
        _pipeline = BuildLater();
        Features = features;
        _host = host;
        _composer = composer;
        Configuration = configuration;
        Startups = StartupEntry.Find(extensions, features);
        Dependencies = features.SelectMany(feature => extensions.GetTypesForFeature(feature).Select(type => (type, feature)))
            .ToDictionary(pair => pair.type, pair => (IEnumerable<IFeatureInfo>)[pair.feature]);

        var services = new ServiceCollection();
        host.AddTo(services);
        services.AddSingleton(this);
        services.AddSingleton<IShellConfiguration>(configuration);

        var start = services.Count;
        services.AddSharedMvc(this, extensions);
        var framework = services.Skip(start).ToArray();

        composer.Compose(services, this, configuration, note: extensions.NoteRegistration);
        SharedMvc.RefuseTenantServices(services);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = false, ValidateOnBuild = false });

        _framework = [.. framework.Select(descriptor => Share(descriptor, services))];
        foreach (var type in services.OfType<FeatureSetServiceDescriptor>().Select(descriptor => descriptor.ServiceType).Distinct())
            _shared[type] = [.. Services.GetServices(type)!];
    }

    /// <summary>The sorted ids of the features and the settings that routes depend on.</summary>
    public string Key { get; }

    public IReadOnlyList<FeatureInfo> Features { get; }

    /// <summary>The host's configuration with the tenants' route settings.</summary>
    public IShellConfiguration Configuration { get; }

    public IReadOnlyList<StartupEntry> Startups { get; }

    /// <summary>The types of the enabled features.</summary>
    public IDictionary<Type, IEnumerable<IFeatureInfo>> Dependencies { get; }

    /// <summary>The shared services. Nothing of a tenant can be had from them.</summary>
    public IServiceProvider Services { get; }

    public static string KeyOf(IEnumerable<FeatureInfo> features, IShellConfiguration configuration)
        => string.Join(';', features.Select(feature => feature.Id)) + "|" + configuration[AdminPrefixKey];

    public const string AdminPrefixKey = "OrchardCore_Admin:AdminUrlPrefix";

    /// <summary>The services of one tenant.</summary>
    public ServiceProvider BuildTenant(ShellSettings settings, string siteFolder, bool validateScopes)
    {
        var services = new ServiceCollection();
        _host.AddTo(services);
        services.AddSingleton(this);
        services.AddSingleton(settings);
        services.AddSingleton(settings.ShellConfiguration);
        services.AddSingleton(new SiteFolder(siteFolder));
        foreach (var descriptor in _framework)
            ((ICollection<ServiceDescriptor>)services).Add(descriptor);

        _composer.Compose(services, this, settings.ShellConfiguration, settings);
        UseShared(services);
        TenantSecurity.Add(services, settings, siteFolder);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = validateScopes, ValidateOnBuild = false });
    }

    /// <summary>The request pipeline, built at the first request to any of the tenants; built again when that failed.</summary>
    public async ValueTask<RequestDelegate> GetPipelineAsync()
    {
        var building = _pipeline;
        try
        {
            return await building.Value;
        }
        catch
        {
            Interlocked.CompareExchange(ref _pipeline, BuildLater(), building);
            throw;
        }
    }

    private Lazy<Task<RequestDelegate>> BuildLater() => new(() => TenantPipeline.BuildAsync(this, _composer));

    // Framework singletons are handed on as instances, which a tenant's provider does not dispose.
    private ServiceDescriptor Share(ServiceDescriptor descriptor, ServiceCollection all)
    {
        if (!SharedMvc.IsShared(descriptor) || descriptor.ImplementationInstance is not null)
            return descriptor;

        var position = all.Where(other => !other.IsKeyedService && other.ServiceType == descriptor.ServiceType).ToList().IndexOf(descriptor);
        return position < 0 ? descriptor : new ServiceDescriptor(descriptor.ServiceType, Services.GetServices(descriptor.ServiceType).ElementAt(position)!);
    }

    private void UseShared(ServiceCollection services)
    {
        var positions = new Dictionary<Type, int>();
        for (var i = 0; i < services.Count; i++)
        {
            if (!_shared.TryGetValue(services[i].ServiceType, out var instances))
                continue;

            var type = services[i].ServiceType;
            var position = positions.TryGetValue(type, out var used) ? used : 0;
            positions[type] = position + 1;
            if (services[i] is FeatureSetServiceDescriptor && position < instances.Length)
                services[i] = new ServiceDescriptor(type, instances[position]);
        }
    }
}
