using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Workflows;
using Sites.Tests.Hosting;
using Sites.Tests.Hosting.Probe;
using Sites.Tests.Recipes;
using YesSql;

namespace Sites.Tests.Workflows;

/// <summary>A community with workflows.</summary>
internal sealed class WorkflowSite : IAsyncDisposable
{
    public const string Name = "alba";

    public static IReadOnlyList<string> Features { get; } =
    [
        "OrchardCore.Users", "OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.ContentFields", "OrchardCore.Workflows", "OrchardCore.Workflows.Timers",
        "PropertySuite.Office", "PropertySuite.Residence", "Sites.Probe",
    ];

    public required TestSites Sites { get; init; }

    public static Task<WorkflowSite> StartAsync(params string[] more) => StartAsync(Features.Concat(more));

    public static async Task<WorkflowSite> StartAsync(IEnumerable<string> features, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null)
    {
        var sites = await TestSites.StartAsync(configure: configure);
        await sites.AddAsync(Name, "alba.localhost", null, [.. features]);
        await sites.InAsync(Name, _ => Task.CompletedTask);
        return new WorkflowSite { Sites = sites };
    }

    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Name, work);

    /// <summary>Stores types as a recipe does.</summary>
    public Task StoreAsync(params TypeText[] types) => RunRecipeAsync(new System.Text.Json.Nodes.JsonArray([.. types.Select(type => type.Json())]));

    public Task RunRecipeAsync(System.Text.Json.Nodes.JsonNode data) => InAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(
        "run",
        RecipeOf.Text(new System.Text.Json.Nodes.JsonObject { ["name"] = "test", ["steps"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["name"] = "WorkflowType", ["data"] = data.DeepClone() }) }.ToJsonString()),
        new Dictionary<string, object>(),
        CancellationToken.None));

    /// <summary>Something happens, and what follows from it at once has happened when this returns.</summary>
    public Task TriggerAsync(string name, string? correlationId = null, params (string Name, object Value)[] input) => InAsync(services =>
        services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(name, input.ToDictionary(entry => entry.Name, entry => entry.Value), correlationId));

    /// <summary>What is due by the clock of the test is done.</summary>
    public Task RunDueAsync() => InAsync(async services =>
    {
        foreach (var work in services.GetServices<IDueWork>().Where(work => work.Name == DueWorkflows.WorkName))
        {
            while (await work.NextDueAsync() is { } due && due <= Now)
                await work.RunAsync(Now, CancellationToken.None);
        }
    });

    public DateTime Now => Sites.Time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Workflow>> InstancesAsync()
    {
        IReadOnlyList<Workflow> found = [];
        await InAsync(async services => found = [.. (await services.GetRequiredService<IWorkflowStore>().ListAsync()).OrderBy(workflow => workflow.Id)]);
        return found;
    }

    public async Task<Workflow> OnlyInstanceAsync() => Assert.Single(await InstancesAsync());

    /// <summary>What was written down, sorted by text.</summary>
    public async Task<IReadOnlyList<string>> NotesAsync()
    {
        IReadOnlyList<string> found = [];
        await InAsync(async services => found = [.. (await services.GetRequiredService<ISession>().Query<Note>().ListAsync()).Select(note => note.Text).Order(StringComparer.Ordinal)]);
        return found;
    }

    public ValueTask DisposeAsync() => Sites.DisposeAsync();
}
