using OrchardCore.Modules.Manifest;

namespace OrchardCore.DisplayManagement.Manifest;

/// <summary>Names a theme, in its <c>Manifest.cs</c>.</summary>
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
        : base(id, name, "Theme", category, priority, description, author, semVer, websiteUrl, featureDependencies, tags, defaultTenant, alwaysEnabled, enabledByDependencyOnly) =>
        BaseTheme = baseTheme ?? string.Empty;

    /// <summary>Id of the theme whose views serve where this one has none; empty: none.</summary>
    public string BaseTheme { get; set; } = string.Empty;
}
