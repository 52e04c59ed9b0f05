#nullable enable
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Liquid;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Liquid;
using PropertySuite.Platform.Recipes;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Workflows;

/// <summary>Checks what an activity of a type is given: whether values fit its properties, and expressions have a grammar.</summary>
internal sealed class ActivityCheck(IEnumerable<ILiquidTemplateManager> liquid)
{
    public void Check(IActivity activity, JsonObject properties, string path, List<TypeProblem> problems)
    {
        foreach (var (name, value) in properties)
        {
            var property = activity.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
            if (property is not null && property.DeclaringType != typeof(OrchardCore.Entities.Entity) && !Fits(value, property.PropertyType))
            {
                problems.Add(new($"{path}.{name}", R["This does not fit \"{0}\" of {1}.", name, activity.Name]));
                continue;
            }

            if (ExpressionIn(value) is { } expression && ProblemOf(expression, property) is { } problem)
                problems.Add(new($"{path}.{name}.Expression", RecipeText.As(problem)));
        }

        activity.Properties = properties.DeepClone().AsObject();
        foreach (var (property, problem) in (activity as ICheckedActivity)?.Check(properties) ?? [])
            problems.Add(new($"{path}.{property}", RecipeText.As(problem)));
    }

    /// <summary>The exits of an activity with its properties.</summary>
    public IReadOnlySet<string> OutcomesOf(IActivity activity)
    {
        try
        {
            return activity.GetPossibleOutcomes(Blank(), new ActivityContext { Activity = activity, ActivityRecord = new ActivityRecord { ActivityId = "x", Name = activity.Name } })
                .Select(outcome => outcome.Name).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Anything.Set;
        }
    }

    /// <summary>A run of nothing, for activities that want to be asked in one.</summary>
    public static WorkflowExecutionContext Blank() => new(
        new WorkflowType(), new Workflow(), new Dictionary<string, object>(), new Dictionary<string, object>(), new Dictionary<string, object>(), [], null!, []);

    private string? ProblemOf(string expression, PropertyInfo? property)
    {
        if (expression.TrimStart().StartsWith("js:", StringComparison.OrdinalIgnoreCase))
            return ScriptEngine.Check(expression.TrimStart()[3..]);
        if (property?.GetCustomAttribute<ScriptAttribute>() is not null)
            return ScriptEngine.Check(expression);
        if (expression.Contains("{{", StringComparison.Ordinal) || expression.Contains("{%", StringComparison.Ordinal))
            return liquid.OfType<ILiquidRenderer>().FirstOrDefault()?.Check(expression) is [var first, ..] ? first.ToString() : null;
        return null;
    }

    private static string? ExpressionIn(JsonNode? value) =>
        value is JsonObject json && json.TryGetPropertyValue("Expression", out var node) && node is JsonValue text && text.TryGetValue<string>(out var expression) && expression.Length > 0 ? expression : null;

    private static bool Fits(JsonNode? value, Type type)
    {
        if (value is null)
            return true;
        try
        {
            value.Deserialize(type, ActivityJson.Options);
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
