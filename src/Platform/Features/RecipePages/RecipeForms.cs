using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Features.RecipePages;

/// <summary>Which recipe is meant: one that came with the product, a file, or the text of a file that was rehearsed.</summary>
public sealed class RecipeForm
{
    /// <summary>Name of a recipe that came with the product.</summary>
    public string? Name { get; set; }

    public IFormFile? File { get; set; }

    /// <summary>What the file held that was rehearsed before.</summary>
    public string? Text { get; set; }

    public string? FileName { get; set; }
}

/// <summary>The recipes that can be run here.</summary>
public sealed class RecipesPage
{
    public IReadOnlyList<RecipeRow> Recipes { get; init; } = [];

    public IReadOnlyList<RunRow> Runs { get; init; } = [];
}

/// <param name="Title">What the recipe calls itself.</param>
public sealed record RecipeRow(string Name, string Title, string? Description, string? Version);

/// <param name="At">In the community's time.</param>
public sealed record RunRow(string Recipe, DateTimeOffset At, string By, string? Problem);

/// <summary>What a rehearsal or a failed run has shown.</summary>
public sealed class RecipeResult
{
    public string Title { get; init; } = string.Empty;

    /// <summary>Whether it was to be run in earnest.</summary>
    public bool WasRun { get; init; }

    public IReadOnlyList<RecipeException> Errors { get; init; } = [];

    public IReadOnlyList<string> FeaturesOn { get; init; } = [];

    public IReadOnlyList<string> FeaturesOff { get; init; } = [];

    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];

    /// <summary>Posted again to run it.</summary>
    [BindNever]
    public RecipeForm Form { get; init; } = new();
}

/// <param name="Kind">In the reader's language where it has a name there.</param>
public sealed record ChangeRow(string Kind, int Created, int Changed, int Deleted);
