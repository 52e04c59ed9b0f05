using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using Sites.Tests.Community;
using Sites.Tests.Recipes;

namespace Sites.Tests.Imports;

/// <summary>Five hundred files that must change nothing and say where they are wrong.</summary>
public sealed class MalformedFileTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const int Files = 500;

    [Fact]
    public async Task Five_hundred_malformed_files_change_nothing_and_name_the_place()
    {
        await site.InAsync(_ => Task.CompletedTask);
        var before = await site.Sites.ImageAsync(DemoSite.Name);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var file in MalformedFiles.Make(seed: 20261123, Files))
        {
            kinds[file.Kind] = kinds.GetValueOrDefault(file.Kind) + 1;
            await site.InAsync(services => AssertRefusedAsync(services, file));
        }

        Assert.Equal(before, await site.Sites.ImageAsync(DemoSite.Name));
        Assert.True(kinds.Count >= 30, $"Only {kinds.Count} kinds of mistakes were made: {string.Join(", ", kinds.Keys)}");
        Assert.Equal(Files, kinds.Values.Sum());
    }

    [Fact]
    public async Task The_files_are_in_order_before_they_are_spoiled()
    {
        foreach (var (list, file, name) in MalformedFiles.Good())
        {
            await site.InAsync(async services =>
            {
                var plan = await services.GetRequiredService<ImportPlanner>().PlanAsync(services.GetRequiredService<ImportAccess>().Known(list)!, SheetFile.Read(file, name)[0]);
                Assert.Empty(plan.Problems.Select(problem => $"{list} {name} {problem.Place} {problem.Sentence}"));
            });
        }
    }

    private static async Task AssertRefusedAsync(IServiceProvider services, MalformedFile file)
    {
        var list = services.GetRequiredService<ImportAccess>().Known(file.List)!;
        try
        {
            var plan = await services.GetRequiredService<ImportPlanner>().PlanAsync(list, SheetFile.Read(file.Bytes, file.Name)[0]);
            Assert.False(plan.IsInOrder, $"{file}: nothing was found wrong.");
            Assert.NotEmpty(plan.Problems);
            Assert.All(plan.Problems, problem =>
            {
                Assert.Matches("^.+![A-Z]*[0-9]+$", problem.Place);
                Assert.NotEmpty(problem.Sentence);
            });
            if (file.Place is { } place)
                Assert.True(plan.Problems.Any(problem => problem.Place == place), $"{file}: expected {place}, told {string.Join("; ", plan.Problems.Select(problem => problem.Place + " " + problem.Sentence))}");
            await Assert.ThrowsAsync<RefusedException>(() => services.GetRequiredService<ImportRunner>().RunAsync(plan, file.Name, new Actor("x", "x")));
        }
        catch (UnreadableException unreadable)
        {
            Assert.True(file.Place is null, $"{file}: {unreadable.Place} {unreadable.Message}");
            Assert.Contains('!', unreadable.Place);
        }
        catch (RefusedException refused)
        {
            // The whole file cannot be read: there is no cell to name.
            Assert.True(file.IsUnreadable, $"{file}: {refused.Message}");
        }
    }
}
