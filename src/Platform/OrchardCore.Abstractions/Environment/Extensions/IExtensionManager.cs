using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Modules.Manifest;

namespace OrchardCore.Environment.Extensions;

/// <summary>The modules, themes and features of the application.</summary>
public interface IExtensionManager
{
    /// <summary>One that does not <see cref="IExtensionInfo.Exists"/> when the id is unknown.</summary>
    IExtensionInfo GetExtension(string extensionId);

    IEnumerable<IExtensionInfo> GetExtensions();

    Task<ExtensionEntry> LoadExtensionAsync(IExtensionInfo extensionInfo);

    /// <summary>All features, each after those it depends on.</summary>
    IEnumerable<IFeatureInfo> GetFeatures();

    /// <summary>The named features and what they depend on, each after those it depends on. Unknown ids are left out.</summary>
    IEnumerable<IFeatureInfo> GetFeatures(string[] featureIdsToLoad);

    /// <summary>The feature and all that it depends on, directly or not.</summary>
    IEnumerable<IFeatureInfo> GetFeatureDependencies(string featureId);

    /// <summary>The feature and all that depend on it, directly or not.</summary>
    IEnumerable<IFeatureInfo> GetDependentFeatures(string featureId);

    Task<IEnumerable<IFeatureInfo>> LoadFeaturesAsync();

    Task<IEnumerable<IFeatureInfo>> LoadFeaturesAsync(string[] featureIdsToLoad);
}

/// <summary>A module or a theme.</summary>
public interface IExtensionInfo
{
    string Id { get; }

    /// <summary>Where its files are: <c>Areas/{id}</c>.</summary>
    string SubPath { get; }

    IManifestInfo Manifest { get; }

    IEnumerable<IFeatureInfo> Features { get; }

    bool Exists { get; }
}

/// <summary>What a module says of itself.</summary>
public interface IManifestInfo
{
    bool Exists { get; }

    string Name { get; }

    string Description { get; }

    string Type { get; }

    string Author { get; }

    string Website { get; }

    string Version { get; }

    IEnumerable<string> Tags { get; }

    ModuleAttribute ModuleInfo { get; }
}

/// <summary>A module and the types it exports.</summary>
public class ExtensionEntry
{
    public IExtensionInfo ExtensionInfo { get; set; } = null!;

    public bool IsError { get; set; }

    public IEnumerable<Type> ExportedTypes { get; set; } = [];
}

/// <summary>Which feature a type belongs to.</summary>
public interface ITypeFeatureProvider
{
    /// <exception cref="InvalidOperationException">The type belongs to no module.</exception>
    IExtensionInfo GetExtensionForDependency(Type dependency);

    /// <exception cref="InvalidOperationException">The type belongs to no module.</exception>
    IFeatureInfo GetFeatureForDependency(Type dependency);

    /// <summary>Empty when the type belongs to no module.</summary>
    IEnumerable<IFeatureInfo> GetFeaturesForDependency(Type dependency);

    IEnumerable<Type> GetTypesForFeature(IFeatureInfo feature);
}

/// <summary>Tells the type scan to leave a type out, or to count it for one feature only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false)]
public class FeatureTypeDiscoveryAttribute : Attribute
{
    public bool SkipExtension { get; set; }

    public bool SingleFeatureOnly { get; set; }

    public static FeatureTypeDiscoveryAttribute? GetFeatureTypeDiscoveryForType(Type type)
        => (FeatureTypeDiscoveryAttribute?)GetCustomAttribute(type, typeof(FeatureTypeDiscoveryAttribute));
}
