namespace OrchardCore.Modules.Manifest;

/// <summary>Declares a feature of a module, in its <c>Manifest.cs</c>. A module may declare several.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public class FeatureAttribute : Attribute
{
    private string? _id;
    private string? _name;

    public FeatureAttribute()
    {
    }

    public FeatureAttribute(
        string id,
        string name,
        string category,
        string priority,
        string description,
        string featureDependencies,
        object defaultTenant,
        object alwaysEnabled,
        object enabledByDependencyOnly)
    {
        _id = id;
        _name = name;
        Category = category ?? string.Empty;
        Priority = priority ?? string.Empty;
        Description = description ?? string.Empty;
        Dependencies = Split(featureDependencies);
        DefaultTenantOnly = ToBoolean(defaultTenant);
        IsAlwaysEnabled = ToBoolean(alwaysEnabled);
        EnabledByDependencyOnly = ToBoolean(enabledByDependencyOnly);
    }

    /// <summary>The characters that may separate ids in a list.</summary>
    protected static char[] ListDelims { get; } = [';', ',', ' '];

    /// <summary>False for the placeholder of a module without a manifest.</summary>
    public virtual bool Exists => Id.Length > 0;

    /// <summary>Never null; empty when the manifest names no id and the module's id is meant.</summary>
    public virtual string Id
    {
        get => _id ?? string.Empty;
        set => _id = value?.Trim();
    }

    /// <summary>The name shown to people; the id when none is given.</summary>
    public virtual string Name
    {
        get => string.IsNullOrEmpty(_name) ? Id : _name;
        set => _name = value;
    }

    public virtual string Description { get; set; } = string.Empty;

    /// <summary>Ids of the features that are enabled with this one.</summary>
    public virtual string[] Dependencies { get; set; } = [];

    /// <summary>A whole number as text; lower starts earlier among features that do not depend on each other.</summary>
    public virtual string Priority { get; set; } = string.Empty;

    public virtual string Category { get; set; } = string.Empty;

    public virtual bool DefaultTenantOnly { get; set; }

    public virtual bool IsAlwaysEnabled { get; set; }

    public virtual bool EnabledByDependencyOnly { get; set; }

    private protected static string[] Split(string? list)
        => list?.Split(ListDelims, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool ToBoolean(object? value) => value switch
    {
        bool flag => flag,
        string text => bool.TryParse(text, out var flag) && flag,
        _ => false,
    };
}
