using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Modules.Manifest;
using PropertySuite.Platform.Hosting;
using BoundFeature = OrchardCore.Modules.FeatureAttribute;

namespace PropertySuite.Platform.Modules;

/// <summary>
/// The modules that the application references, read once. Types are told to features by their attribute, a controller
/// also by its area; everything else belongs to its module's own feature.
/// </summary>
internal sealed class ExtensionManager : IExtensionManager, ITypeFeatureProvider
{
    private readonly FrozenDictionary<string, ModuleInfo> _modules;
    private readonly FrozenDictionary<string, FeatureInfo> _features;
    private readonly FrozenDictionary<Assembly, ModuleInfo> _assemblies;
    private readonly IReadOnlyList<FeatureInfo> _ordered;
    private readonly Lazy<ILookup<string, Type>> _typesByFeature;
    private readonly Lazy<FrozenDictionary<Type, FeatureInfo>> _featureByType;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, FeatureInfo> _registered = new();

    public ExtensionManager(IHostEnvironment environment, OrchardCoreOptions options, ILogger<ExtensionManager> logger)
        : this(AssembliesOf(Assembly.Load(new AssemblyName(environment.ApplicationName))).Concat(options.FurtherModules).Distinct(), logger)
    {
    }

    internal ExtensionManager(IEnumerable<Assembly> assemblies, ILogger logger)
        : this([.. assemblies.Select(ModuleInfo.Read).OfType<ModuleInfo>()], logger)
    {
    }

    private ExtensionManager(ModuleInfo[] modules, ILogger logger)
    {
        _modules = modules.ToFrozenDictionary(module => module.Id, StringComparer.OrdinalIgnoreCase);
        _assemblies = modules.ToFrozenDictionary(module => module.Assembly!);
        _ordered = FeatureOrder.Sort(modules.SelectMany(module => module.FeatureList));
        _features = _ordered.ToFrozenDictionary(feature => feature.Id, StringComparer.OrdinalIgnoreCase);
        _featureByType = new(() => modules.SelectMany(MapTypes).ToFrozenDictionary(pair => pair.Key, pair => pair.Value));
        _typesByFeature = new(() => _featureByType.Value.ToLookup(pair => pair.Value.Id, pair => pair.Key));

        foreach (var feature in _ordered)
        {
            foreach (var missing in FeatureOrder.DependenciesOf(feature).Where(id => !_features.ContainsKey(id)))
                logger.LogWarning("The feature {Feature} depends on {Missing}, which no module of this application declares", feature.Id, missing);
        }
    }

    /// <summary>The modules in the order of their own features.</summary>
    public IEnumerable<ModuleInfo> Modules => _ordered.Select(feature => feature.Module).Distinct();

    public IExtensionInfo GetExtension(string extensionId)
        => extensionId is not null && _modules.TryGetValue(extensionId, out var module) ? module : ModuleInfo.Missing(extensionId ?? string.Empty);

    public IEnumerable<IExtensionInfo> GetExtensions() => Modules;

    public Task<ExtensionEntry> LoadExtensionAsync(IExtensionInfo extensionInfo)
        => Task.FromResult(new ExtensionEntry
        {
            ExtensionInfo = extensionInfo,
            IsError = !extensionInfo.Exists,
            ExportedTypes = extensionInfo is ModuleInfo { Assembly: { } assembly } ? TypesOf(assembly) : [],
        });

    public IEnumerable<IFeatureInfo> GetFeatures() => _ordered;

    public IEnumerable<IFeatureInfo> GetFeatures(string[] featureIdsToLoad) => WithDependencies(featureIdsToLoad);

    public IEnumerable<IFeatureInfo> GetFeatureDependencies(string featureId) => WithDependencies([featureId]);

    public IEnumerable<IFeatureInfo> GetDependentFeatures(string featureId)
        => _ordered.Where(feature => WithDependencies([feature.Id]).Any(needed => needed.Id.Equals(featureId, StringComparison.OrdinalIgnoreCase)));

    public Task<IEnumerable<IFeatureInfo>> LoadFeaturesAsync() => Task.FromResult(GetFeatures());

    public Task<IEnumerable<IFeatureInfo>> LoadFeaturesAsync(string[] featureIdsToLoad) => Task.FromResult(GetFeatures(featureIdsToLoad));

    public IReadOnlyList<FeatureInfo> WithDependencies(IEnumerable<string> featureIds)
    {
        var wanted = new HashSet<FeatureInfo>();
        foreach (var id in featureIds)
            Add(id);
        return [.. _ordered.Where(wanted.Contains)];

        void Add(string id)
        {
            if (_features.TryGetValue(id, out var feature) && wanted.Add(feature))
            {
                foreach (var dependency in FeatureOrder.DependenciesOf(feature))
                    Add(dependency);
            }
        }
    }

    public bool HasFeature(string id) => _features.ContainsKey(id);

    public IExtensionInfo GetExtensionForDependency(Type dependency)
        => _assemblies.TryGetValue(dependency.Assembly, out var module)
            ? module
            : throw new InvalidOperationException($"The type {dependency} belongs to no module.");

    public IFeatureInfo GetFeatureForDependency(Type dependency)
        => FeatureOf(dependency) ?? throw new InvalidOperationException($"The type {dependency} belongs to no module.");

    public IEnumerable<IFeatureInfo> GetFeaturesForDependency(Type dependency) => FeatureOf(dependency) is { } feature ? [feature] : [];

    public IEnumerable<Type> GetTypesForFeature(IFeatureInfo feature) => _typesByFeature.Value[feature.Id];

    public FeatureInfo? FeatureOf(Type type)
        => _registered.TryGetValue(type, out var registered) ? registered
            : _featureByType.Value.TryGetValue(type, out var feature) ? feature
            : type.DeclaringType is { } declaring ? FeatureOf(declaring)
            : _assemblies.TryGetValue(type.Assembly, out var module) ? module.FeatureList.First(own => own.Id == module.Id)
            : null;

    /// <summary>A type without an attribute of its own belongs to the feature whose start-up class registers it.</summary>
    public void NoteRegistration(Type type, FeatureInfo feature)
    {
        if (type.Assembly == feature.Module.Assembly && type.GetCustomAttribute<BoundFeature>(false) is null)
            _registered.TryAdd(type, feature);
    }

    public static IEnumerable<Assembly> AssembliesOf(Assembly application)
        => application.GetCustomAttributes<ModuleNameAttribute>().Select(name => Assembly.Load(new AssemblyName(name.Name)));

    private static IEnumerable<KeyValuePair<Type, FeatureInfo>> MapTypes(ModuleInfo module)
    {
        var own = module.FeatureList.First(feature => feature.Id == module.Id);
        foreach (var type in TypesOf(module.Assembly!))
        {
            if (!type.IsClass || FeatureTypeDiscoveryAttribute.GetFeatureTypeDiscoveryForType(type)?.SkipExtension == true)
                continue;

            var feature = own;
            if (type.GetCustomAttribute<BoundFeature>(false)?.FeatureName is { } name)
            {
                feature = module.FeatureList.FirstOrDefault(declared => declared.Id == name)
                    ?? throw new InvalidOperationException($"{type} is bound to the feature '{name}', which the manifest of {module.Id} does not declare.");
            }
            else if (type.GetCustomAttribute<AreaAttribute>()?.RouteValue is { } area)
            {
                feature = module.FeatureList.FirstOrDefault(declared => declared.Id == area) ?? own;
            }

            yield return new(type, feature);
        }
    }

    private static Type[] TypesOf(Assembly assembly) => assembly.GetTypes();
}
