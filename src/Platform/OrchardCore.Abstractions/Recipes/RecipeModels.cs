using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.FileProviders;

namespace OrchardCore.Recipes.Models;

/// <summary>The head of a recipe file, and where the file is.</summary>
public class RecipeDescriptor
{
    /// <summary>The name that set-up, migrations and the <c>recipes</c> step call it by.</summary>
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Author { get; set; }

    public string? WebSite { get; set; }

    public string? Version { get; set; }

    /// <summary>Whether a new community can be set up with it; such a recipe is not offered on a running site.</summary>
    public bool IsSetupRecipe { get; set; }

    /// <summary>When the file was made by an export; UTC.</summary>
    public DateTime? ExportUtc { get; set; }

    public string[] Categories { get; set; } = [];

    public string[] Tags { get; set; } = [];

    public bool RequireNewScope { get; set; } = true;

    /// <summary>The folder of the file, within <see cref="FileProvider"/>.</summary>
    [JsonIgnore]
    public string? BasePath { get; set; }

    [JsonIgnore]
    public IFileInfo? RecipeFileInfo { get; set; }

    [JsonIgnore]
    public IFileProvider? FileProvider { get; set; }

    /// <summary>Whether it came with the application or a module; only such a recipe may read configuration.</summary>
    internal bool IsShipped { get; set; }
}

/// <summary>A step being executed.</summary>
public class RecipeExecutionContext
{
    public string? ExecutionId { get; set; }

    /// <summary>What set-up or the caller handed in: site name, administrator and so on, by name.</summary>
    public object? Environment { get; set; }

    /// <summary>The name of the step.</summary>
    public string? Name { get; set; }

    /// <summary>The step as written in the file, its scripts already evaluated.</summary>
    public JsonObject Step { get; set; } = [];

    public RecipeDescriptor RecipeDescriptor { get; set; } = new();

    /// <summary>Recipes that the step asks to run after it.</summary>
    public IEnumerable<RecipeDescriptor>? InnerRecipes { get; set; }

    /// <summary>What is wrong with the step, in words for the person who runs it; any entry fails the recipe.</summary>
    public IList<string> Errors { get; } = [];
}

/// <summary>How a step ended.</summary>
public class RecipeStepResult
{
    public string? StepName { get; set; }

    public bool IsCompleted { get; set; }

    public bool IsSuccessful { get; set; }

    public string[] Errors { get; set; } = [];
}
