using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>themes</c>: chooses the theme of the public pages and that of the office.</summary>
internal sealed class ThemesStep(ISiteService sites, IExtensionManager extensions, IShellFeaturesManager features) : NamedRecipeStepHandler("themes")
{
    // The properties of the site in which the chosen themes are kept.
    private const string SiteProperty = "CurrentThemeName";
    private const string AdminProperty = "CurrentAdminThemeName";

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "site", "admin");
        var site = await sites.LoadSiteSettingsAsync();
        if (await ThemeAsync(step, "site") is { } siteTheme) site.Properties[SiteProperty] = siteTheme;
        if (await ThemeAsync(step, "admin") is { } adminTheme) site.Properties[AdminProperty] = adminTheme;
        await sites.UpdateSiteSettingsAsync(site);
    }

    private async Task<string?> ThemeAsync(RecipeJson step, string property)
    {
        if (step.Text(property) is not { Length: > 0 } id) return null;
        var theme = extensions.GetExtension(id);
        if (!theme.Exists || !string.Equals(theme.Manifest.Type, "Theme", StringComparison.OrdinalIgnoreCase)) throw new RecipeProblem(R["There is no theme \"{0}\".", id], step.PathOf(property));
        if (!await features.IsFeatureEnabledAsync(theme.Id)) throw new RecipeProblem(R["The theme \"{0}\" is not enabled; a feature step before has to enable it.", id], step.PathOf(property));
        return theme.Id;
    }
}
