#nullable enable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Platform.Resources;

internal static class ResourceManagementServices
{
    internal static IServiceCollection AddResourceManagementCore(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddScoped<IResourceManager, ResourceManager>();
        services.TryAddScoped<IResourcesTagHelperProcessor, ResourcesTagHelperProcessor>();
        return services;
    }
}
