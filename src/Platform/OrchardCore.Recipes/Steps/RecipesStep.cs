using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>recipes</c>: runs other recipes by their names.</summary>
internal sealed class RecipesStep(IRecipeHarvester harvester) : NamedRecipeStepHandler("recipes")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "Values");
        var known = (await harvester.HarvestRecipesAsync()).ToDictionary(recipe => recipe.Name!, StringComparer.OrdinalIgnoreCase);
        var called = new List<RecipeDescriptor>();
        foreach (var value in step.Objects("Values"))
        {
            value.AllowOnly("name", "executionid");
            var name = value.RequiredText("name");
            called.Add(known.GetValueOrDefault(name) ?? throw new RecipeProblem(R["There is no recipe \"{0}\".", name], value.PathOf("name")));
        }
        context.InnerRecipes = called;
    }
}
