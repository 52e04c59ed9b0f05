using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>A line, an area (editor <c>TextArea</c>) or a choice from a list (editor <c>PredefinedList</c>).</summary>
internal sealed class TextFieldDriver : ContentFieldDisplayDriver<TextField>
{
    public override IDisplayResult Display(TextField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<TextFieldView>(GetDisplayShapeType(fieldDisplayContext), view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.Text = Shown(field.Text, fieldDisplayContext.PartFieldDefinition);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(TextField field, BuildFieldEditorContext context) => Initialize<TextFieldView>(GetEditorShapeType(context), view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.Text = context.IsNew && field.Text is null ? Default(context.PartFieldDefinition) : field.Text;
    });

    public override async Task<IDisplayResult> UpdateAsync(TextField field, UpdateFieldEditorContext context)
    {
        await context.Updater.TryUpdateModelAsync(field, Prefix, f => f.Text!);
        return Edit(field, context);
    }

    private static string? Default(ContentPartFieldDefinition definition) =>
        definition.GetSettings<TextFieldPredefinedListEditorSettings>().DefaultValue is { Length: > 0 } chosen && definition.Editor() == "PredefinedList"
            ? chosen
            : definition.GetSettings<TextFieldSettings>().DefaultValue;

    // A list stores values and shows names.
    private static string? Shown(string? text, ContentPartFieldDefinition definition) =>
        definition.Editor() == "PredefinedList"
            ? Array.Find(definition.GetSettings<TextFieldPredefinedListEditorSettings>().Options, o => o.Value == text)?.Name ?? text
            : text;
}
