using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Events;
using OrchardCore.Recipes.Models;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Setup;

/// <summary>Tells those who watch a set-up which step of the recipe it has come to.</summary>
internal sealed class SetupReports(SetupRuns runs, ShellSettings settings) : IRecipeEventHandler
{
    public Task RecipeExecutingAsync(string executionId, RecipeDescriptor descriptor) => Task.CompletedTask;

    public async Task RecipeStepExecutingAsync(RecipeExecutionContext context)
    {
        if (!settings.IsInitializing() || context.RecipeDescriptor.RecipeFileInfo is not { } file)
        {
            return;
        }

        var steps = (await RecipeReader.ReadAsync(file)).Steps;
        var number = steps.FirstOrDefault(step => step.Path == RecipeStepPlace.Of(context))?.Number ?? 1;
        runs.Report(settings.Name, context.Name ?? string.Empty, number, steps.Count);
    }

    public Task RecipeStepExecutedAsync(RecipeExecutionContext context) => Task.CompletedTask;

    public Task RecipeExecutedAsync(string executionId, RecipeDescriptor descriptor) => Task.CompletedTask;

    public Task ExecutionFailedAsync(string executionId, RecipeDescriptor descriptor) => Task.CompletedTask;
}
