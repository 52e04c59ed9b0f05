using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>feature</c>: enables and disables features.</summary>
internal sealed class FeatureStep(IShellFeaturesManager features) : NamedRecipeStepHandler("feature")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "enable", "disable");
        var available = (await features.GetAvailableFeaturesAsync()).ToDictionary(feature => feature.Id, StringComparer.OrdinalIgnoreCase);
        var enable = Known(step.Texts("enable"));
        var disable = Known(step.Texts("disable"));
        if (enable.Intersect(disable).FirstOrDefault() is { } both) throw new RecipeProblem(R["The feature \"{0}\" cannot be enabled and disabled at once.", both.Id], step.PathOf("disable"));
        if (enable.Length > 0 || disable.Length > 0) await features.UpdateFeaturesAsync(disable, enable, force: true);

        OrchardCore.Environment.Extensions.Features.IFeatureInfo[] Known(IEnumerable<(string Id, string Path)> ids) =>
            [.. ids.Select(id => available.GetValueOrDefault(id.Id) ?? throw new RecipeProblem(R["There is no feature \"{0}\".", id.Id], id.Path))];
    }
}
