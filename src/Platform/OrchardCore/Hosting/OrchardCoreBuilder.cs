using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Modules;
using PropertySuite.Platform.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what every tenant of the application has.</summary>
public class OrchardCoreBuilder
{
    public OrchardCoreBuilder(IServiceCollection services)
    {
        ApplicationServices = services;
        Options = services.LastOrDefault(descriptor => descriptor.ServiceType == typeof(OrchardCoreOptions))?.ImplementationInstance as OrchardCoreOptions
            ?? new OrchardCoreOptions(services);
    }

    public IServiceCollection ApplicationServices { get; }

    internal OrchardCoreOptions Options { get; }

    /// <summary>Adds a start-up class that runs in every tenant, whatever its features.</summary>
    public OrchardCoreBuilder RegisterStartup<T>()
        where T : class, IStartup
    {
        Options.Startups.Add(typeof(T));
        return this;
    }

    /// <param name="configure">Is given the services of every tenant, and the host's provider.</param>
    public OrchardCoreBuilder ConfigureServices(Action<IServiceCollection, IServiceProvider> configure, int order = 0)
    {
        Options.ServiceActions.Add((order, configure));
        return this;
    }

    public OrchardCoreBuilder ConfigureServices(Action<IServiceCollection> configure, int order = 0)
        => ConfigureServices((services, _) => configure(services), order);

    public OrchardCoreBuilder Configure(Action<IApplicationBuilder, IEndpointRouteBuilder, IServiceProvider> configure, int order = 0)
        => Configure(
            (app, routes, services) =>
            {
                configure(app, routes, services);
                return ValueTask.CompletedTask;
            },
            order);

    public OrchardCoreBuilder Configure(Action<IApplicationBuilder, IEndpointRouteBuilder> configure, int order = 0)
        => Configure((app, routes, _) => configure(app, routes), order);

    public OrchardCoreBuilder Configure(Action<IApplicationBuilder> configure, int order = 0)
        => Configure((app, _, _) => configure(app), order);

    public OrchardCoreBuilder Configure(Func<IApplicationBuilder, IEndpointRouteBuilder, IServiceProvider, ValueTask> configureAsync, int order = 0)
    {
        Options.PipelineActions.Add((order, configureAsync));
        return this;
    }

    public OrchardCoreBuilder Configure(Func<IApplicationBuilder, IEndpointRouteBuilder, ValueTask> configureAsync, int order = 0)
        => Configure((app, routes, _) => configureAsync(app, routes), order);

    public OrchardCoreBuilder Configure(Func<IApplicationBuilder, ValueTask> configureAsync, int order = 0)
        => Configure((app, _, _) => configureAsync(app), order);

    /// <summary>Gives every tenant the feature.</summary>
    public OrchardCoreBuilder EnableFeature(string id)
    {
        Options.GlobalFeatures.Add(id);
        return this;
    }
}

public static class OrchardCoreBuilderExtensions
{
    /// <summary>Gives every tenant the features.</summary>
    public static OrchardCoreBuilder AddGlobalFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        builder.Options.GlobalFeatures.UnionWith(featureIds);
        return builder;
    }

    /// <summary>Gives every tenant that is set up the features.</summary>
    public static OrchardCoreBuilder AddTenantFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        builder.Options.TenantFeatures.UnionWith(featureIds);
        return builder;
    }

    /// <summary>Gives a tenant the features while it is being set up.</summary>
    public static OrchardCoreBuilder AddSetupFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        builder.Options.SetupFeatures.UnionWith(featureIds);
        return builder;
    }
}
