using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Hosting;

/// <summary>What <see cref="OrchardCoreBuilder"/> was told.</summary>
internal sealed class OrchardCoreOptions(IServiceCollection applicationServices)
{
    public IServiceCollection ApplicationServices { get; } = applicationServices;

    public List<(int Order, Action<IServiceCollection, IServiceProvider> Action)> ServiceActions { get; } = [];

    public List<(int Order, Func<IApplicationBuilder, IEndpointRouteBuilder, IServiceProvider, ValueTask> Action)> PipelineActions { get; } = [];

    /// <summary>Modules beside those that the application's assembly names.</summary>
    public List<System.Reflection.Assembly> FurtherModules { get; } = [];

    /// <summary>Start-up classes that every tenant has.</summary>
    public List<Type> Startups { get; } = [];

    /// <summary>Features that every tenant has, whether its recipe names them or not.</summary>
    public HashSet<string> GlobalFeatures { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Features that every tenant has after its set-up.</summary>
    public HashSet<string> TenantFeatures { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Features that a tenant has during its set-up.</summary>
    public HashSet<string> SetupFeatures { get; } = new(StringComparer.OrdinalIgnoreCase);
}
