using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PropertySuite.Platform.Json;

namespace System.Text.Json.Serialization;

/// <summary>Registers types that are stored under a base type.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Lets a document hold a <typeparamref name="TDerived"/> where it declares a <typeparamref name="TBase"/>;
    /// the JSON tells them apart by <c>$type</c>, which is <c>Namespace.Type, Assembly</c>.
    /// </summary>
    public static IServiceCollection AddJsonDerivedTypeInfo<TDerived, TBase>(this IServiceCollection services)
        where TDerived : class
        where TBase : class
    {
        services.TryAddSingleton<DocumentJson>();
        return services.Configure<JsonDerivedTypesOptions>(options =>
        {
            if (!options.ByBase.TryGetValue(typeof(TBase), out var derived)) options.ByBase[typeof(TBase)] = derived = [];
            derived.Add(new JsonDerivedType(typeof(TDerived), $"{typeof(TDerived).FullName}, {typeof(TDerived).Assembly.GetName().Name}"));
        });
    }
}
