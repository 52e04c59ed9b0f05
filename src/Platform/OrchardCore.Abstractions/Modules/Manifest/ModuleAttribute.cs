namespace OrchardCore.Modules.Manifest;

/// <summary>Names a module, in its <c>Manifest.cs</c>. A module is itself a feature with the module's id.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false, Inherited = false)]
public class ModuleAttribute : FeatureAttribute
{
    public ModuleAttribute()
    {
    }

    public ModuleAttribute(
        string id,
        string name,
        string type,
        string category,
        string priority,
        string description,
        string author,
        string semVer,
        string websiteUrl,
        string featureDependencies,
        string tags,
        object defaultTenant,
        object alwaysEnabled,
        object enabledByDependencyOnly)
        : base(id, name, category, priority, description, featureDependencies, defaultTenant, alwaysEnabled, enabledByDependencyOnly)
    {
        Type = string.IsNullOrWhiteSpace(type) ? "Module" : type.Trim();
        Author = author ?? string.Empty;
        Website = websiteUrl ?? string.Empty;
        Version = string.IsNullOrWhiteSpace(semVer) ? "0.0" : semVer.Trim();
        Tags = Split(tags);
    }

    /// <summary><c>Module</c> or <c>Theme</c>.</summary>
    public virtual string Type { get; protected set; } = "Module";

    public virtual string Author { get; set; } = string.Empty;

    public virtual string Website { get; set; } = string.Empty;

    public virtual string Version { get; set; } = "0.0";

    public virtual string[] Tags { get; set; } = [];

    /// <summary>The features that the assembly declares beside the module itself; filled when the module is read.</summary>
    public virtual List<FeatureAttribute> Features { get; } = [];
}
