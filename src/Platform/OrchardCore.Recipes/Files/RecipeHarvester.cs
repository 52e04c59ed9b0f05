using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Extensions;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Recipes;

/// <summary>Finds the recipes of the application's <c>Recipes</c> folder and of the modules. Of two with one name the application's counts.</summary>
internal sealed class RecipeHarvester(
    IRecipeReader reader, IModuleFiles moduleFiles, IExtensionManager extensions, IHostEnvironment environment, ILogger<RecipeHarvester> logger) : IRecipeHarvester
{
    private const string Folder = "Recipes";
    private const string Ending = ".recipe.json";

    public async Task<IEnumerable<RecipeDescriptor>> HarvestRecipesAsync()
    {
        var found = new Dictionary<string, RecipeDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (var root in new[] { environment.ContentRootPath, AppContext.BaseDirectory }.Distinct())
        {
            var folder = Path.Combine(root, Folder);
            if (!Directory.Exists(folder)) continue;
            var provider = new PhysicalFileProvider(folder);
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                await AddAsync(found, provider, Path.GetRelativePath(folder, path).Replace('\\', '/'));
            }
        }
        foreach (var extension in extensions.GetExtensions())
        {
            foreach (var path in moduleFiles.Paths(extension.Id))
            {
                if (path.StartsWith(Folder + "/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
                {
                    await AddAsync(found, moduleFiles.Of(extension.Id), path);
                }
            }
        }
        return found.Values;
    }

    private async Task AddAsync(Dictionary<string, RecipeDescriptor> found, IFileProvider provider, string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "";
            var descriptor = await reader.GetRecipeDescriptorAsync(folder, provider.GetFileInfo(path), provider);
            descriptor.IsShipped = true;
            found.TryAdd(descriptor.Name!, descriptor);
        }
        catch (RecipeException e)
        {
            logger.LogError(e, "A recipe cannot be read and is left out");
        }
    }
}
