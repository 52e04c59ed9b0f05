using Microsoft.Extensions.FileProviders;
using OrchardCore.Data.Migration;
using OrchardCore.Recipes.Models;

namespace OrchardCore.Recipes.Services;

/// <summary>Carries out the steps of a recipe that it knows.</summary>
public interface IRecipeStepHandler
{
    /// <summary>Called for every step; does nothing for steps of another name.</summary>
    Task ExecuteAsync(RecipeExecutionContext context);
}

/// <summary>Carries out the steps of one name, compared without case.</summary>
public abstract class NamedRecipeStepHandler : IRecipeStepHandler
{
    protected readonly string StepName;

    protected NamedRecipeStepHandler(string stepName)
    {
        ArgumentException.ThrowIfNullOrEmpty(stepName);
        StepName = stepName;
    }

    /// <summary>The name of the steps that this handler carries out.</summary>
    internal string HandledStepName => StepName;

    public Task ExecuteAsync(RecipeExecutionContext context) =>
        string.Equals(context.Name, StepName, StringComparison.OrdinalIgnoreCase) ? HandleAsync(context) : Task.CompletedTask;

    protected abstract Task HandleAsync(RecipeExecutionContext context);
}

/// <summary>Runs recipes; a recipe takes effect as a whole or not at all.</summary>
public interface IRecipeExecutor
{
    /// <param name="executionId">An id that the caller chooses to follow the run by.</param>
    /// <param name="environment">Values by name, offered to scripts as <c>parameters('name')</c>.</param>
    /// <returns>The execution id.</returns>
    /// <exception cref="PropertySuite.Platform.Recipes.RecipeException">Something in the recipe is wrong; the message says which file, step and place.</exception>
    Task<string> ExecuteAsync(string executionId, RecipeDescriptor recipeDescriptor, IDictionary<string, object> environment, CancellationToken cancellationToken);
}

/// <summary>Finds the recipes of the application and of the modules.</summary>
public interface IRecipeHarvester
{
    Task<IEnumerable<RecipeDescriptor>> HarvestRecipesAsync();
}

/// <summary>Reads the head of a recipe file.</summary>
public interface IRecipeReader
{
    Task<RecipeDescriptor> GetRecipeDescriptorAsync(string recipeBasePath, IFileInfo recipeFileInfo, IFileProvider fileProvider);
}

/// <summary>Adds values that scripts of a recipe can read with <c>parameters('name')</c>.</summary>
public interface IRecipeEnvironmentProvider
{
    Task PopulateEnvironmentAsync(IDictionary<string, object> environment);

    /// <summary>Lower runs first.</summary>
    int Order { get; }
}

/// <summary>Runs the recipe beside a migration, from the module's <c>Migrations</c> folder.</summary>
public interface IRecipeMigrator
{
    /// <returns>The execution id.</returns>
    Task<string> ExecuteAsync(string recipeFileName, IDataMigration migration);
}
