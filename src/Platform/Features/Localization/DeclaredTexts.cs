using Microsoft.Extensions.Localization;
using OrchardCore.Contents.Security;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Recipes.Models;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Localization;

/// <summary>
/// Texts that modules declare where no localizer is at hand: names and descriptions of features, what permissions
/// allow, what recipes bring. Their translations stand in .po files under the contexts <c>Manifest</c>, <c>Permission</c> and <c>Recipe</c>.
/// </summary>
public sealed class DeclaredTexts(IStringLocalizerFactory localizers)
{
    public const string ManifestContext = "Manifest";
    public const string PermissionContext = "Permission";
    public const string RecipeContext = "Recipe";

    private static readonly Dictionary<string, string> ByType = ContentTypePermissionsHelper.PermissionTemplates.Values
        .DistinctBy(template => template.Name).ToDictionary(template => template.Name, template => template.Description, StringComparer.Ordinal);

    private readonly IStringLocalizer _manifest = localizers.Create(ManifestContext, string.Empty);
    private readonly IStringLocalizer _recipe = localizers.Create(RecipeContext, string.Empty);
    private readonly IStringLocalizer _permission = localizers.Create(PermissionContext, string.Empty);

    public string NameOf(IFeatureInfo feature) => Manifest(feature.Name);

    public string DescriptionOf(IFeatureInfo feature) => Manifest(feature.Description);

    public string CategoryOf(IFeatureInfo feature) => Manifest(feature.Category);

    /// <summary>What the permission allows; its name where nothing is declared.</summary>
    public string DescriptionOf(Permission permission)
    {
        if (string.IsNullOrEmpty(permission.Description))
        {
            return permission.Name;
        }

        // A permission of one content type is made of a template and the type's own name.
        var at = permission.Name.LastIndexOf('_');
        return at > 0 && ByType.TryGetValue(permission.Name[..at] + "_{0}", out var template) && Filling(template, permission.Description) is { } type
            ? _permission[template, type]
            : _permission[permission.Description];
    }

    /// <summary>What the recipe calls itself.</summary>
    public string NameOf(RecipeDescriptor recipe) => recipe.DisplayName is { Length: > 0 } name ? _recipe[name] : recipe.Name ?? string.Empty;

    public string DescriptionOf(RecipeDescriptor recipe) => recipe.Description is { Length: > 0 } text ? _recipe[text] : string.Empty;

    private string Manifest(string? text) => string.IsNullOrEmpty(text) ? string.Empty : _manifest[text];

    private static string? Filling(string template, string text)
    {
        var parts = template.Split("{0}");
        return text.Length >= parts[0].Length + parts[1].Length
            && text.StartsWith(parts[0], StringComparison.Ordinal) && text.EndsWith(parts[1], StringComparison.Ordinal)
                ? text[parts[0].Length..^parts[1].Length]
                : null;
    }
}
