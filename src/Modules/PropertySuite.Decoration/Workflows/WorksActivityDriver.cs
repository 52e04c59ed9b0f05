using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.ViewModels;

namespace PropertySuite.Decoration.Workflows;

/// <summary>What was filled in, by list.</summary>
public class WorksActivityForm
{
    /// <summary>Lines by names of lists.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>The lists; never posted.</summary>
    [BindNever]
    public IReadOnlyList<WorksActivityList> Lists { get; set; } = [];
}

/// <summary>Shows and edits the activities of works.</summary>
public sealed class WorksActivityDriver<TActivity> : ActivityDisplayDriver<TActivity, WorksActivityForm>
    where TActivity : class, IWorksActivity
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine(
        Shape("WorksActivity_Fields_Thumbnail", new ActivityViewModel<IWorksActivity>(model)).Location("Thumbnail", "Content"),
        Shape("WorksActivity_Fields_Design", new ActivityViewModel<IWorksActivity>(model)).Location("Design", "Content"));

    /// <inheritdoc/>
    public override IDisplayResult Edit(TActivity model, BuildEditorContext context) =>
        Initialize<WorksActivityForm>("WorksActivity_Fields_Edit", form => EditActivity(model, form)).Location("Content");

    /// <inheritdoc/>
    protected override void EditActivity(TActivity activity, WorksActivityForm model)
    {
        model.Lists = activity.Lists;
        model.Values = activity.Lists.ToDictionary(list => list.Name, list => activity.Properties[list.Name] is JsonArray lines ? string.Join('\n', lines.Select(line => line?.ToString())) : null, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override void UpdateActivity(WorksActivityForm model, TActivity activity)
    {
        foreach (var list in activity.Lists)
        {
            activity.Properties[list.Name] = new JsonArray([.. (model.Values.GetValueOrDefault(list.Name) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]);
        }
    }
}
