using Microsoft.Extensions.FileProviders;

namespace PropertySuite.Platform.Hosting;

/// <summary>The files that travel inside modules: placement, recipes, migrations' recipes, translations.</summary>
internal interface IModuleFiles
{
    /// <summary>
    /// The files of one module by their path in it, such as <c>placement.json</c> or <c>Recipes/estate.recipe.json</c>;
    /// an empty provider for a module that is not there.
    /// </summary>
    IFileProvider Of(string moduleId);

    /// <summary>The paths of all files of a module, with slashes, in ordinal order.</summary>
    IReadOnlyList<string> Paths(string moduleId);
}
