using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Hosting;

/// <summary>
/// The host's services that tenants see, as instances that belong to the host: logging, configuration, environment, the
/// clock, and every singleton that the application itself has registered.
/// </summary>
internal sealed class HostServices(IServiceProvider host, OrchardCoreOptions options)
{
    private static readonly Type[] s_framework =
    [
        typeof(ILoggerFactory), typeof(IConfiguration), typeof(IHostEnvironment), typeof(IWebHostEnvironment), typeof(IHostApplicationLifetime),
        typeof(IHttpContextAccessor), typeof(TimeProvider), typeof(DiagnosticListener), typeof(DiagnosticSource), typeof(ActivitySource),
        typeof(IMeterFactory), typeof(DistributedContextPropagator), typeof(ObjectPoolProvider),
    ];

    private readonly Lazy<ServiceDescriptor[]> _descriptors = new(() => Collect(host, options));

    public IServiceProvider Provider => host;

    public void AddTo(IServiceCollection services)
    {
        services.AddOptions();
        services.Add(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        foreach (var descriptor in _descriptors.Value)
            services.Add(descriptor);
    }

    private static ServiceDescriptor[] Collect(IServiceProvider host, OrchardCoreOptions options)
    {
        var result = new List<ServiceDescriptor>();
        foreach (var type in s_framework)
        {
            if (host.GetService(type) is { } instance)
                result.Add(new ServiceDescriptor(type, instance));
        }

        foreach (var group in options.ApplicationServices
            .Where(descriptor => descriptor is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false } && !descriptor.ServiceType.IsGenericTypeDefinition && IsOwn(descriptor.ServiceType))
            .GroupBy(descriptor => descriptor.ServiceType))
        {
            foreach (var instance in host.GetServices(group.Key))
                result.Add(new ServiceDescriptor(group.Key, instance!));
        }

        result.Add(new ServiceDescriptor(typeof(IOptions<ShellOptions>), host.GetRequiredService<IOptions<ShellOptions>>()));
        return [.. result];
    }

    private static bool IsOwn(Type type)
        => type.Namespace is { } name
            && !name.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !name.StartsWith("System", StringComparison.Ordinal)
            && type != typeof(HostServices);
}
