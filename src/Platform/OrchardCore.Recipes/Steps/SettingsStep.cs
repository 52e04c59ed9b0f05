using System.Reflection;
using System.Text.Json.Nodes;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>settings</c>: sets properties of the site; any other object becomes a section of its settings.</summary>
internal sealed class SettingsStep(ISiteService sites) : NamedRecipeStepHandler("settings")
{
    private static readonly Dictionary<string, PropertyInfo> Own = typeof(ISite).GetProperties()
        .Where(property => property is { CanWrite: true })
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        var site = await sites.LoadSiteSettingsAsync();
        foreach (var name in step.PropertyNames.Where(name => !name.Equals("name", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            var value = step.Value(name);
            if (Own.TryGetValue(name, out var property))
            {
                if (value is null && property.PropertyType.IsValueType) throw new RecipeProblem(R["\"{0}\" cannot be null.", name], step.PathOf(name));
                property.SetValue(site, RecipeJson.Read(value, property.PropertyType, step.PathOf(name)));
            }
            else if (value is JsonObject section)
            {
                site.Properties[name] = section.DeepClone();
            }
            else
            {
                throw new RecipeProblem(R["There is no setting \"{0}\", and a section of settings is an object, not {1}.", name, RecipeJson.Kind(value)], step.PathOf(name));
            }
        }
        await sites.UpdateSiteSettingsAsync(site);
    }
}
