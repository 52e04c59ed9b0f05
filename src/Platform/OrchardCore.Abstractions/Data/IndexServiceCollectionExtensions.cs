using Microsoft.Extensions.DependencyInjection;
using YesSql.Indexes;

namespace OrchardCore.Data;

public static class IndexServiceCollectionExtensions
{
    /// <summary>Registers a provider that lives as long as the tenant's store.</summary>
    public static IServiceCollection AddIndexProvider<TIndexProvider>(this IServiceCollection services)
        where TIndexProvider : class, IIndexProvider =>
        services.AddSingleton<IIndexProvider, TIndexProvider>();

    /// <summary>Registers a provider that is made for each scope and so may take scoped services.</summary>
    public static IServiceCollection AddScopedIndexProvider<TScopedIndexProvider>(this IServiceCollection services)
        where TScopedIndexProvider : class, IScopedIndexProvider =>
        services.AddScoped<IScopedIndexProvider, TScopedIndexProvider>();
}
