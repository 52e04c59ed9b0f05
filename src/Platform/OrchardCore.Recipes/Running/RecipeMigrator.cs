using OrchardCore.Data.Migration;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Hosting;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>Runs the recipe beside a migration as a part of it.</summary>
internal sealed class RecipeMigrator(RecipeExecutor executor, IModuleFiles moduleFiles) : IRecipeMigrator
{
    public async Task<string> ExecuteAsync(string recipeFileName, IDataMigration migration)
    {
        var moduleId = migration.GetType().Assembly.GetName().Name!;
        var files = moduleFiles.Of(moduleId);
        var file = files.GetFileInfo($"Migrations/{recipeFileName}");
        if (!file.Exists) throw new RecipeException(recipeFileName, null, null, null, R["The module {0} has no such file in its folder Migrations.", moduleId]);
        var descriptor = (await RecipeReader.ReadAsync(file)).Describe();
        descriptor.BasePath = "Migrations";
        descriptor.RecipeFileInfo = file;
        descriptor.FileProvider = files;
        descriptor.IsShipped = true;
        return await executor.ExecuteInlineAsync(descriptor, CancellationToken.None);
    }
}
