using System.Security.Claims;
using OrchardCore.Data.Documents;
using OrchardCore.Documents;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Features.RecipePages;

/// <summary>Which recipes were run on the site: by whom, when, and what came of it.</summary>
public sealed class RecipeRuns(IDocumentManager<RecipeRunsDocument> documents, IClock clock)
{
    private const int Kept = 100;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RecipeRun>> ListAsync() => (await documents.GetOrCreateImmutableAsync()).Runs;

    /// <param name="problem">What went wrong; null: all went well.</param>
    public async Task KeepAsync(string recipe, ClaimsPrincipal by, string? problem)
    {
        var document = await documents.GetOrCreateMutableAsync();
        document.Runs =
        [
            new RecipeRun { Recipe = recipe, AtUtc = clock.UtcNow, ById = by.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty, ByName = by.Identity?.Name ?? string.Empty, Problem = problem },
            .. document.Runs.Take(Kept - 1),
        ];
        await documents.UpdateAsync(document);
    }
}

/// <summary>The last hundred runs.</summary>
/// <remarks>Public because the data layer makes it.</remarks>
public class RecipeRunsDocument : Document
{
    public List<RecipeRun> Runs { get; set; } = [];
}

/// <summary>One run.</summary>
/// <remarks>Public because the data layer makes it.</remarks>
public class RecipeRun
{
    public string Recipe { get; set; } = string.Empty;

    public DateTime AtUtc { get; set; }

    public string ById { get; set; } = string.Empty;

    /// <summary>Name of who ran it, as it was then.</summary>
    public string ByName { get; set; } = string.Empty;

    /// <summary>Null when all went well.</summary>
    public string? Problem { get; set; }
}
