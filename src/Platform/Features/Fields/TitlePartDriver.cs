using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Title.Models;

namespace PropertySuite.Platform.Features.Fields;

internal sealed class TitlePartDriver : ContentPartDisplayDriver<TitlePart>
{
    public override IDisplayResult Display(TitlePart part, BuildPartDisplayContext context)
    {
        if (!context.TypePartDefinition.GetSettings<TitlePartSettings>().RenderTitle || string.IsNullOrWhiteSpace(part.Title))
            return null!;

        return Initialize<TitlePartView>(GetDisplayShapeType(context), view => view.Title = part.Title)
            .Location("Detail", "Header:5")
            .Location("Summary", "Header:5");
    }

    public override IDisplayResult Edit(TitlePart part, BuildPartEditorContext context)
    {
        var options = context.TypePartDefinition.GetSettings<TitlePartSettings>().Options;
        if (options == TitlePartOptions.GeneratedHidden)
            return null!;

        return Initialize<TitlePartView>(GetEditorShapeType(context), view =>
        {
            view.Title = part.Title;
            view.IsRequired = options == TitlePartOptions.EditableRequired;
            view.IsReadOnly = options == TitlePartOptions.GeneratedDisabled;
        });
    }

    public override async Task<IDisplayResult> UpdateAsync(TitlePart part, UpdatePartEditorContext context)
    {
        var options = context.TypePartDefinition.GetSettings<TitlePartSettings>().Options;
        if (options is TitlePartOptions.Editable or TitlePartOptions.EditableRequired)
        {
            var view = new TitlePartView();
            await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.Title!);
            part.Title = view.Title?.Trim();
            part.ContentItem.DisplayText = part.Title;
        }

        return Edit(part, context);
    }
}
