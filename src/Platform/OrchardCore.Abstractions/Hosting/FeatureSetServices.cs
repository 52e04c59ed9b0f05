using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Hosting;

/// <summary>
/// A singleton that depends on the set of features only: it is made once and shared by all tenants that have these
/// features. It must not take anything that belongs to a tenant.
/// </summary>
internal sealed class FeatureSetServiceDescriptor : ServiceDescriptor
{
    public FeatureSetServiceDescriptor(Type serviceType, Type implementationType)
        : base(serviceType, implementationType, ServiceLifetime.Singleton)
    {
    }

    public FeatureSetServiceDescriptor(Type serviceType, Func<IServiceProvider, object> factory)
        : base(serviceType, factory, ServiceLifetime.Singleton)
    {
    }
}

internal static class FeatureSetServices
{
    public static IServiceCollection AddFeatureSetSingleton<TService, TImplementation>(this IServiceCollection services)
        where TService : class
        where TImplementation : class, TService
    {
        services.Add(new FeatureSetServiceDescriptor(typeof(TService), typeof(TImplementation)));
        return services;
    }

    public static IServiceCollection AddFeatureSetSingleton<TService>(this IServiceCollection services)
        where TService : class
        => services.AddFeatureSetSingleton<TService, TService>();

    public static IServiceCollection AddFeatureSetSingleton<TService>(this IServiceCollection services, Func<IServiceProvider, TService> factory)
        where TService : class
    {
        services.Add(new FeatureSetServiceDescriptor(typeof(TService), factory));
        return services;
    }
}
