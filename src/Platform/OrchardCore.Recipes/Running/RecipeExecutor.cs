using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>Runs a recipe as a whole, or rehearses it.</summary>
internal sealed class RecipeExecutor(IRecipeWorkspaces workspaces, IEnumerable<IRecipeEnvironmentProvider> environments, IServiceProvider services) : IRecipeExecutor
{
    public Task<string> ExecuteAsync(string executionId, RecipeDescriptor recipeDescriptor, IDictionary<string, object> environment, CancellationToken cancellationToken) =>
        RunAsync(executionId, recipeDescriptor, environment, keep: true, cancellationToken);

    /// <summary>Runs every step and keeps nothing.</summary>
    /// <exception cref="RecipeException">The recipe would fail.</exception>
    public Task RehearseAsync(RecipeDescriptor recipeDescriptor, IDictionary<string, object> environment, CancellationToken cancellationToken) =>
        RunAsync(OrchardCore.IdGenerator.GenerateId(), recipeDescriptor, environment, keep: false, cancellationToken);

    /// <summary>Runs every step, keeps nothing, and tells what would change and what is wrong.</summary>
    /// <remarks>A step that fails is left out and the others are tried again, so that one reading shows all that is to be mended.</remarks>
    public async Task<RecipeRehearsal> TryOutAsync(RecipeDescriptor recipeDescriptor, CancellationToken cancellationToken)
    {
        var parameters = await ParametersAsync(new Dictionary<string, object>());
        var errors = new List<RecipeException>();
        var leftOut = new HashSet<(string File, int Step)>();
        while (true)
        {
            await using var workspace = await workspaces.OpenAsync(cancellationToken);
            try
            {
                var before = await SiteContents.ReadAsync(workspace);
                await new RecipeRunner(OrchardCore.IdGenerator.GenerateId(), workspace, parameters, Configuration, leftOut).RunAsync(recipeDescriptor, cancellationToken);
                return (await SiteContents.ReadAsync(workspace)).Since(before, errors);
            }
            catch (RecipeException problem)
            {
                errors.Add(problem);
                if (problem is not { File: { } file, StepIndex: { } step } || !leftOut.Add((file, step)) || errors.Count == RecipeRehearsal.MostErrors)
                {
                    return new RecipeRehearsal(errors, [], [], []);
                }
            }
        }
    }

    /// <summary>Runs a recipe among the caller's own work; the caller commits.</summary>
    public async Task<string> ExecuteInlineAsync(RecipeDescriptor recipeDescriptor, CancellationToken cancellationToken)
    {
        var executionId = OrchardCore.IdGenerator.GenerateId();
        await using var workspace = new InlineWorkspace(services);
        await new RecipeRunner(executionId, workspace, await ParametersAsync(new Dictionary<string, object>()), Configuration).RunAsync(recipeDescriptor, cancellationToken);
        return executionId;
    }

    private async Task<string> RunAsync(string executionId, RecipeDescriptor descriptor, IDictionary<string, object> environment, bool keep, CancellationToken cancellationToken)
    {
        var parameters = await ParametersAsync(environment);
        await using var workspace = await workspaces.OpenAsync(cancellationToken);
        try
        {
            await new RecipeRunner(executionId, workspace, parameters, Configuration).RunAsync(descriptor, cancellationToken);
        }
        catch
        {
            await RecipeRunner.TellAsync(services, handler => handler.ExecutionFailedAsync(executionId, descriptor));
            throw;
        }
        if (keep) await workspace.CommitAsync();
        return executionId;
    }

    private async Task<IReadOnlyDictionary<string, object?>> ParametersAsync(IDictionary<string, object> environment)
    {
        var all = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in environments.OrderBy(provider => provider.Order)) await provider.PopulateEnvironmentAsync(all);
        foreach (var (name, value) in environment) all[name] = value;
        return all.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    private string? Configuration(string key)
    {
        if (!RecipeConfiguration.IsAllowed(key)) throw new RecipeProblem(R["A recipe cannot read the configuration key \"{0}\"; it can read those under {1}.", key, RecipeConfiguration.Section]);
        return services.GetService<IShellConfiguration>()?[key.Replace("__", ":", StringComparison.Ordinal)];
    }
}

/// <summary>Which configuration a recipe that came with the application may read; everything else may hold secrets.</summary>
internal static class RecipeConfiguration
{
    public const string Section = "OrchardCore_Recipes:Values";

    private static readonly string[] Allowed = ["OrchardCore_Admin:AdminUrlPrefix"];

    public static bool IsAllowed(string key) =>
        Allowed.Contains(key, StringComparer.OrdinalIgnoreCase) || key.StartsWith(Section + ":", StringComparison.OrdinalIgnoreCase);
}
