using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Platform.Modules;

namespace PropertySuite.Platform.Shells;

/// <summary>A start-up class, the feature it belongs to, and the rule that it may not keep services.</summary>
internal sealed record StartupEntry(Type Type, FeatureInfo? Feature)
{
    /// <summary>The start-up classes of the features, in their order.</summary>
    public static IReadOnlyList<StartupEntry> Find(ExtensionManager extensions, IReadOnlyList<FeatureInfo> features)
    {
        var enabled = features.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. features.SelectMany(feature => extensions.GetTypesForFeature(feature)
                .Where(type => typeof(IStartup).IsAssignableFrom(type) && type is { IsAbstract: false, IsClass: true })
                .Where(type => RequireFeaturesAttribute.GetRequiredFeatureNamesForType(type).All(enabled.Contains))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => new StartupEntry(type, feature))),
        ];
    }

    /// <exception cref="InvalidOperationException">The class, or a lambda in it, keeps a service provider.</exception>
    public IStartup Create(IServiceProvider services)
    {
        RefuseKeptServices(Type);
        return (IStartup)ActivatorUtilities.CreateInstance(services, Type);
    }

    /// <summary>
    /// The pipeline is shared by tenants, so a start-up class that keeps the provider it is handed would answer one
    /// tenant with another's services. Fields of the class and of the closures of its lambdas are looked at.
    /// </summary>
    public static void RefuseKeptServices(Type startup)
    {
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var kept = startup.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(IsClosure).Prepend(startup)
            .SelectMany(type => type.GetFields(Fields))
            .FirstOrDefault(field => typeof(IServiceProvider).IsAssignableFrom(field.FieldType) || typeof(IApplicationBuilder).IsAssignableFrom(field.FieldType));
        if (kept is not null)
        {
            throw new InvalidOperationException(
                $"{startup.FullName} keeps '{kept.Name}' ({kept.FieldType.Name}). Tenants with the same features share it: take services from the request instead.");
        }
    }

    // Closures, not the state machines of async methods, which hold a parameter only while they run.
    private static bool IsClosure(Type type) => type.Name.Contains("DisplayClass", StringComparison.Ordinal);
}
