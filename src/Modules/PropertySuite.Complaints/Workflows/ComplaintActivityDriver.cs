using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.ViewModels;

namespace PropertySuite.Complaints.Workflows;

/// <summary>A property of an activity, as its form shows it.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Label">Label.</param>
/// <param name="Choices">What may be chosen; null for text.</param>
/// <param name="IsLong">Whether it has several lines.</param>
/// <param name="IsList">Whether each line is an entry.</param>
/// <param name="IsExpression">Whether it is Liquid.</param>
public sealed record ComplaintActivityField(string Name, LocalizedString Label, IReadOnlyList<string>? Choices = null, bool IsLong = false, bool IsList = false, bool IsExpression = false);

/// <summary>An activity of cases: its editor is a list of fields.</summary>
public interface IComplaintActivity : IActivity
{
    /// <summary>Its properties.</summary>
    IReadOnlyList<ComplaintActivityField> Fields { get; }
}

/// <summary>What was filled in, by property.</summary>
public class ComplaintActivityForm
{
    /// <summary>Texts by names of properties.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The properties; never posted.</summary>
    [BindNever]
    public IReadOnlyList<ComplaintActivityField> Fields { get; set; } = [];
}

/// <summary>Shows and edits the activities of cases, all in the same form.</summary>
public sealed class ComplaintActivityDriver<TActivity> : ActivityDisplayDriver<TActivity, ComplaintActivityForm>
    where TActivity : class, IComplaintActivity
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine(
        Shape("ComplaintActivity_Fields_Thumbnail", new ActivityViewModel<IComplaintActivity>(model)).Location("Thumbnail", "Content"),
        Shape("ComplaintActivity_Fields_Design", new ActivityViewModel<IComplaintActivity>(model)).Location("Design", "Content"));

    /// <inheritdoc/>
    public override IDisplayResult Edit(TActivity model, BuildEditorContext context) =>
        Initialize<ComplaintActivityForm>("ComplaintActivity_Fields_Edit", form => EditActivity(model, form)).Location("Content");

    /// <inheritdoc/>
    protected override void EditActivity(TActivity activity, ComplaintActivityForm model)
    {
        model.Fields = activity.Fields;
        model.Values = activity.Fields.ToDictionary(field => field.Name, field => Read(activity.Properties[field.Name], field), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override void UpdateActivity(ComplaintActivityForm model, TActivity activity)
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

    private static string? Read(JsonNode? node, ComplaintActivityField field) => node switch
    {
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        JsonObject expression when field.IsExpression => expression["Expression"]?.ToString(),
        _ => node?.ToString(),
    };
}
