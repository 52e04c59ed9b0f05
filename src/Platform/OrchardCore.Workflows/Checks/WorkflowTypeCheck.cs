#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Recipes;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Workflows;

/// <summary>Something that is wrong with a workflow type's JSON.</summary>
/// <param name="Path">Where, such as <c>$.Activities[2].Properties.Text</c>.</param>
public sealed record TypeProblem(string Path, RecipeText Message);

/// <summary>Reads a workflow type strictly: what could not run is refused before it is stored.</summary>
internal sealed class WorkflowTypeCheck(IActivityLibrary library, ActivityCheck activities)
{
    public const int MaxActivities = 500;

    /// <summary>The type, or what is wrong with it.</summary>
    /// <param name="path">Where the JSON is; problems are named below it.</param>
    public (WorkflowType? Type, IReadOnlyList<TypeProblem> Problems) Read(JsonNode? json, string path = "$")
    {
        var problems = new List<TypeProblem>();
        if (json is not JsonObject root)
            return (null, [new(path, R["A workflow type is an object."])]);
        try
        {
            CheckHead(new Fields(root, path, problems));
            var ids = CheckActivities(root, path, problems);
            CheckTransitions(root, path, ids, problems);
        }
        catch (ArgumentException)
        {
            // The tree notices names that are there twice when it is first looked into.
            problems.Add(new(path, R["A name is there twice."]));
        }

        if (problems.Count > 0)
            return (null, problems);
        try
        {
            var type = root.Deserialize<WorkflowType>(JOptions.Default)!;
            type.Id = 0;
            foreach (var activity in type.Activities)
                activity.Properties ??= [];
            return (type, []);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            var inner = e is JsonException { Path.Length: > 1 } at ? at.Path[1..] : "";
            return (null, [new(path + inner, R["This does not fit a workflow type."])]);
        }
    }

    private static void CheckHead(Fields type)
    {
        type.Text("WorkflowTypeId", 100);
        type.Text("Name", 255);
        foreach (var flag in (string[])["IsEnabled", "IsSingleton", "DeleteFinishedWorkflows"])
            type.Flag(flag);
        foreach (var number in (string[])["LockTimeout", "LockExpiration"])
            type.Number(number, 0);
    }

    private Dictionary<string, (IActivity Activity, IReadOnlySet<string> Outcomes)> CheckActivities(JsonObject root, string path, List<TypeProblem> problems)
    {
        var known = new Dictionary<string, (IActivity, IReadOnlySet<string>)>(StringComparer.Ordinal);
        var list = Fields.List(root, "Activities", path, problems);
        if (list.Count > MaxActivities)
            problems.Add(new(path + ".Activities", R["A workflow type has at most {0} activities.", MaxActivities]));
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{path}.Activities[{i}]";
            if (list[i] is not JsonObject json)
            {
                problems.Add(new(place, R["An activity is an object."]));
                continue;
            }

            var fields = new Fields(json, place, problems);
            var id = fields.Text("ActivityId", 100);
            var name = fields.Text("Name", 255);
            fields.Flag("IsStart");
            fields.Number("X", int.MinValue);
            fields.Number("Y", int.MinValue);
            if (id is not null && known.ContainsKey(id))
                problems.Add(new(place + ".ActivityId", R["There is another activity \"{0}\".", id]));
            var properties = fields.Value("Properties");
            if (properties is not (null or JsonObject))
                problems.Add(new(place + ".Properties", R["Properties are an object."]));
            if (name is null)
                continue;
            if (library.InstantiateActivity(name) is not { } activity)
            {
                problems.Add(new(place + ".Name", R["There is no activity \"{0}\"; a feature that brings it may be off.", name]));
                continue;
            }

            var before = problems.Count;
            activities.Check(activity, properties as JsonObject ?? [], place + ".Properties", problems);
            if (id is not null)
                known.TryAdd(id, (activity, problems.Count == before ? activities.OutcomesOf(activity) : Anything.Set));
        }

        return known;
    }

    private static void CheckTransitions(JsonObject root, string path, Dictionary<string, (IActivity Activity, IReadOnlySet<string> Outcomes)> known, List<TypeProblem> problems)
    {
        // A transition beside an activity that is wrong already would only repeat it.
        var whole = problems.Count == 0;
        var list = Fields.List(root, "Transitions", path, problems);
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{path}.Transitions[{i}]";
            if (list[i] is not JsonObject json)
            {
                problems.Add(new(place, R["A transition is an object."]));
                continue;
            }

            var fields = new Fields(json, place, problems);
            fields.Number("Id", int.MinValue);
            var source = fields.Text("SourceActivityId", 100);
            var outcome = fields.Text("SourceOutcomeName", 255);
            var destination = fields.Text("DestinationActivityId", 100);
            if (!whole)
                continue;
            if (destination is not null && !known.ContainsKey(destination))
                problems.Add(new(place + ".DestinationActivityId", R["There is no activity \"{0}\" to lead to.", destination]));
            if (source is null)
                continue;
            if (!known.TryGetValue(source, out var from))
                problems.Add(new(place + ".SourceActivityId", R["There is no activity \"{0}\" to come from.", source]));
            else if (outcome is not null && !from.Outcomes.Contains(outcome))
                problems.Add(new(place + ".SourceOutcomeName", R["\"{0}\" has no exit \"{1}\"; it has {2}.", from.Activity.Name, outcome, string.Join(", ", from.Outcomes)]));
        }
    }
}
