using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.ViewModels;

namespace PropertySuite.Parking.Workflows;

/// <summary>What was filled in, by property.</summary>
public class ParkingActivityForm
{
    /// <summary>Texts by names of properties.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The properties; never posted.</summary>
    [BindNever]
    public IReadOnlyList<ParkingActivityField> Fields { get; set; } = [];
}

/// <summary>Shows and edits the activities of parking, all in the same form.</summary>
public sealed class ParkingActivityDriver<TActivity> : ActivityDisplayDriver<TActivity, ParkingActivityForm>
    where TActivity : class, IParkingActivity
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine(
        Shape("ParkingActivity_Fields_Thumbnail", new ActivityViewModel<IParkingActivity>(model)).Location("Thumbnail", "Content"),
        Shape("ParkingActivity_Fields_Design", new ActivityViewModel<IParkingActivity>(model)).Location("Design", "Content"));

    /// <inheritdoc/>
    public override IDisplayResult Edit(TActivity model, BuildEditorContext context) =>
        Initialize<ParkingActivityForm>("ParkingActivity_Fields_Edit", form => EditActivity(model, form)).Location("Content");

    /// <inheritdoc/>
    protected override void EditActivity(TActivity activity, ParkingActivityForm model)
    {
        model.Fields = activity.Fields;
        model.Values = activity.Fields.ToDictionary(field => field.Name, field => Read(activity.Properties[field.Name], field), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override void UpdateActivity(ParkingActivityForm model, TActivity activity)
    {
        foreach (var field in activity.Fields)
        {
            var text = model.Values.GetValueOrDefault(field.Name)?.Trim();
            activity.Properties[field.Name] = field.IsList
                ? new JsonArray([.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))])
                : field.IsExpression ? new JsonObject { ["Expression"] = text }
                : JsonValue.Create(field.Choices is { Count: > 0 } choices && !choices.Contains(text ?? "") ? choices[0] : text);
        }
    }

    private static string? Read(JsonNode? node, ParkingActivityField field) => node switch
    {
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        JsonObject expression when field.IsExpression => expression["Expression"]?.ToString(),
        _ => node?.ToString(),
    };
}
