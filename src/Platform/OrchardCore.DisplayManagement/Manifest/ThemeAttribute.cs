using OrchardCore.Modules.Manifest;

namespace OrchardCore.DisplayManagement.Manifest;

/// <summary>Says that an assembly is a theme, and on which other theme it builds.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false, Inherited = false)]
public class ThemeAttribute : ModuleAttribute
{
    public ThemeAttribute() => Type = "Theme";

    public ThemeAttribute(
        string id,
        string name,
        string baseTheme,
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
        : base(id, name, "Theme", category, priority, description, author, semVer, websiteUrl, featureDependencies, tags, defaultTenant, alwaysEnabled, enabledByDependencyOnly)
        => BaseTheme = baseTheme;

    /// <summary>Id of the theme whose templates and resources are used where this one has none; null for none.</summary>
    public string BaseTheme { get; set; }
}
