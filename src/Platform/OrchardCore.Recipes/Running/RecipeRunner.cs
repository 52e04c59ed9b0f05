using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Events;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>Runs the steps of a recipe, and of the recipes that it calls, in one workspace.</summary>
/// <param name="leftOut">Steps that are passed over, by file and number.</param>
internal sealed class RecipeRunner(
    string executionId,
    IRecipeWorkspace workspace,
    IReadOnlyDictionary<string, object?> parameters,
    Func<string, string?> configuration,
    IReadOnlySet<(string File, int Step)>? leftOut = null)
{
    private const int MaxNested = 16;

    private readonly List<string> _running = [];

    public async Task RunAsync(RecipeDescriptor descriptor, CancellationToken cancellationToken)
    {
        var file = await RecipeReader.ReadAsync(descriptor.RecipeFileInfo ?? throw new RecipeException(descriptor.Name, null, null, null, R["The recipe has no file."]));
        var key = $"{descriptor.BasePath}/{descriptor.RecipeFileInfo.Name}";
        if (_running.Contains(key)) throw new RecipeException(file.Name, null, null, null, R["The recipe calls itself: {0}.", string.Join(", ", _running.Append(key))]);
        if (_running.Count >= MaxNested) throw new RecipeException(file.Name, null, null, null, R["More than {0} recipes call each other.", MaxNested]);
        _running.Add(key);
        try
        {
            await workspace.RunAsync(services => TellAsync(services, handler => handler.RecipeExecutingAsync(executionId, descriptor)));
            await RunStepsAsync(file, descriptor, cancellationToken);
            await workspace.RunAsync(services => TellAsync(services, handler => handler.RecipeExecutedAsync(executionId, descriptor)));
        }
        finally
        {
            _running.RemoveAt(_running.Count - 1);
        }
    }

    private async Task RunStepsAsync(RecipeFile file, RecipeDescriptor descriptor, CancellationToken cancellationToken)
    {
        using var scripts = new RecipeScripts(
            new RecipeScriptContext(file.Variables, parameters, descriptor.IsShipped ? configuration : null, descriptor.FileProvider, descriptor.BasePath ?? ""),
            cancellationToken);
        foreach (var step in file.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (leftOut?.Contains((file.Name, step.Number)) == true) continue;
            var inner = await RunStepAsync(file, descriptor, step, scripts);
            foreach (var recipe in inner) await RunAsync(recipe, cancellationToken);
        }
    }

    private async Task<IEnumerable<RecipeDescriptor>> RunStepAsync(RecipeFile file, RecipeDescriptor descriptor, RecipeStep step, RecipeScripts scripts)
    {
        try
        {
            var context = new RecipeExecutionContext
            {
                ExecutionId = executionId,
                Environment = parameters,
                Name = step.Name,
                Step = (JsonObject)scripts.Evaluate(step.Json, step.Path)!,
                RecipeDescriptor = descriptor,
            };
            RecipeStepPlace.Set(context, step.Path);
            await workspace.RunAsync(services => ExecuteAsync(services, context));
            return context.InnerRecipes ?? [];
        }
        catch (RecipeProblem problem)
        {
            throw file.At(problem, step);
        }
        catch (Exception e) when (e is not (RecipeException or OperationCanceledException))
        {
            throw file.At(new RecipeProblem(Say(e), step.Path, e), step);
        }
    }

    private static async Task ExecuteAsync(IServiceProvider services, RecipeExecutionContext context)
    {
        var handlers = services.GetServices<IRecipeStepHandler>().ToArray();
        // A handler without a name of its own may carry out any step, so only their absence makes a name unknown.
        if (handlers.All(handler => handler is NamedRecipeStepHandler named && !string.Equals(named.HandledStepName, context.Name, StringComparison.OrdinalIgnoreCase)))
        {
            var known = handlers.OfType<NamedRecipeStepHandler>().Select(handler => handler.HandledStepName).Order(StringComparer.OrdinalIgnoreCase);
            throw new RecipeProblem(R["There is no step \"{0}\" here; there are {1}. Steps come with features, which a step before may enable.", context.Name, string.Join(", ", known)], $"{RecipeStepPlace.Of(context)}.name");
        }
        await TellAsync(services, handler => handler.RecipeStepExecutingAsync(context));
        foreach (var handler in handlers) await handler.ExecuteAsync(context);
        if (context.Errors.Count > 0) throw new RecipeProblem(RecipeText.As(string.Join(" ", context.Errors)));
        await TellAsync(services, handler => handler.RecipeStepExecutedAsync(context));
    }

    public static async Task TellAsync(IServiceProvider services, Func<IRecipeEventHandler, Task> tell)
    {
        foreach (var handler in services.GetServices<IRecipeEventHandler>()) await tell(handler);
    }

    private static RecipeText Say(Exception e) => e switch
    {
        ValidationException or ArgumentException or JsonException or InvalidOperationException => RecipeText.As(e.Message),
        _ => R["Something unexpected happened: {0}", e.Message],
    };
}

/// <summary>Where the step of a context is in its file, so that a handler can name places.</summary>
internal static class RecipeStepPlace
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<RecipeExecutionContext, string> Places = [];

    public static void Set(RecipeExecutionContext context, string path) => Places.AddOrUpdate(context, path);

    public static string Of(RecipeExecutionContext context) => Places.TryGetValue(context, out var path) ? path : "$";

    /// <summary>The step, to be read strictly.</summary>
    public static RecipeJson Json(this RecipeExecutionContext context) => new(context.Step, Of(context));
}
