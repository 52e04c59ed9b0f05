using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.ViewModels;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The form of an activity.</summary>
public class ActivityForm
{
    /// <summary>What was filled in, by property.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public IReadOnlyList<ActivityField> Fields { get; set; } = [];
}

/// <summary>What an activity's line in a list shows of its properties.</summary>
public class ActivitySummary
{
    public IReadOnlyList<(string Label, string Text)> Lines { get; set; } = [];
}

/// <summary>Shows and edits the suite's own activities, all in the same form.</summary>
internal sealed class FormDriver<TActivity>(IStringLocalizer<ActivityTexts> S) : ActivityDisplayDriver<TActivity>
    where TActivity : class, IActivity
{
    private const int MaxText = 160;

    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine(
        Shape("ActivityThumbnail", new ActivityViewModel<IActivity>(model)).Location("Thumbnail", "Content"),
        Initialize<ActivitySummary>("ActivitySummary", summary => summary.Lines =
        [
            .. Fields(model).Select(field => (field.Label.Value, Text: field.Kind == FieldKind.Lines ? field.Read(model.Properties).Replace("\n", ", ", StringComparison.Ordinal) : field.Read(model.Properties))).Where(line => line.Text.Length > 0)
                .Select(line => (line.Value, line.Text.Length > MaxText ? line.Text[..MaxText] + "…" : line.Text)),
        ]).Location("Design", "Content"));

    public override IDisplayResult Edit(TActivity model, BuildEditorContext context) => Initialize<ActivityForm>("ActivityForm", form =>
    {
        form.Fields = [.. Fields(model)];
        form.Values = form.Fields.ToDictionary(field => field.Name, field => (string?)field.Read(model.Properties), StringComparer.Ordinal);
    }).Location("Content");

    public override async Task<IDisplayResult> UpdateAsync(TActivity model, UpdateEditorContext context)
    {
        var form = new ActivityForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        var written = model.Properties.DeepClone().AsObject();
        foreach (var field in Fields(model))
        {
            if (form.Values.TryGetValue(field.Name, out var text) && !field.Write(written, text))
                context.Updater.ModelState.AddModelError(Prefix, $"Values[{field.Name}]", S["This does not fit {0}.", field.Label.Value]);
        }

        foreach (var name in model.Properties.Select(property => property.Key).ToArray())
            model.Properties.Remove(name);
        foreach (var (name, value) in written.ToArray())
            model.Properties[name] = value?.DeepClone();
        return Edit(model, context);
    }

    private static IEnumerable<ActivityField> Fields(TActivity model) => (model as IFormActivity)?.Fields ?? [];
}
