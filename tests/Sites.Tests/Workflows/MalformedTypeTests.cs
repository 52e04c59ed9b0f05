using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Recipes;
using Sites.Tests.Hosting;
using Sites.Tests.Recipes;

namespace Sites.Tests.Workflows;

/// <summary>T37: workflows that somebody got wrong, by the hundred: each says what and where, and changes nothing.</summary>
public sealed class MalformedTypeTests : IAsyncLifetime
{
    private const int Count = 400;

    private WorkflowSite _site = null!;

    // Without the probe, whose heartbeat is written down at a moment of its own.
    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync(WorkflowSite.Features.Where(feature => feature != "Sites.Probe"));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task T37_each_malformed_workflow_names_its_place_and_changes_nothing()
    {
        var before = await _site.Sites.ImageAsync(WorkflowSite.Name);
        var faults = new List<string>();
        await _site.InAsync(async services =>
        {
            var executor = services.GetRequiredService<IRecipeExecutor>();
            var random = new Random(20261123);
            for (var number = 0; number < Count; number++)
            {
                var (kind, place, json) = Break(random, number);
                var recipe = new JsonObject { ["name"] = "brought", ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(json) }) };
                if (await TryAsync(executor, recipe, place) is { } fault)
                    faults.Add($"{kind}: {fault}");
            }
        });

        Assert.True(faults.Count == 0, $"{faults.Count} of {Count}:\n{string.Join("\n", faults.Distinct().Take(30))}");
        Assert.Equal(before, await _site.Sites.ImageAsync(WorkflowSite.Name));
    }

    [Fact]
    public async Task The_workflow_that_they_are_made_from_is_good()
    {
        await _site.StoreAsync(Whole());
        await _site.InAsync(async services => Assert.NotNull(await services.GetRequiredService<OrchardCore.Workflows.Services.IWorkflowTypeStore>().GetAsync("whole")));
    }

    private static async Task<string?> TryAsync(IRecipeExecutor executor, JsonObject recipe, string place)
    {
        try
        {
            await executor.ExecuteAsync("run", RecipeOf.Text(recipe.ToJsonString()), new Dictionary<string, object>(), CancellationToken.None);
            return "was taken";
        }
        catch (RecipeException e)
        {
            return e.StepIndex != 1 || e.Place?.Contains(place, StringComparison.Ordinal) != true ? $"names not {place} but {e.StepIndex}, {e.Place}: {e.Message}" : null;
        }
        catch (Exception e)
        {
            return $"ends with {e.GetType().Name}: {e.Message}";
        }
    }

    private static TypeText Whole() => new TypeText("whole").With("LockTimeout", 0).Start("e", "ContentPublishedEvent")
        .Then("f", "ForkTask", new { Forks = new[] { "A", "B" } })
        .Then("clock", "TimerEvent", new { Interval = "PT3M", CronExpression = "0 8 * * *" })
        .Then("if", "IfElseTask", new { Condition = TypeText.Expression("input('x') == 1") })
        .Then("log", "LogTask", new { LogLevel = "Warning", Text = TypeText.Expression("Hello {{ Workflow.CorrelationId }}") })
        .Then("j", "JoinTask", new { Mode = "WaitAny" })
        .Arrows("e:Done>f", "f:A>clock", "f:B>if", "clock:Done>j", "if:True>log", "if:False>j", "log:Done>j");

    private static (string Kind, string Place, JsonObject Json) Break(Random random, int number)
    {
        var json = Whole().Json();
        var activities = json["Activities"]!.AsArray();
        var transitions = json["Transitions"]!.AsArray();
        var at = random.Next(activities.Count);
        var arrow = random.Next(transitions.Count);
        JsonNode? junk = random.Next(4) switch { 0 => 17, 1 => true, 2 => new JsonArray(1), _ => new JsonObject { ["a"] = 1 } };
        switch (number % 20)
        {
            case 0: json["WorkflowTypeId"] = random.Next(2) == 0 ? "" : junk; return ("id", "WorkflowTypeId", json);
            case 1: json.Remove("Name"); return ("no name", "Name", json);
            case 2: json["IsEnabled"] = random.Next(2) == 0 ? "yes" : 1; return ("flag", "IsEnabled", json);
            case 3: json["LockTimeout"] = random.Next(2) == 0 ? -1 : 1e30; return ("number", "LockTimeout", json);
            case 4: json["Activities"] = random.Next(2) == 0 ? "none" : new JsonObject(); return ("no list", "Activities", json);
            case 5: activities[at] = junk is JsonObject ? "text" : junk; return ("no activity", $"Activities[{at}]", json);
            case 6: activities[at]!["Name"] = "NoSuch" + random.Next(1000); return ("unknown activity", $"Activities[{at}].Name", json);
            case 7: activities[at]!["ActivityId"] = activities[at == 0 ? 1 : 0]!["ActivityId"]!.GetValue<string>(); return ("twice", "ActivityId", json);
            case 8: activities[at]!["IsStart"] = "true"; return ("start", $"Activities[{at}].IsStart", json);
            case 9: activities[at]!["Properties"] = random.Next(2) == 0 ? "x" : new JsonArray(); return ("properties", $"Activities[{at}].Properties", json);
            case 10: transitions[arrow]!["DestinationActivityId"] = "nowhere" + random.Next(100); return ("dangling to", $"Transitions[{arrow}].DestinationActivityId", json);
            case 11: transitions[arrow]!["SourceActivityId"] = "nowhere"; return ("dangling from", $"Transitions[{arrow}].SourceActivityId", json);
            case 12: transitions[arrow]!["SourceOutcomeName"] = "Perhaps"; return ("no exit", $"Transitions[{arrow}].SourceOutcomeName", json);
            case 13: transitions[arrow] = random.Next(2) == 0 ? null : 5; return ("no transition", $"Transitions[{arrow}]", json);
            case 14: activities[3]!["Properties"]!["Condition"]!["Expression"] = Pick(random, "input('x' ==", "if (", "a b c", "'open"); return ("bad script", "Activities[3].Properties.Condition.Expression", json);
            case 15: activities[4]!["Properties"]!["Text"]!["Expression"] = Pick(random, "{{ Workflow.", "{% if x %}", "{% for %}{% endfor %}", "{{ 'a' | }}"); return ("bad Liquid", "Activities[4].Properties.Text.Expression", json);
            case 16: activities[2]!["Properties"]!["CronExpression"] = Pick(random, "never", "99 * * * *", "* * *", "0 8 * * 9x"); return ("bad schedule", "Activities[2].Properties.CronExpression", json);
            case 17: activities[2]!["Properties"]!["Interval"] = Pick(random, "soon", "-PT3M", "P99Y", "3"); return ("bad length", "Activities[2].Properties.Interval", json);
            case 18: activities[5]!["Properties"]!["Mode"] = Pick(random, "WaitSome", "17x", "{}"); return ("bad choice", "Activities[5].Properties.Mode", json);
            default: activities[1]!["Properties"]!["Forks"] = random.Next(2) == 0 ? "A,B" : new JsonObject(); return ("bad list", "Activities[1].Properties.Forks", json);
        }
    }

    private static string Pick(Random random, params string[] texts) => texts[random.Next(texts.Length)];
}
