using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using PropertySuite.Platform.Cms;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;

namespace PropertySuite.Platform.Shells;

/// <summary>Puts together what a tenant's features register, in their order.</summary>
internal sealed class TenantServices(HostServices host, OrchardCoreOptions options)
{
    /// <param name="configuration">The tenant's, or, for what is shared, the host's.</param>
    /// <param name="settings">Null for what is shared.</param>
    /// <param name="note">Told which feature registers a type.</param>
    public void Compose(
        IServiceCollection services, FeatureSet set, IShellConfiguration configuration, ShellSettings? settings = null, Action<Type, FeatureInfo>? note = null)
    {
        CmsServices.AddTenantServices(services);

        var provider = new StartupProvider(host.Provider, configuration, settings, services);
        var steps = options.ServiceActions.Select(step => (step.Order, Run: (Action)(() => step.Action(services, host.Provider))))
            .Concat(CreateStartups(set, provider).Select(startup => (startup.Startup.Order, Run: (Action)(() =>
            {
                var before = services.Count;
                startup.Startup.ConfigureServices(services);
                if (note is null || startup.Feature is null)
                    return;
                foreach (var descriptor in services.Skip(before).Where(descriptor => !descriptor.IsKeyedService))
                {
                    if ((descriptor.ImplementationType ?? descriptor.ImplementationInstance?.GetType()) is { } type)
                        note(type, startup.Feature);
                }
            }))));
        foreach (var (_, run) in steps.OrderBy(step => step.Order))
            run();
    }

    /// <summary>The start-up classes of the features, then those that the application has added.</summary>
    public IEnumerable<(IStartup Startup, FeatureInfo? Feature)> CreateStartups(FeatureSet set, IServiceProvider provider)
        => options.Startups.Select(type => new StartupEntry(type, null)).Concat(set.Startups)
            .Select(entry => (entry.Create(provider), entry.Feature))
            .ToArray();

    public IEnumerable<(int Order, Func<Microsoft.AspNetCore.Builder.IApplicationBuilder, Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, IServiceProvider, ValueTask> Action)> PipelineActions
        => options.PipelineActions;

    // What the constructor of a start-up class may ask for: the host's services, the configuration, and options so far.
    private sealed class StartupProvider(IServiceProvider host, IShellConfiguration configuration, ShellSettings? settings, IServiceCollection services)
        : IServiceProvider, IServiceProviderIsService
    {
        private IServiceProvider? _soFar;

        public object? GetService(Type serviceType)
        {
            if (serviceType == typeof(IShellConfiguration))
                return configuration;
            if (serviceType == typeof(ShellSettings))
                return settings ?? new ShellSettings(new ShellConfiguration(), new ShellConfiguration(configuration));
            if (serviceType == typeof(IServiceProviderIsService))
                return this;
            if (serviceType.IsConstructedGenericType && serviceType.Namespace == "Microsoft.Extensions.Options")
                return (_soFar ??= services.BuildServiceProvider()).GetService(serviceType);
            return host.GetService(serviceType) ?? (_soFar ??= services.BuildServiceProvider()).GetService(serviceType);
        }

        public bool IsService(Type serviceType) => GetService(serviceType) is not null;
    }
}
