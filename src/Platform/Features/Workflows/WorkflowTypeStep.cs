using System.Text.Json.Nodes;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Workflows;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary><c>WorkflowType</c>: makes workflow types, or changes those with the same ids.</summary>
internal sealed class WorkflowTypeStep(WorkflowTypeCheck check, WorkflowTypeWriting writing) : NamedRecipeStepHandler("WorkflowType")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "data");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var types = new List<OrchardCore.Workflows.Models.WorkflowType>();
        foreach (var json in step.Objects("data"))
        {
            var (type, problems) = check.Read(json.Node, json.Path);
            if (type is null)
                throw new RecipeProblem(problems[0].Message, problems[0].Path);
            if (!seen.Add(type.WorkflowTypeId))
                throw new RecipeProblem(R["The workflow type \"{0}\" is here twice.", type.WorkflowTypeId], json.PathOf("WorkflowTypeId"));
            types.Add(type);
        }

        foreach (var type in types)
            await writing.StoreAsync(type);
    }
}

/// <summary>Stores types by their ids that stay the same from site to site, and writes them out again.</summary>
internal sealed class WorkflowTypeWriting(IWorkflowTypeStore store)
{
    /// <summary>Takes the place of the type with the same id, where there is one.</summary>
    public async Task StoreAsync(OrchardCore.Workflows.Models.WorkflowType type)
    {
        if (await store.GetAsync(type.WorkflowTypeId) is not { } stored)
        {
            type.Id = 0;
            await store.SaveAsync(type);
            return;
        }

        stored.Name = type.Name;
        stored.IsEnabled = type.IsEnabled;
        stored.IsSingleton = type.IsSingleton;
        stored.LockTimeout = type.LockTimeout;
        stored.LockExpiration = type.LockExpiration;
        stored.DeleteFinishedWorkflows = type.DeleteFinishedWorkflows;
        stored.Activities = type.Activities;
        stored.Transitions = type.Transitions;
        stored.Properties = type.Properties;
        stored.Others = type.Others;
        await store.SaveAsync(stored);
    }

    /// <summary>The type as a recipe carries it: all but its number in this database.</summary>
    public static JsonObject Export(OrchardCore.Workflows.Models.WorkflowType type)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(type, System.Text.Json.JOptions.Default)!.AsObject();
        json.Remove("Id");
        return json;
    }
}
