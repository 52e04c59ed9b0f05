using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Infrastructure.Html;

namespace PropertySuite.Platform.Features.Fields;

internal sealed class BooleanFieldDriver : ContentFieldDisplayDriver<BooleanField>
{
    public override IDisplayResult Display(BooleanField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<BooleanFieldView>(GetDisplayShapeType(fieldDisplayContext), view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.Value = field.Value;
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(BooleanField field, BuildFieldEditorContext context) => Initialize<BooleanFieldView>(GetEditorShapeType(context), view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.Value = context.IsNew ? context.PartFieldDefinition.GetSettings<BooleanFieldSettings>().DefaultValue : field.Value;
    });

    public override async Task<IDisplayResult> UpdateAsync(BooleanField field, UpdateFieldEditorContext context)
    {
        await context.Updater.TryUpdateModelAsync(field, Prefix, f => f.Value);
        return Initialize<BooleanFieldView>(GetEditorShapeType(context), view =>
        {
            view.Definition = context.PartFieldDefinition;
            view.Part = context.ContentPart;
            view.Value = field.Value;
        });
    }
}

/// <summary>Markup in a field: stored as written, cleaned when shown.</summary>
internal sealed class HtmlFieldDriver(IHtmlSanitizerService sanitizer) : ContentFieldDisplayDriver<HtmlField>
{
    public override IDisplayResult Display(HtmlField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<HtmlView>(GetDisplayShapeType(fieldDisplayContext), view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.Html = sanitizer.Sanitize(field.Html);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(HtmlField field, BuildFieldEditorContext context) => Initialize<HtmlView>(GetEditorShapeType(context), view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.Html = field.Html;
    });

    public override async Task<IDisplayResult> UpdateAsync(HtmlField field, UpdateFieldEditorContext context)
    {
        var view = new HtmlView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.Html!);
        field.Html = view.Html;
        return Edit(field, context);
    }
}
