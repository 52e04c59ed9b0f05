using System.Globalization;
using System.Reflection;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Modules.Manifest;

namespace PropertySuite.Platform.Modules;

/// <summary>A module as its assembly declares it.</summary>
internal sealed class ModuleInfo : IExtensionInfo, IManifestInfo
{
    private ModuleInfo(string id, Assembly? assembly, ModuleAttribute manifest)
    {
        Id = id;
        Assembly = assembly;
        ModuleInfoAttribute = manifest;
    }

    public string Id { get; }

    public string SubPath => "Areas/" + Id;

    public IManifestInfo Manifest => this;

    public IEnumerable<IFeatureInfo> Features => FeatureList;

    public bool Exists => Assembly is not null;

    public Assembly? Assembly { get; }

    public IReadOnlyList<FeatureInfo> FeatureList { get; private set; } = [];

    public bool IsTheme => Type.Equals("Theme", StringComparison.OrdinalIgnoreCase);

    /// <summary>The theme that this one is built on; null for modules and for themes of their own.</summary>
    public string? BaseTheme { get; private set; }

    public string Name => ModuleInfoAttribute.Name is { Length: > 0 } name ? name : Id;

    public string Description => ModuleInfoAttribute.Description;

    public string Type => ModuleInfoAttribute.Type;

    public string Author => ModuleInfoAttribute.Author;

    public string Website => ModuleInfoAttribute.Website;

    public string Version => ModuleInfoAttribute.Version;

    public IEnumerable<string> Tags => ModuleInfoAttribute.Tags;

    ModuleAttribute IManifestInfo.ModuleInfo => ModuleInfoAttribute;

    private ModuleAttribute ModuleInfoAttribute { get; }

    public static ModuleInfo Missing(string id) => new(id, null, new ModuleAttribute());

    /// <summary>Null when the assembly is no module.</summary>
    public static ModuleInfo? Read(Assembly assembly)
    {
        var declared = assembly.GetCustomAttributes<ModuleAttribute>().ToArray();
        var manifest = declared.FirstOrDefault(attribute => attribute is not ModuleMarkerAttribute) ?? declared.FirstOrDefault();
        if (manifest is null)
            return null;

        var name = assembly.GetName().Name!;
        var module = new ModuleInfo(manifest.Id is { Length: > 0 } id ? id : name, assembly, manifest)
        {
            BaseTheme = manifest.GetType().GetProperty("BaseTheme")?.GetValue(manifest) as string is { Length: > 0 } baseTheme ? baseTheme : null,
        };

        var features = assembly.GetCustomAttributes<FeatureAttribute>().Where(attribute => attribute is not ModuleAttribute).ToList();
        manifest.Features.AddRange(features);
        var list = features.Select(attribute => new FeatureInfo(module, attribute, attribute.Id is { Length: > 0 } own ? own : module.Id)).ToList();
        if (!list.Exists(feature => feature.Id == module.Id))
            list.Insert(0, new FeatureInfo(module, manifest, module.Id));
        module.FeatureList = list;
        return module;
    }
}

/// <summary>A feature as its module's manifest declares it.</summary>
internal sealed class FeatureInfo(ModuleInfo module, FeatureAttribute attribute, string id) : IFeatureInfo
{
    public string Id { get; } = id;

    public string Name { get; } = attribute.Name is { Length: > 0 } name ? name : id;

    public int Priority { get; } = int.TryParse(attribute.Priority, NumberStyles.Integer, CultureInfo.InvariantCulture, out var priority) ? priority : 0;

    public string Category { get; } = attribute.Category;

    public string Description { get; } = attribute.Description;

    public bool DefaultTenantOnly { get; } = attribute.DefaultTenantOnly;

    public IExtensionInfo Extension => Module;

    public ModuleInfo Module { get; } = module;

    public string[] Dependencies { get; } = attribute.Dependencies;

    public bool IsAlwaysEnabled { get; } = attribute.IsAlwaysEnabled;

    public bool EnabledByDependencyOnly { get; } = attribute.EnabledByDependencyOnly;

    public override string ToString() => Id;
}
