using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using Sites.Tests.Hosting;

namespace Sites.Tests.Recipes;

public sealed class SetupRecipeTests
{
    [Fact]
    public async Task A_recipe_of_whole_communities_sets_one_up()
    {
        await using var sites = await TestSites.StartAsync();

        Assert.Empty(await sites.SetUpAsync("alba", "residential-estate", "alba.localhost"));

        Assert.False(Directory.EnumerateDirectories(Path.Combine(sites.Data, "Sites"), ".setup-*").Any());
    }

    [Fact]
    public async Task Every_recipe_that_is_shipped_can_be_read()
    {
        await using var sites = await TestSites.StartAsync();
        await sites.AddAsync("alba", "alba.localhost");
        await sites.InAsync("alba", async services =>
        {
            var names = (await services.GetRequiredService<IRecipeHarvester>().HarvestRecipesAsync()).Select(recipe => recipe.Name).ToArray();
            Assert.Contains("residential-estate", names);
        });

        Assert.DoesNotContain(sites.Log.Entries, entry => entry.Contains("recipe", StringComparison.OrdinalIgnoreCase));
    }
}
