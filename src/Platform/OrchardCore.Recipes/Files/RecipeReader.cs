using Microsoft.Extensions.FileProviders;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

internal sealed class RecipeReader : IRecipeReader
{
    public async Task<RecipeDescriptor> GetRecipeDescriptorAsync(string recipeBasePath, IFileInfo recipeFileInfo, IFileProvider fileProvider)
    {
        var descriptor = (await ReadAsync(recipeFileInfo)).Describe();
        descriptor.BasePath = recipeBasePath;
        descriptor.RecipeFileInfo = recipeFileInfo;
        descriptor.FileProvider = fileProvider;
        return descriptor;
    }

    /// <exception cref="RecipeException">The file is missing or is not a recipe.</exception>
    public static async Task<RecipeFile> ReadAsync(IFileInfo file)
    {
        if (!file.Exists) throw new RecipeException(file.Name, null, null, null, R["There is no such file."]);
        if (file.Length > RecipeFile.MaxBytes) throw new RecipeException(file.Name, null, null, null, R["The file is larger than {0} MB.", RecipeFile.MaxBytes / 1024 / 1024]);
        await using var stream = file.CreateReadStream();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return RecipeFile.Read(file.Name, content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
