using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Recipes;
using OrchardCore.Recipes.Services;

namespace PropertySuite.Platform.Recipes;

internal static class RecipesServices
{
    /// <summary>Recipes and the steps that every site has. Where they run is registered by the runtime.</summary>
    public static IServiceCollection AddRecipesCore(this IServiceCollection services)
    {
        services.TryAddScoped<IRecipeReader, RecipeReader>();
        services.TryAddScoped<IRecipeHarvester, RecipeHarvester>();
        services.TryAddScoped<RecipeExecutor>();
        services.TryAddScoped<IRecipeExecutor>(provider => provider.GetRequiredService<RecipeExecutor>());
        services.TryAddScoped<IRecipeMigrator, RecipeMigrator>();
        services.TryAddScoped<DefinitionImport>();
        services.AddRecipeExecutionStep<FeatureStep>();
        services.AddRecipeExecutionStep<ThemesStep>();
        services.AddRecipeExecutionStep<SettingsStep>();
        services.AddRecipeExecutionStep<RolesStep>();
        services.AddRecipeExecutionStep<UsersStep>();
        services.AddRecipeExecutionStep<ContentDefinitionStep>();
        services.AddRecipeExecutionStep<ReplaceContentDefinitionStep>();
        services.AddRecipeExecutionStep<DeleteContentDefinitionStep>();
        services.AddRecipeExecutionStep<ContentStep>();
        services.AddRecipeExecutionStep<RecipesStep>();
        return services;
    }
}
