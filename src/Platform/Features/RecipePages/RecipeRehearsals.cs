using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Models;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Features.RecipePages;

/// <summary>Tries recipes out.</summary>
public sealed class RecipeRehearsals(IServiceProvider services)
{
    internal Task<RecipeRehearsal> TryOutAsync(RecipeDescriptor recipe, CancellationToken cancellationToken)
        => services.GetRequiredService<RecipeExecutor>().TryOutAsync(recipe, cancellationToken);
}
