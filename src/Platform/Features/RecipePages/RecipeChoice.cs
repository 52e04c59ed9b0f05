using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Features.RecipePages;

/// <summary>Finds the recipe that a form means. One that a person brings reads no configuration and no file of the server.</summary>
public sealed class RecipeChoice(IEnumerable<IRecipeHarvester> harvesters, IRecipeReader reader, IStringLocalizer<RecipeChoice> S)
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The recipes that came with the product, without those that only a new site is set up with.</summary>
    public async Task<IReadOnlyList<RecipeDescriptor>> ListAsync()
    {
        var recipes = new List<RecipeDescriptor>();
        foreach (var harvester in harvesters)
        {
            recipes.AddRange(await harvester.HarvestRecipesAsync());
        }

        return [.. recipes.Where(recipe => !recipe.IsSetupRecipe && recipe.Name is { Length: > 0 })
            .OrderBy(recipe => recipe.DisplayName ?? recipe.Name, StringComparer.CurrentCulture)];
    }

    /// <returns>Null when something was added to the errors.</returns>
    /// <exception cref="RecipeException">The file is not a recipe.</exception>
    public async Task<RecipeDescriptor?> FindAsync(RecipeForm form, ModelStateDictionary errors)
    {
        if (!string.IsNullOrEmpty(form.Name))
        {
            var known = (await ListAsync()).FirstOrDefault(recipe => recipe.Name!.Equals(form.Name, StringComparison.OrdinalIgnoreCase));
            if (known is null)
            {
                errors.AddModelError(nameof(form.Name), S["There is no recipe {0} to run here.", form.Name]);
            }

            return known;
        }

        if (form.File is { Length: > 0 } file)
        {
            if (file.Length > MostBytes)
            {
                errors.AddModelError(nameof(form.File), S["The file is too large; a recipe may have {0} MB.", MostBytes / 1024 / 1024]);
                return null;
            }

            using var text = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: false));
            form.Text = await text.ReadToEndAsync();
            form.FileName = Path.GetFileName(file.FileName);
        }

        if (string.IsNullOrWhiteSpace(form.Text))
        {
            errors.AddModelError(nameof(form.File), S["Choose a recipe file first; its name ends in .recipe.json."]);
            return null;
        }

        var content = new TypedFile(string.IsNullOrEmpty(form.FileName) ? "recipe.json" : Path.GetFileName(form.FileName), Encoding.UTF8.GetBytes(form.Text));
        var brought = await reader.GetRecipeDescriptorAsync(string.Empty, content, new NullFileProvider());
        if (!brought.IsSetupRecipe)
        {
            return brought;
        }

        errors.AddModelError(nameof(form.File), S["This recipe sets a new site up. It cannot be run on a site that is there."]);
        return null;
    }

    private sealed class TypedFile(string name, byte[] content) : IFileInfo
    {
        public bool Exists => true;

        public long Length => content.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(content, writable: false);
    }
}
