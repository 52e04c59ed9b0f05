using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Recipes;
using Sites.Tests.Hosting;

namespace Sites.Tests.Recipes;

/// <summary>Recipes that somebody got wrong, by the hundred: each says what and where, and changes nothing.</summary>
public sealed class MalformedRecipeTests : IAsyncLifetime
{
    private const int Count = 520;

    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "OrchardCore.Users", "OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.ContentFields", "PropertySuite.Office", "PropertySuite.Residence");
        await _sites.InAsync("alba", _ => Task.CompletedTask);
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task Each_malformed_recipe_names_file_step_and_place_and_changes_nothing()
    {
        var before = await _sites.ImageAsync("alba");
        var faults = new List<string>();
        await _sites.InAsync("alba", async services =>
        {
            var executor = services.GetRequiredService<IRecipeExecutor>();
            foreach (var made in MalformedRecipes.Make(seed: 20260301, Count))
            {
                var started = TimeProvider.System.GetTimestamp();
                var fault = await TryAsync(executor, made) ?? (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(2) ? "took longer than two seconds" : null);
                if (fault is not null) faults.Add($"{made.Kind}: {fault}\n{made.Excerpt}");
            }
        });

        Assert.True(faults.Count == 0, $"{faults.Count} of {Count}:\n{string.Join("\n", faults.Distinct())}");
        Assert.Equal(before, await _sites.ImageAsync("alba"));
    }

    [Fact]
    public async Task The_recipe_that_they_are_made_from_is_good()
    {
        var before = await _sites.ImageAsync("alba");

        await _sites.InAsync("alba", services => services.GetRequiredService<IRecipeExecutor>()
            .ExecuteAsync("run", RecipeOf.Text(RecipeStepTests.Whole), new Dictionary<string, object>(), TestContext.Current.CancellationToken));

        Assert.NotEqual(before, await _sites.ImageAsync("alba"));
    }

    private static async Task<string?> TryAsync(IRecipeExecutor executor, MalformedRecipe made)
    {
        try
        {
            await executor.ExecuteAsync("run", RecipeOf.Bytes(made.Content), new Dictionary<string, object>(), CancellationToken.None);
            return "was taken";
        }
        catch (RecipeException e)
        {
            if (e.File is null || !e.Message.Contains(e.File, StringComparison.Ordinal)) return $"names no file: {e.Message}";
            if (made.Step is { } step && (e.StepIndex != step || e.Place?.Contains("line", StringComparison.Ordinal) != true)) return $"does not name step {step} and a place: {e.Message}";
            if (made.Step is null && e.Place is null) return $"names no place: {e.Message}";
            return null;
        }
        catch (Exception e)
        {
            return $"ends with {e.GetType().Name}: {e.Message}";
        }
    }
}

/// <param name="Step">The number of the step that is wrong; null where the file cannot be read at all.</param>
internal sealed record MalformedRecipe(string Kind, byte[] Content, int? Step, string Excerpt);
