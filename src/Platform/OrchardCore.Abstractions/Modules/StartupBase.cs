using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Modules;

/// <summary>What a feature brings: services and its part of the request pipeline.</summary>
public interface IStartup
{
    /// <summary>Order of <see cref="ConfigureServices"/> among the enabled features; lower runs earlier.</summary>
    int Order { get; }

    /// <summary>Order of <see cref="Configure"/>; see <see cref="OrchardCoreConstants.ConfigureOrder"/>.</summary>
    int ConfigureOrder { get; }

    void ConfigureServices(IServiceCollection services);

    /// <summary>
    /// Builds the pipeline. It is shared by all tenants with the same features, so <paramref name="serviceProvider"/>
    /// must not be kept: what belongs to a tenant comes from the request's services.
    /// </summary>
    void Configure(IApplicationBuilder builder, IEndpointRouteBuilder routes, IServiceProvider serviceProvider);
}

/// <summary>A start-up class that builds its part of the pipeline asynchronously.</summary>
public interface IAsyncStartup
{
    ValueTask ConfigureAsync(IApplicationBuilder builder, IEndpointRouteBuilder routes, IServiceProvider serviceProvider);
}

/// <summary>The usual base of a module's <c>Startup</c>.</summary>
public abstract class StartupBase : IStartup, IAsyncStartup
{
    public virtual int Order { get; } = OrchardCoreConstants.ConfigureOrder.Default;

    public virtual int ConfigureOrder => Order;

    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
    }

    public virtual ValueTask ConfigureAsync(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        => ValueTask.CompletedTask;
}
